import type { Severity } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { placeOfValue, type YamlPath } from '../source/yaml.ts';
import { rowId } from '../accounts/facts/fact.ts';
import type { FactBook } from '../accounts/facts/fact-book.ts';
import { columnNames, declarationIn, EACH_COLUMN, eachColumn } from '../figures/column-patterns.ts';
import { namesRows, ROW_CODE, ROW_ITEM } from '../figures/row-patterns.ts';
import type { DeclaredRow } from './declared-facts.ts';
import type { RelationFile } from './fact-schema.ts';
import { entriesOf } from './owned.ts';
import type { PackFolder } from './pack-folder.ts';

/** A relation that figures of one pack must keep to. */
export interface FactRelation {
  /** What it is called where the pack states it by itself; empty for one that is declared with a fact. */
  readonly name: string;
  /** Id of the figure that must keep to it; with `{科目}` or `{项}` the figure of each row must. */
  readonly id: string;
  readonly kind: 'equal' | 'at most' | 'share';
  /**
   * Ids of the figures that are added on its other side; of a share the part. `{科目}` and `{项}` stand for the row of the
   * figure, or, where that has none, for all rows together.
   */
  readonly others: readonly string[];
  /** Ids of the figures that are added to the whole of a share. */
  readonly whole: readonly string[];
  readonly severity: Severity;
  readonly source: string;
  /** Where the pack says so. */
  readonly place: Place;
}

const SEVERITIES = { 错误: 'error', 警告: 'warning', 提示: 'note' } as const;

/** A relation with the pack that says so. */
interface OwnedRelation {
  readonly relation: FactRelation;
  readonly owner: PackFolder;
}

/** The relations that packs of a line state by themselves, each from the nearest pack that has it. */
export function statedRelations(line: readonly PackFolder[], book: FactBook): readonly OwnedRelation[] {
  return [...entriesOf(line, 'relations')].flatMap(([name, { value, owner }]) => {
    if (value === undefined) return [];
    const { figure } = value;
    const columns = figure.includes(EACH_COLUMN) ? columnNames(declarationIn(figure), book) : [EACH_COLUMN];
    const relation = relationOf(value, owner, ['关系', name]);
    return columns.map((column) => {
      const of = (id: string): string => id.replaceAll(EACH_COLUMN, column);
      return { owner, relation: withColumns({ ...relation, name, id: of(figure) }, of, book) };
    });
  });
}

/** The relations that a fact is declared with: of each of its rows where they speak of rows. */
export function relationsOfFact(
  { fact, value, owner, path }: DeclaredRow,
  book: FactBook,
): readonly OwnedRelation[] {
  const row = fact.keys === '科目' || fact.keys === '经济科目' ? ROW_CODE : ROW_ITEM;
  return value.relations.map((stated, index) => {
    const relation = relationOf(stated, owner, [...path, '关系', index]);
    const byRow = fact.keys !== undefined && [...relation.others, ...relation.whole].some(namesRows);
    const id = byRow ? rowId(fact, row) : fact.id;
    return { owner, relation: withColumns({ ...relation, name: '', id }, (one) => one, book) };
  });
}

function withColumns(relation: FactRelation, of: (id: string) => string, book: FactBook): FactRelation {
  const all = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => eachColumn(of(id), book));
  return { ...relation, others: all(relation.others), whole: all(relation.whole) };
}

function relationOf(
  relation: RelationFile,
  { file }: PackFolder,
  path: YamlPath,
): Omit<FactRelation, 'id' | 'name'> {
  return {
    ...sidesOf(relation),
    severity: SEVERITIES[relation.severity],
    source: relation.source,
    place: placeOfValue(file.document, path),
  };
}

function sidesOf({ equal, atMost, shareOf }: RelationFile): Pick<FactRelation, 'kind' | 'others' | 'whole'> {
  if (shareOf !== undefined) return { kind: 'share', others: shareOf.part, whole: shareOf.whole };
  return equal === undefined
    ? { kind: 'at most', others: atMost ?? [], whole: [] }
    : { kind: 'equal', others: equal, whole: [] };
}
