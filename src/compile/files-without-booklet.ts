import type { UnitFiles } from '../accounts/content-files.ts';
import type { LoadedUnit } from '../accounts/load.ts';
import { documentsOf } from '../accounts/year-documents.ts';
import type { RawFile } from '../source/source-file.ts';

/** All files of a unit. */
export function filesOfUnit({ unit, years, editions }: UnitFiles): readonly RawFile[] {
  const ofYears = [...years, ...editions].flatMap(({ accounts, narrative, evaluations }) => [
    accounts,
    ...(narrative === undefined ? [] : [narrative]),
    ...evaluations,
  ]);
  return [unit, ...ofYears];
}

/** The files of a unit that no booklet's checks see: those that cannot be read, and those of years without a
 * booklet and of editions that were corrected since. */
export function filesWithoutBooklet(files: UnitFiles, unit: LoadedUnit | undefined): readonly RawFile[] {
  const checked = unit === undefined || unit.years.length === 0 ? [] : checkedPaths(unit);
  return filesOfUnit(files).filter(({ path }) => !checked.includes(path));
}

function checkedPaths({ years, comparatives }: LoadedUnit): readonly string[] {
  const documents = [...years.flatMap(documentsOf), ...comparatives.map(({ document }) => document)];
  return documents.map(({ source }) => source.path);
}
