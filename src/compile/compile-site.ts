import type { Classifications } from '../accounts/code-table.ts';
import type { UnitFiles } from '../accounts/content-files.ts';
import {
  loadUnit,
  openContent,
  type Loaded,
  type LoadedUnit,
  type LoadedYear,
  type OpenContent,
} from '../accounts/load.ts';
import { bookletCodes } from '../accounts/own-names.ts';
import type { Comparatives } from '../accounts/schema/accounts.ts';
import type { SiteSettings } from '../accounts/schema/site.ts';
import type { Unit } from '../accounts/schema/unit.ts';
import { suggestion } from '../accounts/suggestion.ts';
import { newestUnit, otherNames, type NameInYears } from '../accounts/unit-in-year.ts';
import { isUnfinished } from '../accounts/year-documents.ts';
import { runChecks } from '../checks/catalogue.ts';
import { personalDataInFile } from '../checks/personal/personal-data-in.ts';
import { applyWaivers } from '../checks/waivers.ts';
import { fillBooklet } from '../document/fill-booklet.ts';
import { orTemplateFailure } from '../document/template-failure.ts';
import {
  buildFigures,
  priorFromBooklet,
  priorFromComparatives,
  type PriorLookup,
} from '../figures/build-figures.ts';
import { priorWithNewCodes } from '../figures/new-codes.ts';
import { newCodesOf } from '../pack/declared-states.ts';
import { loadPacks, type LoadedPacks } from '../pack/load-packs.ts';
import { error, hasErrors, inOrder, type Diagnostic } from '../source/diagnostic.ts';
import type { RawFile } from '../source/source-file.ts';
import { placeOfValue } from '../source/yaml.ts';
import { Booklet, type BookletText } from './booklet.ts';
import { filesOfUnit, filesWithoutBooklet } from './files-without-booklet.ts';
import { differentNames, givenNames, type GivenName } from './given-names.ts';
import { unfitPaths } from './unfit-paths.ts';
import { unprintableCharacters } from './unprintable-characters.ts';
import { packDiagnostics, usedPacks } from './used-packs.ts';

/** A body and its booklets, oldest first. */
export interface SiteUnit {
  readonly slug: string;
  /** As it is now; each booklet has it as it was in its year. */
  readonly unit: Unit;
  readonly formerNames: readonly NameInYears[];
  readonly booklets: readonly Booklet[];
}

