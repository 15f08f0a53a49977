import type { UnitThroughYears } from '../accounts/schema/unit.ts';
import { accountsSchema, type Accounts } from '../accounts/schema/accounts.ts';
import { unitSchema } from '../accounts/schema/unit.ts';
import { loadEvaluations, type LoadedEvaluation } from '../accounts/load-evaluations.ts';
import { Reader, type Loaded } from '../accounts/reader.ts';
import type { OpenInput } from '../compile/open-input.ts';
import { packNamedIn } from '../compile/used-packs.ts';
import type { Pack } from '../pack/pack.ts';
import { error, hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import type { RawFile } from '../source/source-file.ts';
import { placeOfValue, scalarsBelow, textAt, type YamlDocument } from '../source/yaml.ts';
import { TO_FILL } from '../accounts/unfilled.ts';

/** What a project holds already of a body and a year. */
export interface ProjectYear {
  readonly unit: UnitThroughYears | undefined;
  /** Whether there is a file of the body, also one that is not filled in yet. */
  readonly hasUnit: boolean;
  readonly accounts: Loaded<Accounts> | undefined;
  /** The year's accounts, where they hold no more than what the next year is compared with. */
  readonly comparatives: YamlDocument | undefined;
  readonly evaluations: readonly LoadedEvaluation[];
  /** Whether there are files that must be mended before anything can be entered in them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Paths of a body's files. */
export function pathsOf(
  slug: string,
  year: number,
): Readonly<Record<'unit' | 'accounts' | 'narrative' | 'forms', string>> {
  const unit = `content/units/${slug}`;
  const own = `${unit}/${year}`;
  return {
    unit: `${unit}/unit.yaml`,
    accounts: `${own}/accounts.yaml`,
    narrative: `${own}/narrative.yaml`,
    forms: `${own}/performance/`,
  };
}

/** Reads what is there of a body and a year. What is still to be filled in is no fault. */
export function projectYear(files: readonly RawFile[], slug: string, year: number, pack: Pack): ProjectYear {
  const paths = pathsOf(slug, year);
  const diagnostics: Diagnostic[] = [];
  const read = new Reader(diagnostics);
  const file = (path: string): RawFile | undefined => files.find((one) => one.path === path);
  const [unitFile, accountsFile] = [file(paths.unit), file(paths.accounts)];
  // A new unit.yaml has words to be filled in where a choice is expected: its name is all that is asked for here.
  const unit = unitFile && new Reader([]).file(unitSchema, unitFile)?.value;
  const document = accountsFile && read.document(accountsFile);
  const comparatives = document && isComparatives(document) ? document : undefined;
  if (document !== undefined && hasAmountsWithoutUnit(document)) diagnostics.push(noUnit(document));
  const accounts =
    document && comparatives === undefined && !hasErrors(diagnostics)
      ? read.model(accountsSchema(pack.facts.book), document)
      : undefined;
  const evaluations = loadEvaluations(new Reader([]), formFiles(files, slug, year), {
    kinds: pack.forms.map(({ kind }) => kind),
    certain: true,
  });
  const faults = diagnostics.filter(({ rule }) => rule !== 'to-fill' && rule !== 'to-review');
  return {
    unit,
    hasUnit: unitFile !== undefined,
    accounts,
    comparatives,
    evaluations,
    diagnostics: hasErrors(faults) ? faults : [],
  };
}

/** Whether a file holds figures of a year without a booklet. */
export function isComparatives({ root }: Pick<YamlDocument, 'root'>): boolean {
  return root.kind === 'mapping' && root.entries.has('用途');
}

/** Whether amounts were entered before anybody said in which unit: the unit of the given files may be another. */
function hasAmountsWithoutUnit(document: YamlDocument): boolean {
  if (textAt(document, ['金额单位']) !== TO_FILL) return false;
  return scalarsBelow(document.root).some(
    ({ path: [section], scalar }) => section !== '年度' && /^-?\d+(\.\d+)?$/.test(scalar.text),
  );
}

function noUnit(document: YamlDocument): Diagnostic {
  const message = '已经填了数，“金额单位”还是待填；请先写明这些数是元还是万元';
  return error('import-unit', message, placeOfValue(document, ['金额单位']));
}

function formFiles(files: readonly RawFile[], slug: string, year: number): readonly RawFile[] {
  const { forms: folder } = pathsOf(slug, year);
  return files.filter(({ path }) => path.startsWith(folder) && path.endsWith('.yaml'));
}

/** The pack by which a body's files are read, and what there is to choose from where that is not settled. */
export type PackChoice =
  | { readonly pack: Pack }
  /** A Chinese sentence that says why none is chosen. */
  | { readonly why: string };

/**
 * Chooses the pack: the one that is asked for, that the year's accounts name, that the body's year before had, or the
 * only one that is made for the year, of the project's own before those that came with the program.
 */
export function choosePack(
  { packs }: Pick<OpenInput, 'packs'>,
  files: readonly RawFile[],
  { slug, year, asked }: { readonly slug: string; readonly year: number; readonly asked: string | undefined },
): PackChoice {
  const own = files.find(({ path }) => path === pathsOf(slug, year).accounts);
  const named = own && packNamedIn(own);
  if (asked !== undefined && named !== undefined && asked !== named)
    return { why: `accounts.yaml 的“模板”是 ${named}，与 --pack ${asked} 不同；请去掉 --pack，或先改“模板”` };
  const made = [...packs.packs.values()].filter(({ years }) => years.includes(year));
  const slugs = [asked, named, packBefore(files, slug, year), onlyPack(made)?.slug];
  const chosen = slugs.find((one) => one !== undefined);
  if (chosen === undefined)
    return { why: `要用 --pack 写明模板包；可用的有：${[...packs.packs.keys()].join('、')}` };
  const pack = packs.packs.get(chosen);
  return pack === undefined
    ? { why: `没有模板包“${chosen}”，或它有错误；请用 mingbai check 核对` }
    : { pack };
}

/** The only one of some packs, or the only one of them that is the project's own; undefined where there is a choice. */
export function onlyPack(packs: readonly Pack[]): Pack | undefined {
  const own = packs.filter(({ shipped }) => !shipped);
  const [only, ...others] = own.length > 0 ? own : packs;
  return others.length === 0 ? only : undefined;
}

function packBefore(files: readonly RawFile[], slug: string, before: number): string | undefined {
  const years = files.flatMap((file) => {
    const year = new RegExp(`^content/units/${slug}/(\\d{4})/accounts\\.yaml$`).exec(file.path)?.[1];
    const pack = packNamedIn(file);
    return year === undefined || pack === undefined || Number(year) > before
      ? []
      : [{ year: Number(year), pack }];
  });
  return years.sort((a, b) => a.year - b.year).at(-1)?.pack;
}
