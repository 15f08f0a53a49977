import type { RawFile } from '../source/source-file.ts';
import type { Classifications } from './code-table.ts';
import { listContent } from './content-files.ts';

/** A classification that has no table of a year's own, and the year whose table stands in. */
export interface StandIn {
  readonly table: keyof Classifications;
  readonly from: number;
}

/** Which tables of other years a year's booklets take their codes from, as `codeTableFor` chooses them. */
export function standInTables(files: readonly RawFile[], year: number): readonly StandIn[] {
  const { functionalCodes, economicCodes } = listContent(files);
  const tables = { functional: functionalCodes, economic: economicCodes };
  return (['functional', 'economic'] as const).flatMap((table) => {
    const years = tables[table].map(({ path }) => Number(path.split('/')[2])).sort((a, b) => a - b);
    const from = years.findLast((one) => one <= year) ?? years[0];
    return from === undefined || from === year ? [] : [{ table, from }];
  });
}
