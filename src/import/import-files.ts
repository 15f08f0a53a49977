import { unfilledEntries } from '../accounts/unfilled.ts';
import { unitIn } from '../accounts/unit-in-year.ts';
import type { OpenInput } from '../compile/open-input.ts';
import type { Pack } from '../pack/pack.ts';
import { sourceFile, type RawFile } from '../source/source-file.ts';
import { parseYaml, type YamlDocument } from '../source/yaml.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { unitFor } from './accounts/amount-text.ts';
import { blankAccounts } from './accounts/blank-accounts.ts';
import { codeNames } from './accounts/code-names.ts';
import { mergeAccounts } from './accounts/merge-accounts.ts';
import { understand } from './accounts/understood.ts';
import type { Finding } from './finding.ts';
import { isRefused, type GivenFile, type Refused } from './given-file.ts';
import { pathsOf, projectYear, type ProjectYear } from './project.ts';
import type { Leftover, Recognised } from './reading.ts';
import { recognise } from './recognise.ts';
import { newUnit, wrongBody } from './unit-file.ts';

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
}

/** What an import writes and tells. */
export interface ImportPlan {
  /** What was recognised as what. */
  readonly told: readonly string[];
  readonly writes: readonly PlannedFile[];
  /** How many entries of the accounts are new. */
  readonly entered: number;
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
  const recognised = await recognise(given, pack, codes.functional);
  if (isRefused(recognised)) return recognised;
  const body = project.unit && unitIn(project.unit, year);
  const refused = wrongBody(recognised, body, { slug, year });
  if (refused !== undefined) return refused;
  const { facts, hidden, totals, findings, leftovers } = understand(recognised, {
    book: pack.facts.book,
    codes,
    year,
    kind: body?.kind ?? '行政单位',
    entered: project.accounts?.value.entered.codes ?? [],
  });
  const names = codeNames(recognised.names, codes, year);
  const opened = openAccounts(request, project, facts);
  const merged = mergeAccounts(opened.document, opened.moneyUnit, pack.facts.book, {
    facts,
    hidden,
    totals,
    required: new Set(pack.required.approved),
    names: names.own,
  });
  const paths = pathsOf(slug, year);
  const accounts: PlannedFile = { path: paths.accounts, before: opened.before, text: merged.text };
  return {
    told: recognised.told,
    writes: [...unitFile(request, project, recognised), accounts].filter(
      ({ before, text }) => before !== text,
    ),
    entered: merged.entered,
    findings: [...findings, ...names.findings, ...merged.conflicts],
    leftovers: [...recognised.leftovers, ...leftovers],
    toFill: unfilledEntries(documentOf(paths.accounts, merged.text)),
  };
}

/** The accounts as they are, or a new file in which everything is still to be filled in. */
function openAccounts(
  { slug, year, pack, files }: ImportRequest,
  { accounts }: ProjectYear,
  amounts: Parameters<typeof unitFor>[0],
): { document: YamlDocument; moneyUnit: '元' | '万元'; before: string | undefined } {
  if (accounts !== undefined) {
    const { document, value } = accounts;
    return { document, moneyUnit: value.moneyUnit, before: document.source.text };
  }
  const moneyUnit = unitFor(amounts);
  const hasSchema = files.some(({ path }) => path === 'content/schema/accounts.json');
  const text = blankAccounts({ year, moneyUnit, pack, hasSchema });
  return { document: documentOf(pathsOf(slug, year).accounts, text), moneyUnit, before: undefined };
}

function documentOf(path: string, text: string): YamlDocument {
  const { document } = parseYaml(sourceFile(path, text));
  if (document === undefined) throw new Error(`${path} was written so that it cannot be read`);
  return document;
}

function unitFile(
  { slug, year, files }: ImportRequest,
  { hasUnit }: ProjectYear,
  recognised: Recognised,
): readonly PlannedFile[] {
  if (hasUnit) return [];
  const hasSchema = files.some(({ path }) => path === 'content/schema/unit.json');
  return [{ path: pathsOf(slug, year).unit, before: undefined, text: newUnit(recognised, hasSchema) }];
}
