import { suggestion } from '../accounts/suggestion.ts';
import { COMMON_FACTS } from '../accounts/facts/common-facts.ts';
import { fact as row, type Fact, type FactDetails } from '../accounts/facts/fact.ts';
import { FactBook, type BookEntry } from '../accounts/facts/fact-book.ts';
import { decimalsOf } from '../accounts/facts/unit.ts';
import { error, type Diagnostic, type Severity } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { placeOfKey, placeOfValue } from '../source/yaml.ts';
import { nameProblem } from './fact-names.ts';
import type { DeclaredFact, RelationFile } from './fact-schema.ts';
import { ROW_CODE } from './layout-mistakes.ts';
import type { PackFolder } from './pack-folder.ts';
import type { Reference } from './template-references.ts';

/** A relation that figures of one pack must keep to. */
export interface FactRelation {
  /** Id of the fact that it was declared with. */
  readonly id: string;
  readonly kind: 'equal' | 'at most' | 'share';
  /** Ids of the figures that are added on its other side; of a share the part. `{科目}` stands for each of the fact's codes. */
  readonly others: readonly string[];
  /** Ids of the figures that are added to the whole of a share. */
  readonly whole: readonly string[];
  readonly severity: Severity;
  readonly source: string;
  /** Where the pack says so. */
  readonly place: Place;
}

/** The dictionary of facts of a pack, with what its facts must keep to. */
export interface PackFacts {
  readonly book: FactBook;
  readonly relations: readonly FactRelation[];
  /** Figures that its facts name, and where. */
  readonly references: readonly Reference[];
}

export const COMMON_PACK_FACTS: PackFacts = { book: COMMON_FACTS, relations: [], references: [] };

interface Owned {
  readonly value: DeclaredFact;
  readonly owner: PackFolder;
}

/**
 * What units of a pack enter: the common facts, as far as the pack uses them, and those that it declares or inherits. The
 * common dictionary itself where a pack says nothing, so that what was read by it is known to be the same.
 *
 * @param line the pack's folder and those that it inherits from, nearest first
 */
export function assembleFacts(
  folder: PackFolder,
  line: readonly PackFolder[],
  diagnostics: Diagnostic[],
): PackFacts {
  const declared = new Map<string, Owned>();
  for (const owner of line.toReversed())
    for (const [id, value] of Object.entries(owner.file.value.facts)) declared.set(id, { value, owner });
  const report = (owner: PackFolder, found: Diagnostic): void => {
    if (owner === folder) diagnostics.push(found);
  };
  const sound = [...declared].filter(([id, { owner }]) => {
    const problem = nameProblem(id, [...declared.keys()]);
    if (problem !== undefined)
      report(owner, error('bad-fact', problem, placeOfKey(owner.file.document, ['自定数', id])));
    return problem === undefined;
  });
  const entries: readonly BookEntry[] = [
    ...COMMON_FACTS.entries,
    ...sound.map(([id, { value }]) => ({ topic: '自定数' as const, fact: factOf(id, value) })),
  ];
  const used = entriesInUse(entries, line, report);
  if (used === COMMON_FACTS.entries || (sound.length === 0 && used === entries)) return COMMON_PACK_FACTS;
  return {
    book: new FactBook(used, COMMON_FACTS.notes),
    relations: sound.flatMap(([id, one]) => relationsOf(id, one)),
    references: sound.flatMap(([id, one]) => referencesOf(id, one)),
  };
}

