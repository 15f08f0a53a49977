import { hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import { forgetful, type Recall } from '../source/recall.ts';
import type { RawFile } from '../source/source-file.ts';
import { textAt, type YamlDocument } from '../source/yaml.ts';
import { ownFonts, type OwnFont } from './fonts/own-fonts.ts';
import { codeTableFor, type Classifications } from './code-table.ts';
import { COMMONLY_ENTERED, type Enterable } from './enterable.ts';
import {
  editionFolder,
  listContent,
  type SharedFiles,
  type UnitFiles,
  type YearFiles,
} from './content-files.ts';
import {
  openAccounts,
  readYear,
  type LoadedComparatives,
  type LoadedYear,
  type ReadYear,
} from './load-year.ts';
import { searchWordsSchema, togetherOf, type SearchWords } from './schema/search-words.ts';
import { DEFAULT_SETTINGS, siteSchema, type SiteSettings } from './schema/site.ts';
import { unitSchema, type UnitThroughYears } from './schema/unit.ts';
import { Reader, type Loaded } from './reader.ts';
import { yearsOutOfOrder } from './unit-in-year.ts';

/** A body with its years, newest last. */
export interface LoadedUnit {
  /** Name of its folder under `content/units/`, which is also its address on the site. */
  readonly slug: string;
  /** The body with what it was in which year. */
  readonly unit: Loaded<UnitThroughYears>;
  readonly years: readonly LoadedYear[];
  readonly comparatives: readonly LoadedComparatives[];
  /** What was published of years before they were corrected. */
  readonly editions: readonly LoadedEdition[];
}

/** An edition of a year that was corrected since. */
export interface LoadedEdition extends LoadedYear {
  readonly edition: number;
}

/** What all units share. */
export interface SharedContent {
  readonly settings: SiteSettings;
  /** What the public calls things, of all files together. */
  readonly searchWords: SearchWords;
  /** Fonts of the body's own that may be embedded. */
  readonly fonts: readonly OwnFont[];
  /** The classifications in force for a year. */
  codesFor(year: number): Classifications;
  /** The files behind the classifications. */
  readonly codeDocuments: readonly YamlDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The content folder: what all units share, and the files of each. */
export interface OpenContent {
  readonly shared: SharedContent;
  readonly units: readonly UnitFiles[];
  /** What is wrong with the names and places of files. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Sorts the content files and reads those that belong to no unit. */
export function openContent(files: readonly RawFile[], recall: Recall = forgetful): OpenContent {
  const { units, diagnostics, ...shared } = listContent(files);
  const { site, searchWords, functionalCodes, economicCodes, fonts } = shared;
  const inputs = [site, ...searchWords, ...functionalCodes, ...economicCodes, ...fonts];
  return {
    shared: recall('content', inputs, () => readShared(shared)),
    units,
    diagnostics,
  };
}

function readShared({
  site,
  searchWords,
  functionalCodes,
  economicCodes,
  fonts,
}: SharedFiles): SharedContent {
  const diagnostics: Diagnostic[] = [];
  const read = new Reader(diagnostics);
  const tables = { functional: read.tables(functionalCodes), economic: read.tables(economicCodes) };
  const settings = site && read.file(siteSchema, site);
  const own = ownFonts(settings, fonts);
  diagnostics.push(...own.diagnostics);
  const words = searchWords.flatMap((file) => read.file(searchWordsSchema, file)?.value ?? []);
  const cache = new Map<number, Classifications>();
  const codesFor = (year: number): Classifications => {
    const cached = cache.get(year) ?? {
      functional: codeTableFor(year, tables.functional),
      economic: codeTableFor(year, tables.economic),
    };
    cache.set(year, cached);
    return cached;
  };
  return {
    settings: settings?.value ?? DEFAULT_SETTINGS,
    searchWords: togetherOf(words),
    fonts: own.fonts,
    codesFor,
    codeDocuments: read.codeDocuments,
    diagnostics,
  };
}

/** A unit as far as its files can be read; years that cannot be read are left out. */
export interface ReadUnit {
  /** Missing if the unit's own file cannot be read. */
  readonly unit?: LoadedUnit;
  readonly diagnostics: readonly Diagnostic[];
  /** The first year with an error in one of its files; all years, if it is in the unit's own. */
  readonly faultyFrom: number;
}

/** What units of a pack enter, by its name; of a pack that does not exist what is common. */
export type EnteredBy = (pack: string) => Enterable;

/** Reads a unit's files into the accounts model. */
export function loadUnit(
  files: UnitFiles,
  enteredBy: EnteredBy = () => COMMONLY_ENTERED,
  recall: Recall = forgetful,
): ReadUnit {
  const { slug } = files;
  const own = recall(`${slug} unit`, [files.unit], () => readUnitFile(files.unit));
  const readFolder = (folder: YearFiles, name: string): ReadYear => {
    const { accounts, narrative, evaluations } = folder;
    const opened = recall(`${slug}/${name} opened`, [accounts], () => openAccounts(accounts));
    const forms = enteredBy((opened.document && textAt(opened.document, ['模板'])) ?? '');
    const inputs = [own, opened, narrative, ...evaluations, forms];
    return recall(`${slug}/${name} read`, inputs, () => readYear(folder, opened, forms, own.unit, recall));
  };
  const years = files.years.map((folder) => readFolder(folder, String(folder.year)));
  const editions = files.editions.map((folder) => ({
    edition: folder.edition,
    ...readFolder(folder, editionFolder(folder.year, folder.edition)),
  }));
  const diagnostics = [own, ...years, ...editions].flatMap((read) => read.diagnostics);
  const faulty = files.years.filter((_, index) => hasErrors(years[index]?.diagnostics ?? []));
  const faultyFrom = hasErrors(own.diagnostics) ? -Infinity : Math.min(...faulty.map(({ year }) => year));
  if (own.unit === undefined) return { diagnostics, faultyFrom };
  const unit = {
    slug,
    unit: own.unit,
    years: years.flatMap(({ year }) => year ?? []),
    comparatives: years.flatMap(({ comparatives }) => comparatives ?? []),
    editions: editions.flatMap(({ edition, year }) => (year === undefined ? [] : [{ ...year, edition }])),
  };
  return { unit, diagnostics, faultyFrom };
}

function readUnitFile(file: RawFile): { unit?: LoadedUnit['unit']; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const unit = new Reader(diagnostics).file(unitSchema, file);
  if (unit !== undefined) diagnostics.push(...yearsOutOfOrder(unit.document));
  return { ...(unit && { unit }), diagnostics };
}
