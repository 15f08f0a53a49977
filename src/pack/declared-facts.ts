import { CODE_STEP, fact as row, type Fact, type FactDetails } from '../accounts/facts/fact.ts';
import { decimalsOf } from '../accounts/facts/unit.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfKey, type YamlPath } from '../source/yaml.ts';
import { nameProblem } from './fact-names.ts';
import type { DeclaredFact } from './fact-schema.ts';
import { entriesOf } from './owned.ts';
import type { PackFolder } from './pack-folder.ts';

/** A fact that a pack declares, with where it does so: by itself, or as one of several columns. */
export interface DeclaredRow {
  readonly fact: Fact;
  readonly value: DeclaredFact;
  readonly owner: PackFolder;
  readonly path: YamlPath;
}

/** Takes what is wrong in a pack's own file. */
export type Report = (owner: PackFolder, found: Diagnostic) => void;

/** The facts that packs of a line declare, each from the nearest pack that has it; those whose names cannot be are told of. */
export function declaredRows(
  line: readonly PackFolder[],
  report: Report,
): { readonly rows: readonly DeclaredRow[]; readonly names: readonly string[] } {
  const rows = [...entriesOf(line, 'facts')].flatMap(([id, { value, owner }]): readonly DeclaredRow[] => {
    const path = ['自定数', id];
    if (value.columns === undefined) return [{ fact: factOf(id, value.label, value), value, owner, path }];
    if (value.by === undefined) {
      const message = `“${id}”写了“栏”，没有写按什么分列；请写“分”`;
      report(owner, error('bad-fact', message, placeOfKey(owner.file.document, path)));
      return [];
    }
    return value.columns.map((name) => ({ fact: columnOf(id, name, value), value, owner, path }));
  });
  const names = rows.map(({ fact }) => fact.id);
  const sound = rows.filter(({ fact, owner, path }) => {
    const problem = nameProblem(fact.id, names);
    if (problem !== undefined)
      report(owner, error('bad-fact', problem, placeOfKey(owner.file.document, path)));
    return problem === undefined;
  });
  return { rows: sound, names };
}

/** One of several facts that are entered beside each other: by code below each code. */
function columnOf(declaration: string, name: string, value: DeclaredFact): Fact {
  const own = factOf(`${declaration}.${name}`, name, value);
  const steps = declaration.split('.');
  return {
    ...own,
    columnOf: declaration,
    path: value.by === '科目' ? [...steps, CODE_STEP, name] : own.path,
    required: value.optional === true ? 'never' : 'within',
    absent: 'nothing',
  };
}

function factOf(id: string, label: string, value: DeclaredFact): Fact {
  const { unit, by, orPlain, signed, decimals, optional, description, source } = value;
  const { budget, adjustedBudget } = value;
  const details: FactDetails = {
    label,
    ...(by !== undefined && { keys: by, orPlain: orPlain ?? false }),
    signed: signed ?? false,
    decimals: decimals ?? decimalsOf(unit),
    ...(optional === true && { required: 'never', absent: 'nothing' }),
    ...(source !== undefined && { source }),
    ...(budget !== undefined && { budget }),
    ...(adjustedBudget !== undefined && { adjustedBudget }),
  };
  return row(id, unit, description ?? [label, unit === '万元' ? [] : unit].flat().join('，'), details);
}
