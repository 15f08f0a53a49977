import { error, hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import { forgetful, type Recall } from '../source/recall.ts';
import type { RawFile } from '../source/source-file.ts';
import { textAt, type YamlDocument } from '../source/yaml.ts';
import { ownFonts, type OwnFont } from './fonts/own-fonts.ts';
import { codeTableFor, type Classifications } from './code-table.ts';
import { COMMONLY_ENTERED, type Enterable } from './enterable.ts';
import type { FormKind } from './forms/form-kind.ts';
import { loadEvaluations, type LoadedEvaluation } from './load-evaluations.ts';
import type { TextSlots } from './texts/text-slots.ts';
import {
  editionFolder,
  listContent,
  type SharedFiles,
  type UnitFiles,
  type YearFiles,
} from './content-files.ts';
import { accountsSchema, comparativesSchema, type Accounts, type Comparatives } from './schema/accounts.ts';
import { narrativeSchema, type Narrative } from './schema/narrative.ts';
import { searchWordsSchema, togetherOf, type SearchWords } from './schema/search-words.ts';
import { DEFAULT_SETTINGS, siteSchema, type SiteSettings } from './schema/site.ts';
import { unitSchema, type Unit, type UnitThroughYears } from './schema/unit.ts';
import { Reader, type Loaded } from './reader.ts';
import { unitIn, yearsOutOfOrder } from './unit-in-year.ts';

/** A year with a booklet. */
export interface LoadedYear {
  readonly year: number;
  /** The body as it was in this year. */
  readonly unit: Unit;
  readonly unitDocument: YamlDocument;
  readonly accounts: Loaded<Accounts>;
  readonly narrative: Loaded<Narrative>;
  /** In the order of their kinds, then of their file names. */
  readonly evaluations: readonly LoadedEvaluation[];
  /** The kinds of forms that its pack lays down; undefined where they are not known. */
  readonly formKinds: readonly FormKind[] | undefined;
  /** False if a form could not be read: sums over forms then say nothing. */
  readonly allForms: boolean;
}

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

/** Figures of a year without a booklet. */
export interface LoadedComparatives extends Loaded<Comparatives> {
  readonly year: number;
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

/** What was read of one year of a unit: a booklet's, or last year's figures for comparison. */
interface ReadYear {
  readonly year?: LoadedYear;
  readonly comparatives?: LoadedComparatives;
  readonly diagnostics: readonly Diagnostic[];
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

/** A year's `accounts.yaml` before it is read into the model: what may stand in it is for its pack to say. */
interface OpenedAccounts {
  readonly document: YamlDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function openAccounts(file: RawFile): OpenedAccounts {
  const diagnostics: Diagnostic[] = [];
  return { document: new Reader(diagnostics).document(file), diagnostics };
}

function readYear(
  folder: YearFiles,
  { document, diagnostics: problems }: OpenedAccounts,
  { facts, texts, forms, likelyForms, uncertain = false }: Enterable,
  unit: LoadedUnit['unit'] | undefined,
  recall: Recall,
): ReadYear {
  const diagnostics: Diagnostic[] = [...problems];
  const read = new Reader(diagnostics, recall);
  if (document === undefined) return { diagnostics };
  if (isComparatives(document)) {
    const loaded = read.model(comparativesSchema, document);
    if (loaded === undefined) return { diagnostics };
    read.checkYear(loaded, folder.year);
    return { comparatives: { ...loaded, year: folder.year }, diagnostics };
  }
  const accounts = read.model(accountsSchema(facts), document);
  const year = loadYear(read, folder, { accounts, document, texts, forms, likelyForms }, unit);
  return { ...(year && { year }), diagnostics: uncertain ? diagnostics.filter(isOfFileAlone) : diagnostics };
}

/** Whether a finding needs nothing that the pack says of what is entered. */
function isOfFileAlone({ rule }: Diagnostic): boolean {
  return rule !== 'unknown-key' && rule !== 'missing-key';
}

function isComparatives(document: YamlDocument): boolean {
  return document.root.kind === 'mapping' && document.root.entries.has('用途');
}

/** A year's `accounts.yaml`, and what its pack asks for besides. */
interface ReadAccounts {
  readonly accounts: Loaded<Accounts> | undefined;
  readonly document: YamlDocument;
  readonly texts: TextSlots;
  readonly forms: readonly FormKind[] | undefined;
  readonly likelyForms: readonly FormKind[] | undefined;
}

function loadYear(
  read: Reader,
  folder: YearFiles,
  { accounts, document, texts, forms, likelyForms }: ReadAccounts,
  unit: LoadedUnit['unit'] | undefined,
): LoadedYear | undefined {
  if (accounts !== undefined) read.checkYear(accounts, folder.year);
  // A file that is no list of keys may have been meant for comparison only.
  if (document.root.kind !== 'mapping') return undefined;
  if (folder.narrative === undefined) {
    const path = document.source.path.replace('accounts.yaml', 'narrative.yaml');
    read.report(error('missing-file', `缺少 ${path}（文字部分）；请补上`, document.source.placeAt(0)));
    return undefined;
  }
  const narrative = read.file(narrativeSchema(texts), folder.narrative);
  const kinds = forms ?? likelyForms;
  const evaluations = loadEvaluations(read, folder.evaluations, { kinds, certain: forms !== undefined });
  if (accounts === undefined || narrative === undefined || unit === undefined) return undefined;
  const allForms = kinds !== undefined && evaluations.length === folder.evaluations.length;
  return {
    year: folder.year,
    unit: unitIn(unit.value, folder.year),
    unitDocument: unit.document,
    accounts,
    narrative,
    evaluations,
    formKinds: forms ?? (allForms ? kinds : undefined),
    allForms,
  };
}
