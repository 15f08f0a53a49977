import type { Classifications, CodeTable } from '../accounts/code-table.ts';
import type { CheckSubject } from './check.ts';

/** Tables are looked through this many years back and ahead: names are copied from near years. */
const REACH = 6;

/** The nearest other year whose table fits; undefined if none within reach does. */
export function otherYearOf(
  { year, codes, codesFor }: Pick<CheckSubject, 'year' | 'codes' | 'codesFor'>,
  table: keyof Classifications,
  fits: (table: CodeTable) => boolean,
): number | undefined {
  for (let distance = 1; distance <= REACH; distance += 1) {
    for (const other of [year.year - distance, year.year + distance]) {
      const candidate = codesFor(other)[table];
      if (candidate !== codes[table] && fits(candidate)) return other;
    }
  }
  return undefined;
}