function factOf(id: string, value: DeclaredFact): Fact {
  const { label, unit, by, orPlain, signed, decimals, optional, description, source } = value;
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

/** Sections of which a region may print nothing; without the others no booklet adds up. */
const DISPENSABLE: ReadonlySet<string> = new Set([
  '人员',
  '年初预算',
  '全年预算',
  '机关运行经费',
  '三公经费',
  '政府采购',
  '国有资产',
]);

const USES = { unused: '不用', optional: '可不填', required: '必填' } as const;

/** The facts as the packs of a line say that they are used, the nearest last; the very entries where none says anything. */
function entriesInUse(
  entries: readonly BookEntry[],
  line: readonly PackFolder[],
  report: (owner: PackFolder, found: Diagnostic) => void,
): readonly BookEntry[] {
  let used = entries;
  for (const owner of line.toReversed()) {
    for (const [use, label] of Object.entries(USES)) {
      owner.file.value.factUse[use as keyof typeof USES].forEach((id, index) => {
        const named = entries.filter(({ fact }) => fact.id === id || fact.id.startsWith(`${id}.`));
        const problem = useProblem(id, named, use !== 'required', entries);
        if (problem === undefined)
          used = used.map((entry) =>
            named.some(({ fact }) => fact.id === entry.fact.id) ? inUse(entry, id, use) : entry,
          );
        else
          report(
            owner,
            error('bad-fact', problem, placeOfValue(owner.file.document, ['账目', label, index])),
          );
      });
    }
  }
  return used;
}

function useProblem(
  id: string,
  named: readonly BookEntry[],
  less: boolean,
  entries: readonly BookEntry[],
): string | undefined {
  if (named.length === 0) {
    const known = new Set(entries.flatMap(({ fact }) => [fact.id, fact.path[0] ?? '']));
    return `没有“${id}”这个填报的数${suggestion(id, [...known])}`;
  }
  const fixed = named.find(({ topic, fact }) => topic !== '自定数' && !DISPENSABLE.has(fact.path[0] ?? ''));
  return less && fixed !== undefined
    ? `“${id}”是每本决算都要填的数，不能不用或不填；请删去这一行`
    : undefined;
}

/** A whole section that need not be entered is entered as a whole or not at all. */
function inUse(entry: BookEntry, id: string, use: string): BookEntry {
  const { fact } = entry;
  if (use === 'required') return { ...entry, fact: { ...fact, required: 'always' } };
  if (use === 'unused') return { ...entry, fact: { ...fact, required: 'never', absent: 'unused' } };
  const required = fact.id === id ? 'never' : 'within';
  return {
    ...entry,
    fact: { ...fact, required, absent: entry.topic === '自定数' ? 'nothing' : 'undisclosed' },
  };
}

const SEVERITIES = { 错误: 'error', 警告: 'warning', 提示: 'note' } as const;

function relationsOf(id: string, { value, owner }: Owned): readonly FactRelation[] {
  return value.relations.map((relation, index) => ({
    id,
    ...sidesOf(relation),
    severity: SEVERITIES[relation.severity],
    source: relation.source,
    place: placeOfValue(owner.file.document, ['自定数', id, '关系', index]),
  }));
}

function sidesOf({ equal, atMost, shareOf }: RelationFile): Pick<FactRelation, 'kind' | 'others' | 'whole'> {
  if (shareOf !== undefined) return { kind: 'share', others: shareOf.part, whole: shareOf.whole };
  return equal === undefined
    ? { kind: 'at most', others: atMost ?? [], whole: [] }
    : { kind: 'equal', others: equal, whole: [] };
}

/** What facts name must exist in every booklet; cells of a code that a booklet does not have are nothing. */
function referencesOf(id: string, { value, owner }: Owned): readonly Reference[] {
  const { document } = owner.file;
  const budgets = [
    { label: '年初预算', budget: value.budget },
    { label: '全年预算', budget: value.adjustedBudget },
  ].flatMap(({ label, budget }) =>
    budget === undefined ? [] : [{ id: budget, place: placeOfValue(document, ['自定数', id, label]) }],
  );
  const others = value.relations.flatMap((relation, index) => {
    const { others, whole } = sidesOf(relation);
    const place = placeOfValue(document, ['自定数', id, '关系', index]);
    return [...others, ...whole].filter((one) => !one.includes(ROW_CODE)).map((one) => ({ id: one, place }));
  });
  return [...budgets, ...others];
}
