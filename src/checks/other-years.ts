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
  return nearYears(year.year).find((other) => {
    const candidate = codesFor(other)[table];
    return candidate !== codes[table] && fits(candidate);
  });
}

/** The years around a year, nearest first. */
export function nearYears(year: number): readonly number[] {
  return Array.from({ length: REACH }, (_, index) => [year - index - 1, year + index + 1]).flat();
}
