import { suggestion } from '../accounts/suggestion.ts';
import { COMMON_EXECUTION_WEIGHT, type LaidDown } from '../figures/laid-down.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfValue, textAt } from '../source/yaml.ts';
import { formKindsOf, ownerOfFormKinds } from './form-kinds.ts';
import { formMistakes } from './form-mistakes.ts';
import type { FormLayout } from './form-schema.ts';
import type { PackFolder, Read } from './pack-folder.ts';
import type { PackForm } from './pack.ts';
import { DEFAULT_SCORING, scoringOf } from './scoring-schema.ts';
import type { Reference } from './template-references.ts';

/** A layout with the pack that it comes from. */
export interface OwnedLayout {
  readonly owner: PackFolder;
  readonly file: Read<FormLayout>;
}

/** The kinds of forms of a pack. */
export interface AssembledForms {
  readonly forms: readonly PackForm[];
  readonly layouts: readonly OwnedLayout[];
  /** Figures that the kinds name, and where. */
  readonly references: readonly Reference[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether every kind that is printed has a layout. */
  readonly complete: boolean;
}

/** The kinds of forms of a pack with their layouts, each the nearest; undefined where no pack of the line says any. */
export function assembleForms(folder: PackFolder, line: readonly PackFolder[]): AssembledForms | undefined {
  const owner = ownerOfFormKinds(line);
  if (owner === undefined) return undefined;
  const found = formKindsOf(owner).map((kind) => {
    const file = owner.file.value.formKinds?.[kind.key]?.file;
    const layout = file === undefined ? undefined : layoutOf(file, line);
    const { scoring, executionWeight } = scoringOfKind(kind.key, owner, line);
    const form = { kind, scoring, executionWeight, grades: scoring.grades, layout: layout?.file.value };
    // What is wrong with both as they are inherited is told of where they are put together.
    const ownMistakes = layout !== undefined && (layout.owner === folder || owner === folder);
    return {
      form,
      layout,
      diagnostics: [
        ...(ownMistakes ? formMistakes(kind, layout.file.value, layout.file.document) : []),
        ...(file === undefined ? [] : missingLayout(kind.key, file, owner, line)),
      ],
    };
  });
  return {
    forms: found.map(({ form }) => form),
    layouts: found.flatMap(({ layout }) => layout ?? []),
    references: found.flatMap(({ form: { kind } }) =>
      kind.outturn === undefined
        ? []
        : {
            id: kind.outturn,
            place: placeOfValue(owner.file.document, ['自评表种类', kind.key, '执行数应为']),
          },
    ),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
    complete: found.every(({ form: { kind, layout } }) => kind.linked || layout !== undefined),
  };
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
  { file: { document } }: PackFolder,
  line: readonly PackFolder[],
): readonly Diagnostic[] {
  const known = line.flatMap(({ forms }) => [...forms.keys()]);
  if (known.includes(nameOf(file))) return [];
  const near = suggestion(nameOf(file), known);
  const message = `没有 forms/${nameOf(file)}.yaml${near}；请补上这个文件，或改正“格式”`;
  return [error('missing-file', message, placeOfValue(document, ['自评表种类', kind, '格式']))];
}

/** How forms of a kind are scored, and where it says how many points spending earns. */
function scoringOfKind(
  kind: string,
  owner: PackFolder,
  line: readonly PackFolder[],
): Pick<PackForm, 'scoring' | 'executionWeight'> {
  const common = line.find(({ file }) => file.value.scoring !== undefined);
  const own = owner.file.value.formKinds?.[kind]?.scoring;
  const scoring = scoringOf(own, scoringOf(common?.file.value.scoring, DEFAULT_SCORING));
  const places = [
    { document: owner.file.document, path: ['自评表种类', kind, '评分', '执行分值'] },
    ...(common === undefined ? [] : [{ document: common.file.document, path: ['评分', '执行分值'] }]),
  ];
  const entry = places.find(({ document, path }) => textAt(document, path) !== undefined);
  const executionWeight: LaidDown =
    entry === undefined ? COMMON_EXECUTION_WEIGHT : { value: scoring.executionWeight, entry };
  return { scoring, executionWeight };
}
