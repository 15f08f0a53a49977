import { TO_FILL, unfilledEntries } from '../accounts/unfilled.ts';
import { loadEvaluations, type LoadedEvaluation } from '../accounts/load-evaluations.ts';
import { Reader } from '../accounts/reader.ts';
import type { Unit } from '../accounts/schema/unit.ts';
import { unitIn } from '../accounts/unit-in-year.ts';
import type { OpenInput } from '../compile/open-input.ts';
import type { Pack } from '../pack/pack.ts';
import type { RawFile } from '../source/source-file.ts';
import { textAt, type YamlDocument } from '../source/yaml.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { unitFor, unitOfExact } from './accounts/amount-text.ts';
import { blankAccounts } from './accounts/blank-accounts.ts';
import { lastYearIn } from './accounts/changes.ts';
import { comparedBefore } from './accounts/compared-before.ts';
import { withLastYear } from './accounts/last-year.ts';
import { codeNames } from './accounts/code-names.ts';
import { mergeAccounts } from './accounts/merge-accounts.ts';
import { understand } from './accounts/understood.ts';
import type { Finding } from './finding.ts';
import { schemaLine } from './first-year/blocks.ts';
import { toldComparatives } from './first-year/blank-comparatives.ts';
import { blankNarrative } from './first-year/blank-narrative.ts';
import { formFiles, type FormFile, type FormFolder } from './forms/form-files.ts';
import { isRefused, type GivenFile, type Refused } from './given-file.ts';
import { mergeNarrative } from './narrative/merge-narrative.ts';
import { isComparatives, pathsOf, projectYear, type ProjectYear } from './project.ts';
import { together, type Leftover, type Recognised, type RecognisedBy } from './reading.ts';
import { recognise } from './recognise.ts';
import { plainWords } from './tables/words.ts';
import { newUnit, wrongBody } from './unit-file.ts';
import { documentOf } from './written-document.ts';

/** What is to be taken in, and where. */
export interface ImportRequest {
  readonly input: OpenInput;
  /** The project's files. */
  readonly files: readonly RawFile[];
  readonly slug: string;
  readonly year: number;
  readonly pack: Pack;
  readonly given: readonly GivenFile[];
}

/** A file of the project as it is to be. */
export interface PlannedFile {
  readonly path: string;
  /** Undefined for a new file. */
  readonly before: string | undefined;
  readonly text: string;
  /** How many of its entries are new, where that is worth telling. */
  readonly entered?: string;
}

/** What an import writes and tells. */
export interface ImportPlan {
  /** What was recognised as what. */
  readonly told: readonly string[];
  readonly writes: readonly PlannedFile[];
  readonly findings: readonly Finding[];
  readonly leftovers: readonly Leftover[];
  /** What no given file says and somebody has to enter. */
  readonly toFill: readonly Diagnostic[];
}

/** Faults of the project's own files, which have to be mended first. */
export interface Unready {
  readonly unready: readonly Diagnostic[];
}

/** Plans what given files put into a body's year: pure, nothing is written here. */
export async function importFiles(request: ImportRequest): Promise<ImportPlan | Refused | Unready> {
  const { input, files, slug, year, pack, given } = request;
  const project = projectYear(files, slug, year, pack);
  if (project.diagnostics.length > 0) return { unready: project.diagnostics };
  const codes = input.content.shared.codesFor(year);
  const recognised = await recognise(given, { pack, codes, ...formNames(project) });
  if (isRefused(recognised)) return recognised;
  const body = project.unit && unitIn(project.unit, year);
  return (
    wrongBody(recognised, body, { slug, year }) ??
    planOf(request, project, withComparatives(recognised, project), body)
  );
}

/** Given files with what the year before them was compared with; forms alone say nothing of its accounts. */
function withComparatives(recognised: Recognised, { comparatives }: ProjectYear): Recognised {
  const isOfAccounts = recognised.readings.some(({ id }) => !id.startsWith('绩效.'));
  return comparatives !== undefined && isOfAccounts
    ? together([recognised, comparedBefore(comparatives)])
    : recognised;
}

/** What was recognised, entered in the files of the year. */
function planOf(
  request: ImportRequest,
  project: ProjectYear,
  recognised: Recognised,
  body: Unit | undefined,
): ImportPlan {
  const { input, slug, year, pack } = request;
  const { book } = pack.facts;
  const codes = input.content.shared.codesFor(year);
  const entered = project.accounts?.value.entered.codes ?? [];
  const forms = formFiles(recognised.forms, formFolder(request, recognised, body));
  const context = {
    ...{ book, codes, year, kind: body?.kind ?? '行政单位', entered, forms: pack.forms },
    evaluations: evaluationsAfter(project, forms.files, pack),
  };
  const { facts, hidden, totals, pinned, findings, leftovers } = understand(recognised, context);
  const names = codeNames(recognised.names, codes, year);
  const money = facts.filter(({ fact }) => fact.unit === '万元');
  const opened = openAccounts(request, project, money);
  const required = new Set(pack.required.approved);
  const isPublished = recognised.published.length > 0;
  const entries = { facts, hidden, totals, pinned, required, names: names.own, isPublished };
  const merged = mergeAccounts(opened.document, opened.moneyUnit, book, entries);
  const path = pathsOf(slug, year).accounts;
  const texts = narrativeFile(request, recognised);
  const unit = unitFile(request, project, recognised);
  const ofYear = [
    ...accountsFile(path, opened, merged, forms.files.length > 0),
    ...texts.files,
    ...forms.files,
    ...lastYearsFile(request, recognised),
  ];
  return {
    told: recognised.told,
    writes: [...unit, ...ofYear].filter(({ before, text }) => before !== text),
    findings: [...findings, ...names.findings, ...merged.conflicts, ...texts.conflicts, ...forms.conflicts],
    leftovers: [...recognised.leftovers, ...leftovers],
    toFill: [...ofYear, ...unit].flatMap(({ path: at, text }) => unfilledEntries(documentOf(at, text))),
  };
}

