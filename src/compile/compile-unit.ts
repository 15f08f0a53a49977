import { editionFolder, type UnitFiles } from '../accounts/content-files.ts';
import { loadUnit, type LoadedEdition, type LoadedUnit } from '../accounts/load.ts';
import type { LoadedYear } from '../accounts/load-year.ts';
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
  const { booklets, editions, diagnostics } = compileYears({ files, loaded, faultyFrom }, input);
  const { slug, unit } = loaded;
  const formerNames = otherNames(unit.value, Infinity);
  const { codesFor } = input.content.shared;
  return {
    unit: { slug, unit: newestUnit(unit.value), formerNames, booklets, editions },
    diagnostics: [...problems, ...unseen, ...diagnostics],
    names: loaded.years.flatMap((year) => givenNames(year, codesFor(year.year))),
  };
}

interface ReadFiles {
  readonly files: UnitFiles;
  readonly loaded: LoadedUnit;
  readonly faultyFrom: number;
}

/** Years one after the other, of each the editions before the one that counts; each after what was published of the year before. */
function compileYears(
  read: ReadFiles,
  input: OpenInput,
): Pick<SiteUnit, 'booklets' | 'editions'> & { readonly diagnostics: readonly Diagnostic[] } {
  const { loaded } = read;
  const booklets: Booklet[] = [];
  const editions: Booklet[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const one of [...loaded.editions, ...loaded.years].toSorted(inOrderOfEditions)) {
    const { superseded, wrong } = supersededIn(one, loaded);
    if (wrong !== undefined) {
      diagnostics.push(wrong);
      continue;
    }
    const own = superseded && { ...read, loaded: withEdition(one, loaded) };
    const beside = {
      last: booklets.find(({ year }) => year === one.year - 1),
      oldEditions: editions.filter(({ year }) => year === one.year),
      superseded,
    };
    const compiled = yearOf(one, beside, own ?? read, input);
    (superseded ? editions : booklets).push(compiled.booklet);
    diagnostics.push(...compiled.diagnostics);
  }
  return { booklets, editions, diagnostics };
}

/** The one that counts comes last of its year. */
function inOrderOfEditions(one: LoadedYear | LoadedEdition, other: LoadedYear | LoadedEdition): number {
  const editionOf = (year: LoadedYear | LoadedEdition): number =>
    'edition' in year ? year.edition : Number.MAX_VALUE;
  return one.year - other.year || editionOf(one) - editionOf(other);
}

function supersededIn(
  one: LoadedYear | LoadedEdition,
  { years }: LoadedUnit,
): { readonly superseded?: Superseded; readonly wrong?: Diagnostic } {
  if (!('edition' in one)) return {};
  const superseded = supersededBy(
    one,
    years.find(({ year }) => year === one.year),
  );
  return 'rule' in superseded ? { wrong: superseded } : { superseded };
}

/** The unit as it was when an edition counted. */
function withEdition(edition: LoadedYear, loaded: LoadedUnit): LoadedUnit {
  return { ...loaded, years: [...loaded.years.filter(({ year }) => year !== edition.year), edition] };
}

/** What stands beside a year or an edition of it. */
interface Beside {
  readonly last: Booklet | undefined;
  readonly oldEditions: readonly Booklet[];
  readonly superseded: Superseded | undefined;
}

/** A booklet depends on its own year and those before, never on later ones. */
function yearOf(
  year: LoadedYear,
  { last, oldEditions, superseded }: Beside,
  { files, loaded, faultyFrom }: ReadFiles,
  { content, packs, shelf, used, recall }: OpenInput,
): CompiledYear {
  const years = loaded.years.filter((other) => other.year <= year.year);
  const comparatives = loaded.comparatives.find((candidate) => candidate.year === year.year - 1);
  // What cannot be read has been reported where it stands.
  const readable = last !== undefined || comparatives !== undefined;
  const lastUnread = !readable && files.years.some((folder) => folder.year === year.year - 1);
  const allRead = year.year < faultyFrom;
  const { shared } = content;
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
  const by = superseded && [superseded.edition, superseded.by];
  const inputs = [
    loaded.unit,
    ...years,
    ...loaded.comparatives,
    ...Object.values(made),
    ...oldEditions,
    ...(by ?? []),
  ];
  const input = { loaded: unit, ...made, oldEditions, ...(superseded && { superseded }) };
  const folder = superseded ? editionFolder(year.year, superseded.edition) : year.year;
  return recall(`${loaded.slug}/${folder}`, inputs, () => compileYear(input));
}