/** Everything that the input says, and everything that is wrong with it. */
export interface Site {
  readonly settings: SiteSettings;
  readonly units: readonly SiteUnit[];
  /** All findings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The pure middle of the program: source texts in, booklets and findings out. Reads no file, no clock, no network.
 *
 * @param files everything under content/ and templates/, with paths relative to the project's root
 */
export function compileSite(files: readonly RawFile[]): Site {
  const input = openInput(files);
  const compiled = input.content.units.map((unit) => compileUnit(unit, input));
  const diagnostics = [
    ...input.diagnostics,
    ...compiled.flatMap((one) => one.diagnostics),
    ...differentNames(compiled.flatMap(({ names }) => names)),
  ];
  return {
    settings: input.content.settings,
    units: compiled.flatMap(({ unit }) => unit ?? []),
    diagnostics: inOrder(diagnostics),
  };
}

/** What all units share: settings, classifications, template packs; and where each unit's files are. */
export interface OpenInput {
  readonly content: OpenContent;
  readonly packs: LoadedPacks;
  /** Names of the packs that some unit uses. */
  readonly used: ReadonlySet<string>;
  /** What was found in files that belong to no unit. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads what all units share.
 *
 * @param used names of the packs in use, where the files are not those of all units
 */
export function openInput(files: readonly RawFile[], used = usedPacks(files)): OpenInput {
  const content = openContent(files.filter((file) => file.path.startsWith('content/')));
  const packs = loadPacks(files.filter((file) => file.path.startsWith('templates/')));
  const ofUnits = new Set(content.units.flatMap(filesOfUnit));
  const shared = files.filter((file) => !ofUnits.has(file)).flatMap(personalDataInFile);
  const diagnostics = [
    ...unfitPaths(files),
    ...content.diagnostics,
    ...packDiagnostics(packs, used),
    ...shared,
  ];
  return { content, packs, used, diagnostics };
}

/** A unit's booklets, what was found in them, and what must agree with other units. */
export interface CompiledUnit {
  /** Missing if the unit's own file cannot be read. */
  readonly unit?: SiteUnit;
  readonly diagnostics: readonly Diagnostic[];
  readonly names: readonly GivenName[];
}

/** Compiles one unit with all its years. */
export function compileUnit(files: UnitFiles, { content, packs, used }: OpenInput): CompiledUnit {
  const { unit: loaded, diagnostics: problems } = loadUnit(files);
  const diagnostics = [...problems, ...filesWithoutBooklet(files, loaded).flatMap(personalDataInFile)];
  if (loaded === undefined) return { diagnostics, names: [] };
  const allRead = problems.every(({ severity }) => severity !== 'error');
  const booklets: Booklet[] = [];
  for (const year of loaded.years) {
    const comparatives = loaded.comparatives.find((candidate) => candidate.year === year.year - 1);
    const last = booklets.find((candidate) => candidate.year === year.year - 1);
    // What cannot be read has been reported where it stands.
    const readable = last !== undefined || comparatives !== undefined;
    const lastUnread = !readable && files.years.some((folder) => folder.year === year.year - 1);
    const booklet = compileYear(
      { loaded, year, content, packs, used, allRead, last, comparatives, lastUnread },
      diagnostics,
    );
    booklets.push(booklet);
  }
  const { slug, unit } = loaded;
  const formerNames = otherNames(unit.value, Infinity);
  const names = loaded.years.flatMap((year) => givenNames(year, content.codesFor(year.year)));
  return { unit: { slug, unit: newestUnit(unit.value), formerNames, booklets }, diagnostics, names };
}

interface YearInput {
  readonly loaded: LoadedUnit;
  readonly year: LoadedYear;
  readonly content: OpenContent;
  readonly packs: LoadedPacks;
  readonly used: ReadonlySet<string>;
  /** Whether all files of the unit could be read without an error. */
  readonly allRead: boolean;
  readonly last: Booklet | undefined;
  readonly comparatives: Loaded<Comparatives> | undefined;
  /** Whether there is a folder of the year before that could not be read. */
  readonly lastUnread: boolean;
}

function compileYear(input: YearInput, diagnostics: Diagnostic[]): Booklet {
  const { loaded, year, content, packs, allRead, last, comparatives, lastUnread } = input;
  const codes = codesOf(input);
  const name = year.accounts.value.pack;
  const pack = packs.packs.get(name);
  const prior = priorWithNewCodes(
    priorOf(last, comparatives),
    newCodesOf(pack, year.accounts),
    year.year - 1,
  );
  const figures = buildFigures(loaded, year, codes, prior, pack?.executionWeight);
  const whole = year.accounts.whole;
  const { codesFor } = content;
  const optional = { ...(comparatives && { comparatives }), ...(pack && { pack }) };
  const subject = { unit: loaded, year, figures, codes, codesFor, prior, ...optional };
  const checked = whole ? applyWaivers(runChecks(subject), subject, allRead) : [];
  if (pack === undefined) diagnostics.push(...unusablePack(input, name));
  const lastYear = { prior, comparatives, hasBooklet: last !== undefined, unread: lastUnread };
  const source = pack && whole ? { unit: loaded, year, codes, figures, pack, lastYear } : undefined;
  const text = source && { source, filled: fillBooklet(source) };
  // A text with gaps has more to say about the gaps than about itself.
  const findings = isUnfinished(year)
    ? checked
    : [...checked, ...(text ? textFindings(text, checked, content) : [])];
  diagnostics.push(...findings);
  return new Booklet({
    slug: loaded.slug,
    unit: year.unit,
    year: year.year,
    publication: year.accounts.value.publication,
    codes,
    figures,
    prior,
    findings,
    text,
  });
}

/** What is found while the booklet's text is put together. */
function textFindings(
  { source, filled }: BookletText,
  checked: readonly Diagnostic[],
  { codeDocuments }: OpenContent,
): readonly Diagnostic[] {
  const render = hasErrors([...checked, ...filled.diagnostics]) ? undefined : () => filled.render();
  const unprintable = orTemplateFailure(() => unprintableCharacters(source, codeDocuments, render));
  return [...filled.diagnostics, ...unprintable];
}

function codesOf({ year, content, last, comparatives }: YearInput): Classifications {
  const { codesFor } = content;
  return bookletCodes(year, { codesFor, last: last?.codes, comparatives: comparatives?.value });
}

function priorOf(last: Booklet | undefined, comparatives: Loaded<Comparatives> | undefined): PriorLookup {
  if (last !== undefined) return priorFromBooklet(last.year, last.figures);
  return comparatives === undefined ? () => undefined : priorFromComparatives(comparatives);
}

/** A pack that exists and could not be read has been reported where it is broken, if it was known to be in use. */
function unusablePack({ year, packs, used }: YearInput, name: string): readonly Diagnostic[] {
  const place = placeOfValue(year.accounts.document, ['模板']);
  if (packs.folders.has(name)) {
    const message = `模板包“${name}”有错误，不能使用；请先改正 templates/${name}/ 下的错误`;
    return used.has(name) ? [] : [error('unusable-pack', message, place)];
  }
  const message = `没有模板包“${name}”，模板包是 templates/ 下的文件夹${suggestion(name, [...packs.folders])}`;
  return [error('unknown-pack', message, place)];
}
