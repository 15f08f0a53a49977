import { nearestTable, type Classifications, type CodeTable } from '../accounts/code-table.ts';
import type { CheckSubject } from './check.ts';

/** The nearest other year whose table fits; undefined if none within reach does. */
export function otherYearOf(
  { year, codesFor }: Pick<CheckSubject, 'year' | 'codesFor'>,
  table: keyof Classifications,
  fits: (table: CodeTable) => boolean,
): number | undefined {
  return nearestTable(year.year, table, { codesFor }, fits)?.year;
}
