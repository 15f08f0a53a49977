import { error, warning, type Diagnostic } from '../source/diagnostic.ts';
import { isFontFile, problemOf, type RawFile } from '../source/source-file.ts';

/** The files of one year of a unit. */
export interface YearFiles {
  readonly year: number;
  readonly accounts: RawFile;
  readonly narrative?: RawFile;
  readonly evaluations: readonly RawFile[];
}

/** The files of an edition of a year that was corrected since, as they were then. */
export interface EditionFiles extends YearFiles {
  readonly edition: number;
}

/** The files of one unit. */
export interface UnitFiles {
  readonly slug: string;
  readonly unit: RawFile;
  readonly years: readonly YearFiles[];
  /** The first first, year by year. */
  readonly editions: readonly EditionFiles[];
}

/** The files that all units share. */
export interface SharedFiles {
  readonly site?: RawFile;
  /** What the public calls things, the project's own files before those of the program. */
  readonly searchWords: readonly RawFile[];
  readonly functionalCodes: readonly RawFile[];
  readonly economicCodes: readonly RawFile[];
  /** Fonts of the body's own, and what lies beside them. */
  readonly fonts: readonly RawFile[];
}

/** The content folder, sorted into what each file is for. */
export interface ContentFiles extends SharedFiles {
  readonly units: readonly UnitFiles[];
  readonly diagnostics: readonly Diagnostic[];
}

const SITE_FILE = 'content/site.yaml';
const SEARCH_FILE = /^content\/search\/[^/]+\.yaml$/;
const UNIT_FILE = /^content\/units\/([^/]+)\/unit\.yaml$/;
const YEAR_FILE = /^content\/units\/([^/]+)\/([^/]+)\/(accounts|narrative)\.yaml$/;
const EVALUATION_FILE = /^content\/units\/([^/]+)\/([^/]+)\/performance\/([^/]+)\.yaml$/;
const CODE_FILE = /^content\/codes\/(\d{4})\/(functional|economic)\.yaml$/;
/** Files that may lie in the content folder and hold no figures. */
const IGNORED = /(^|\/)(\.[^/]*|README\.md)$|^content\/(schema\/|rules\.md$)/;

/** The folder of a project, `content` or `templates`, whose copies of the editors' schemas a file is among. */
export function folderOfSchema(path: string): string | undefined {
  return /^(content|templates)\/schema\/[^/]+\.json$/u.exec(path)?.[1];
}

/** Whether a file holds a year's accounts. */
export function isAccounts(path: string): boolean {
  return /^content\/units\/[^/]+\/[^/]+\/accounts\.yaml$/.test(path);
}

/** `2023`, and `2023-edition-1` for what was published before a correction. */
const YEAR_FOLDER = /^(?<year>(?:19|20)\d\d)(?:-edition-(?<edition>[1-9]\d?))?$/;

/** What a folder of a unit is called: a year, and the edition of one that was corrected since. */
interface YearName {
  readonly year: number;
  readonly edition?: number;
}

function readYearName(name: string): YearName | undefined {
  const { year, edition } = YEAR_FOLDER.exec(name)?.groups ?? {};
  if (year === undefined) return undefined;
  return { year: Number(year), ...(edition !== undefined && { edition: Number(edition) }) };
}

/** The folder of an edition of a year that was corrected since: in the content, and in the site. */
export function editionFolder(year: number, edition: number): string {
  return `${year}-edition-${edition}`;
}

/** The unit that a file of the input belongs to; undefined for what all units share. */
export function unitOf(path: string): string | undefined {
  return /^content\/units\/([^/]+)\//.exec(path)?.[1];
}

/** Whether a folder's name is a year of which there may be a booklet. */
export function isYear(name: string): boolean {
  const read = readYearName(name);
  return read !== undefined && read.edition === undefined;
}

/** Whether a folder is that of a year, or of an edition of it that was corrected since. */
export function isFolderOfYear(name: string, year: number): boolean {
  return readYearName(name)?.year === year;
}

/** A form's name becomes part of figure ids and addresses. */
const FORM_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;
const SAFE_NAME = /^[a-z0-9][a-z0-9-]*$/;
/** Addresses at the site's root that belong to the site itself. */
const TAKEN_NAMES: ReadonlySet<string> = new Set(['search', 'styles', 'three-public']);

interface OpenYear {
  accounts?: RawFile;
  narrative?: RawFile;
  readonly evaluations: RawFile[];
}

interface OpenUnit {
  unit?: RawFile;
  readonly first: RawFile;
  readonly years: Map<string, OpenYear>;
}