/** The accounts as they are to be. Forms alone say nothing of them. */
function accountsFile(
  path: string,
  { before, isNew }: Pick<ReturnType<typeof openAccounts>, 'before' | 'isNew'>,
  { text, entered }: ReturnType<typeof mergeAccounts>,
  hasForms: boolean,
): readonly PlannedFile[] {
  if (isNew && entered === 0 && hasForms) return [];
  return [{ path, before, text, entered: `填入 ${entered} 个数` }];
}

/** The keys of what a booklet lists by name: each form is about a project, and its file's name is part of figures' ids. */
function formNames({ evaluations }: ProjectYear): Pick<RecognisedBy, 'items' | 'blankForms'> {
  const [blank, named] = [true, false].map((isBlank) =>
    evaluations.filter(({ value }) => (value.name === TO_FILL) === isBlank),
  );
  return {
    items: new Map(named?.map(({ name, value }) => [plainWords(value.name ?? value.kind.title), name])),
    blankForms: blank?.map(({ name, value }) => ({ name, kind: value.kind })) ?? [],
  };
}

function formFolder(
  { slug, year, files }: ImportRequest,
  { units }: Recognised,
  body: Unit | undefined,
): FormFolder {
  return {
    pathOf: (name) => `${pathsOf(slug, year).forms}${name}.yaml`,
    textOf: (path) => textOf(files, path),
    head: (path) => schemaLine(files, 'evaluation', path),
    bodies: body === undefined ? units.map(({ name }) => name) : [body.name, ...body.aliases],
  };
}

/** The forms of the year as they are to be. */
function evaluationsAfter(
  { evaluations }: ProjectYear,
  files: readonly FormFile[],
  pack: Pack,
): readonly LoadedEvaluation[] {
  if (files.length === 0) return evaluations;
  const written = files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
  const kinds = { kinds: pack.forms.map(({ kind }) => kind), certain: true };
  const after = loadEvaluations(new Reader([]), written, kinds);
  const names = new Set(after.map(({ name }) => name));
  return [...evaluations.filter(({ name }) => !names.has(name)), ...after];
}

/** The accounts as they are, or new ones in which everything is still to be filled in, also in place of comparatives. */
function openAccounts(
  { slug, year, pack, files }: ImportRequest,
  { accounts, comparatives }: ProjectYear,
  amounts: Parameters<typeof unitFor>[0],
): { document: YamlDocument; moneyUnit: '元' | '万元'; before: string | undefined; isNew: boolean } {
  if (accounts !== undefined) {
    const { document, value } = accounts;
    const isOpen = textAt(document, ['金额单位']) === TO_FILL;
    const moneyUnit = isOpen ? unitFor(amounts) : value.moneyUnit;
    return { document, moneyUnit, before: document.source.text, isNew: false };
  }
  const moneyUnit = unitFor(amounts);
  const { accounts: path } = pathsOf(slug, year);
  const text = blankAccounts({ year, moneyUnit, pack, head: schemaLine(files, 'accounts', path) });
  return { document: documentOf(path, text), moneyUnit, before: comparatives?.source.text, isNew: true };
}

/** The texts of the year, if any were read. */
function narrativeFile(
  { slug, year, files, pack }: ImportRequest,
  { words }: Recognised,
): { readonly files: readonly PlannedFile[]; readonly conflicts: readonly Finding[] } {
  if (words.length === 0) return { files: [], conflicts: [] };
  const path = pathsOf(slug, year).narrative;
  const before = textOf(files, path);
  const opened = before ?? blankNarrative(pack, schemaLine(files, 'narrative', path));
  const { text, conflicts, entered } = mergeNarrative(documentOf(path, opened), words);
  return { files: [{ path, before, text, entered: `填入 ${entered} 段文字` }], conflicts };
}

/** What the year before was, where it has no booklet of its own here. */
function lastYearsFile(
  { slug, year, files }: ImportRequest,
  { growth, readings }: Recognised,
): readonly PlannedFile[] {
  const lastYear = lastYearIn(growth, readings);
  if (lastYear.length === 0) return [];
  const path = pathsOf(slug, year - 1).accounts;
  const before = textOf(files, path);
  const needed = unitOfExact(lastYear);
  const opened = before ?? toldComparatives(year - 1, needed, schemaLine(files, 'accounts', path));
  const document = documentOf(path, opened);
  if (!isComparatives(document)) return [];
  const stated = textAt(document, ['金额单位']);
  const unit = stated === '元' || stated === '万元' ? stated : needed;
  const { text, entered } = withLastYear(document, unit, lastYear);
  return [{ path, before, text, entered: `填入 ${entered} 个上年数` }];
}

function textOf(files: readonly RawFile[], path: string): string | undefined {
  const file = files.find((one) => one.path === path);
  return file && new TextDecoder().decode(file.bytes);
}

function unitFile(
  { slug, year, files }: ImportRequest,
  { hasUnit }: ProjectYear,
  recognised: Recognised,
): readonly PlannedFile[] {
  if (hasUnit) return [];
  const path = pathsOf(slug, year).unit;
  const text = newUnit({ name: recognised.units[0]?.name }, schemaLine(files, 'unit', path));
  return [{ path, before: undefined, text }];
}
