import type { UnitFiles } from '../accounts/content-files.ts';
import { loadUnit, type LoadedUnit, type LoadedYear } from '../accounts/load.ts';
import { newestUnit, otherNames } from '../accounts/unit-in-year.ts';
import { personalDataInFile } from '../checks/personal/personal-data-in.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Booklet, Superseded } from './booklet.ts';
import { compileYear, type CompiledYear } from './compile-year.ts';
import { filesWithoutBooklet } from './files-without-booklet.ts';
import { givenNames, type GivenName } from './given-names.ts';
import type { OpenInput } from './open-input.ts';
import { supersededBy } from './superseded.ts';
import type { SiteUnit } from './site-unit.ts';

/** A unit's booklets, what was found in them, and what must agree with other units. */
export interface CompiledUnit {
  /** Missing if the unit's own file cannot be read. */
  readonly unit?: SiteUnit;
  readonly diagnostics: readonly Diagnostic[];
  readonly names: readonly GivenName[];
}

/** Compiles one unit with all its years. */
export function compileUnit(files: UnitFiles, input: OpenInput): CompiledUnit {
  const { unit: loaded, diagnostics: problems, faultyFrom } = loadUnit(files, input.enteredBy, input.recall);
  const unseen = filesWithoutBooklet(files, loaded).flatMap(personalDataInFile);
  if (loaded === undefined) return { diagnostics: [...problems, ...unseen], names: [] };
  const years: CompiledYear[] = [];
  for (const year of loaded.years) {
    const last = years.find(({ booklet }) => booklet.year === year.year - 1)?.booklet;
    years.push(yearOf(year, last, { files, loaded, faultyFrom }, input));
  }
  const past = compileEditions(years, { files, loaded, faultyFrom }, input);
  const { slug, unit } = loaded;
  const formerNames = otherNames(unit.value, Infinity);
  const booklets = years.map(({ booklet }) => booklet);
  const { codesFor } = input.content.shared;
  return {
    unit: { slug, unit: newestUnit(unit.value), formerNames, booklets, editions: past.booklets },
    diagnostics: [
      ...problems,
      ...unseen,
      ...years.flatMap(({ diagnostics }) => diagnostics),
      ...past.diagnostics,
    ],
    names: loaded.years.flatMap((year) => givenNames(year, codesFor(year.year))),
  };
}

export interface ReadFiles {
  readonly files: UnitFiles;
  readonly loaded: LoadedUnit;
  readonly faultyFrom: number;
}

/** The editions before those that count, each after what was published of the year before it. */
function compileEditions(
  years: readonly CompiledYear[],
  { files, loaded, faultyFrom }: ReadFiles,
  input: OpenInput,
): { readonly booklets: readonly Booklet[]; readonly diagnostics: readonly Diagnostic[] } {
  const compiled = loaded.editions.map((edition) => {
    const current = years.find(({ booklet }) => booklet.year === edition.year)?.booklet;
    const superseded = supersededBy(edition, current);
    if ('rule' in superseded) return { diagnostics: [superseded] };
    const last = years.find(({ booklet }) => booklet.year === edition.year - 1)?.booklet;
    const own = [...loaded.years.filter(({ year }) => year !== edition.year), edition];
    const read = { files, loaded: { ...loaded, years: own }, faultyFrom };
    return yearOf(edition, last, read, input, superseded);
  });
  return {
    booklets: compiled.flatMap((one) => ('booklet' in one ? one.booklet : [])),
    diagnostics: compiled.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** A booklet depends on its own year and those before, never on later ones. */
function yearOf(
  year: LoadedYear,
  last: Booklet | undefined,
  { files, loaded, faultyFrom }: ReadFiles,
  { content, packs, shelf, used, recall }: OpenInput,
  superseded?: Superseded,
): CompiledYear {
  const years = loaded.years.filter((other) => other.year <= year.year);
  const comparatives = loaded.comparatives.find((candidate) => candidate.year === year.year - 1);
  // What cannot be read has been reported where it stands.
  const readable = last !== undefined || comparatives !== undefined;
  const lastUnread = !readable && files.years.some((folder) => folder.year === year.year - 1);
  const allRead = year.year < faultyFrom;
  const { shared } = content;
  const oldEditions = loaded.editions.filter((one) => one.year === year.year).map(({ edition }) => edition);
  const name = year.accounts.value.pack;
  const pack = packs.packs.get(name);
  const packUsed = used.has(name);
  const unit = { ...loaded, years };
  const made = {
    year,
    shared,
    pack,
    shelf,
    packUsed,
    allRead,
    last,
    comparatives,
    lastUnread,
  };
  const inputs = [loaded.unit, ...years, ...loaded.comparatives, ...Object.values(made), ...oldEditions];
  const input = { loaded: unit, ...made, oldEditions };
  if (superseded !== undefined) return compileYear({ ...input, superseded });
  return recall(`${loaded.slug}/${year.year}`, inputs, () => compileYear(input));
}