/** Sorts content files by their paths; files at unexpected places and folders with unfit names are reported. */
export function listContent(files: readonly RawFile[]): ContentFiles {
  const diagnostics: Diagnostic[] = [];
  const units = new Map<string, OpenUnit>();
  const searchWords: RawFile[] = [];
  const fonts: RawFile[] = [];
  const codes: Record<'functional' | 'economic', RawFile[]> = { functional: [], economic: [] };
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (IGNORED.test(file.path) || file.path === SITE_FILE) continue;
    const code = CODE_FILE.exec(file.path);
    if (SEARCH_FILE.test(file.path)) searchWords.push(file);
    else if (isFontFile(file.path)) fonts.push(file);
    else if (code !== null) codes[code[2] as 'functional' | 'economic'].push(file);
    else if (!addToUnit(units, file)) diagnostics.push(unexpected(file));
  }
  const complete = [...units].flatMap(([slug, unit]) => completeUnit(slug, unit, diagnostics));
  const site = files.find(({ path }) => path === SITE_FILE);
  return {
    ...(site && { site }),
    searchWords: searchWords.toSorted(
      (a, b) => Number(a.shipped !== undefined) - Number(b.shipped !== undefined),
    ),
    units: complete,
    functionalCodes: codes.functional,
    economicCodes: codes.economic,
    fonts,
    diagnostics,
  };
}

function unexpected(file: RawFile): Diagnostic {
  const problem = problemOf(file);
  if (problem !== undefined) return problem;
  const place = { file: file.path, line: 1, column: 1 };
  return warning('unexpected-file', '此处不应有这个文件，它不会被读取；请检查文件名和所在文件夹', place);
}

function addToUnit(units: Map<string, OpenUnit>, file: RawFile): boolean {
  const match = UNIT_FILE.exec(file.path) ?? YEAR_FILE.exec(file.path) ?? EVALUATION_FILE.exec(file.path);
  const slug = match?.[1];
  if (match === null || slug === undefined) return false;
  const unit = units.get(slug) ?? { first: file, years: new Map<string, OpenYear>() };
  units.set(slug, unit);
  const folder = match[2];
  if (folder === undefined) {
    unit.unit = file;
    return true;
  }
  const year = unit.years.get(folder) ?? { evaluations: [] };
  unit.years.set(folder, year);
  if (file.path.includes('/performance/')) year.evaluations.push(file);
  else year[match[3] as 'accounts' | 'narrative'] = file;
  return true;
}

/** Why a unit's folder cannot be called so; undefined if it can. */
export function slugProblem(slug: string): string | undefined {
  if (!SAFE_NAME.test(slug))
    return `单位文件夹名为“${slug}”，应只含小写字母、数字和连字符（它会成为网址）；请改名`;
  return TAKEN_NAMES.has(slug) ? `单位文件夹名为“${slug}”，这个网址由网站自己使用；请改名` : undefined;
}

function completeUnit(slug: string, unit: OpenUnit, diagnostics: Diagnostic[]): readonly UnitFiles[] {
  const place = { file: unit.first.path, line: 1, column: 1 };
  const problem = slugProblem(slug);
  if (problem !== undefined) {
    diagnostics.push(error('bad-name', problem, place));
    return [];
  }
  if (unit.unit === undefined) {
    diagnostics.push(error('missing-file', `缺少 content/units/${slug}/unit.yaml；请补上`, place));
    return [];
  }
  const years = [...unit.years].flatMap(([folder, year]) => completeYear(slug, folder, year, diagnostics));
  const inOrder = years.sort((a, b) => a.year - b.year || (a.edition ?? 0) - (b.edition ?? 0));
  return [
    {
      slug,
      unit: unit.unit,
      years: inOrder.filter(({ edition }) => edition === undefined),
      editions: inOrder.flatMap(({ edition, ...year }) =>
        edition === undefined ? [] : [{ ...year, edition }],
      ),
    },
  ];
}

function completeYear(
  slug: string,
  folder: string,
  year: OpenYear,
  diagnostics: Diagnostic[],
): readonly (YearFiles & { readonly edition?: number })[] {
  const first = year.accounts ?? year.narrative ?? year.evaluations[0];
  const place = { file: first?.path ?? '', line: 1, column: 1 };
  const named = readYearName(folder);
  if (named === undefined) {
    const message = `年度文件夹名为“${folder}”，应为四位年份，例如 2023，更正以前的版次如 2023-edition-1；请改名`;
    diagnostics.push(error('bad-name', message, place));
    return [];
  }
  if (year.accounts === undefined) {
    const message = `缺少 content/units/${slug}/${folder}/accounts.yaml；请补上`;
    diagnostics.push(error('missing-file', message, place));
    return [];
  }
  const { accounts, narrative, evaluations } = year;
  for (const form of evaluations) diagnostics.push(...formName(form));
  return [{ ...named, accounts, ...(narrative && { narrative }), evaluations }];
}

function formName({ path }: RawFile): readonly Diagnostic[] {
  const name = path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
  if (FORM_NAME.test(name)) return [];
  const message = `自评表的文件名为“${name}”，应只含字母、汉字、数字、连字符和下划线，例如 project-1；请改名`;
  return [error('bad-name', message, { file: path, line: 1, column: 1 })];
}
