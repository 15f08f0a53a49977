import { ZERO } from '../accounts/decimal.ts';
import type { FormKind } from '../accounts/forms/form-kind.ts';
import { UNDISCLOSED } from '../accounts/disclosed.ts';
import { suggestion } from '../accounts/suggestion.ts';
import { COMMON_EXECUTION_WEIGHT, type LaidDown } from '../figures/laid-down.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { placeOfValue, textAt } from '../source/yaml.ts';
import type { FormKindFile } from './form-kind-schema.ts';
import { formKindsOf, hasUnreadForms, type OwnedFormKind } from './form-kinds.ts';
import { formMistakes } from './form-mistakes.ts';
import type { FormLayout } from './form-schema.ts';
import type { PackFolder, Read } from './pack-folder.ts';
import type { PackForm } from './pack.ts';
import { DEFAULT_SCORING, scoringOf, type Scoring } from './scoring-schema.ts';
import type { Reference } from './template-references.ts';

/** A layout with the pack that it comes from. */
export interface OwnedLayout {
  readonly owner: PackFolder;
  readonly file: Read<FormLayout>;
}

/** The kinds of forms of a pack. */
export interface AssembledForms {
  /** Undefined where the kinds cannot be read. */
  readonly forms: readonly PackForm[] | undefined;
  /** Whether no pack of the line says which kinds there are. */
  readonly missing: boolean;
  readonly layouts: readonly OwnedLayout[];
  /** Figures that the kinds name, and where. */
  readonly references: readonly Reference[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether every kind that is printed has a layout. */
  readonly complete: boolean;
}

const NOTHING = { missing: false, layouts: [], references: [], diagnostics: [], complete: false } as const;

/** The kinds of forms of a pack with their layouts, each the nearest. */
export function assembleForms(folder: PackFolder, line: readonly PackFolder[]): AssembledForms {
  if (line.some(hasUnreadForms)) return { ...NOTHING, forms: undefined };
  const kinds = formKindsOf(line);
  if (kinds === undefined) return { ...NOTHING, forms: [], missing: true };
  const found = kinds.map((one) => assembleForm(one, folder, line));
  return {
    forms: found.map(({ form }) => form),
    missing: false,
    layouts: found.flatMap(({ layout }) => layout ?? []),
    references: kinds.flatMap(({ kind: { key, outturn }, owner }) =>
      outturn === undefined ? [] : { id: outturn, place: placeIn(owner, key, '执行数应为') },
    ),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
    complete: found.every(({ form: { kind, layout } }) => kind.linked || layout !== undefined),
  };
}

function assembleForm(
  { kind, written, owner }: OwnedFormKind,
  folder: PackFolder,
  line: readonly PackFolder[],
): { form: PackForm; layout: OwnedLayout | undefined; diagnostics: readonly Diagnostic[] } {
  const layout = written.file === undefined ? undefined : layoutOf(written.file, line);
  const { scoring, executionWeight } = scoringOfKind(kind, written, owner, line);
  const form = { kind, scoring, executionWeight, grades: scoring.grades, layout: layout?.file.value };
  // What is wrong with both as they are inherited is told of where they are put together.
  const isOwn = layout !== undefined && (layout.owner === folder || owner === folder);
  const diagnostics = [
    ...(isOwn ? formMistakes(kind, layout.file.value, layout.file.document) : []),
    ...(written.file === undefined ? [] : missingLayout(kind.key, written.file, owner, line)),
  ];
  return { form, layout, diagnostics };
}

function placeIn({ file }: PackFolder, kind: string, key: string): Place {
  return placeOfValue(file.document, ['自评表种类', kind, key]);
}

/** A file's name as it stands in a folder's lists. */
function nameOf(file: string): string {
  return file.replace(/\.yaml$/, '');
}

function layoutOf(file: string, line: readonly PackFolder[]): OwnedLayout | undefined {
  const owner = line.find(({ forms }) => forms.has(nameOf(file)));
  const read = owner?.forms.get(nameOf(file));
  return owner === undefined || read === undefined ? undefined : { owner, file: read };
}

function missingLayout(
  kind: string,
  file: string,
  owner: PackFolder,
  line: readonly PackFolder[],
): readonly Diagnostic[] {
  const known = line.flatMap(({ forms }) => [...forms.keys()]);
  // An entry that is missing has been reported, and reads as not disclosed.
  if (file === UNDISCLOSED || known.includes(nameOf(file))) return [];
  const near = suggestion(nameOf(file), known);
  const message = `没有 forms/${nameOf(file)}.yaml${near}；请补上这个文件，或改正“格式”`;
  return [error('missing-file', message, placeIn(owner, kind, '格式'))];
}

/** How forms of a kind are scored, and where it says how many points spending earns. */
function scoringOfKind(
  kind: FormKind,
  { scoring: own }: FormKindFile,
  owner: PackFolder,
  line: readonly PackFolder[],
): Pick<PackForm, 'scoring' | 'executionWeight'> {
  const common = line.find(({ file }) => file.value.scoring !== undefined);
  const ofPack = scoringOf(common?.file.value.scoring, DEFAULT_SCORING);
  const scoring = scoringOf(own, isScoredBySpending(kind) ? ofPack : withoutExecution(ofPack));
  const places = [
    { document: owner.file.document, path: ['自评表种类', kind.key, '评分', '执行分值'] },
    ...(common === undefined ? [] : [{ document: common.file.document, path: ['评分', '执行分值'] }]),
  ];
  const entry = places.find(({ document, path }) => textAt(document, path) !== undefined);
  const executionWeight: LaidDown =
    entry === undefined ? COMMON_EXECUTION_WEIGHT : { value: scoring.executionWeight, entry };
  return { scoring, executionWeight };
}

/** Whether a kind has points for spending: beside its sums, or beside the sources that its forms name. */
function isScoredBySpending({ executionPoints, money }: FormKind): boolean {
  return executionPoints || (money !== undefined && money.rows === undefined);
}

/** A scale in which the indicators have all points. */
function withoutExecution(scoring: Scoring): Scoring {
  const { indicatorWeight, executionWeight } = scoring;
  return { ...scoring, indicatorWeight: indicatorWeight.plus(executionWeight), executionWeight: ZERO };
}
