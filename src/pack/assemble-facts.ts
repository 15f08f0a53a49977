import { COMMON_FACTS } from '../accounts/facts/common-facts.ts';
import { FactBook, type BookEntry } from '../accounts/facts/fact-book.ts';
import { isCodeCell } from '../figures/code-columns.ts';
import { namesRows } from '../figures/row-patterns.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { placeOfValue } from '../source/yaml.ts';
import { assembleSums } from './assemble-sums.ts';
import { declaredRows, type DeclaredRow, type Report } from './declared-facts.ts';
import { entriesInUse } from './fact-use.ts';
import type { PackFolder } from './pack-folder.ts';
import { relationsOfFact, statedRelations, type FactRelation } from './relations.ts';
import { patternProblem } from './row-mistakes.ts';
import type { Reference } from './template-references.ts';

/** The dictionary of facts of a pack, with what its figures must keep to. */
export interface PackFacts {
  readonly book: FactBook;
  readonly relations: readonly FactRelation[];
  /** What each declared sum is made of, and where the pack says so. */
  readonly sums: readonly { readonly ids: readonly string[]; readonly place: Place }[];
  /** Figures that facts, sums and relations name and that every booklet must have, and where. */
  readonly references: readonly Reference[];
}

export const COMMON_PACK_FACTS: PackFacts = { book: COMMON_FACTS, relations: [], sums: [], references: [] };

/**
 * What units of a pack enter and what the pack makes of it: the common facts, as far as the pack uses them, and those that
 * it declares or inherits. The common dictionary itself where a pack says nothing, so that what was read by it is known to
 * be the same.
 *
 * @param line the pack's folder and those that it inherits from, nearest first
 */
export function assembleFacts(
  folder: PackFolder,
  line: readonly PackFolder[],
  diagnostics: Diagnostic[],
): PackFacts {
  const report: Report = (owner, found) => {
    if (owner === folder) diagnostics.push(found);
  };
  const { rows, names } = declaredRows(line, report);
  const entries: readonly BookEntry[] = [
    ...COMMON_FACTS.entries,
    ...rows.map(({ fact }) => ({ topic: '自定数' as const, fact })),
  ];
  const used = entriesInUse(entries, line, report);
  const facts = new FactBook(used, COMMON_FACTS.notes);
  const sums = assembleSums(line, { names, facts }, report);
  const book = new FactBook(
    used,
    COMMON_FACTS.notes,
    sums.map(({ sum }) => sum),
  );
  const relations = [...rows.flatMap((one) => relationsOfFact(one, book)), ...statedRelations(line, book)];
  if (rows.length + sums.length + relations.length === 0 && used === entries) return COMMON_PACK_FACTS;
  const named: readonly Named[] = [
    ...relations.map(({ relation, owner }) => ({
      ids: [relation.id, ...relation.others, ...relation.whole],
      place: relation.place,
      owner,
    })),
    ...sums.map(({ sum, owner, place }) => ({ ids: [...sum.plus, ...sum.minus], place, owner })),
  ];
  return {
    book,
    relations: relations.map(({ relation }) => relation),
    sums: sums.map(({ sum, place }) => ({ ids: [...sum.plus, ...sum.minus], place })),
    references: [...rows.flatMap(budgetsOf), ...named.flatMap((one) => referencesOf(one, book, report))],
  };
}

/** Figures that a pack names at a place. */
interface Named {
  readonly ids: readonly string[];
  readonly place: Place;
  readonly owner: PackFolder;
}

/** What sums and relations name must exist in every booklet; rows must be of a column that the pack knows. */
function referencesOf({ ids, place, owner }: Named, book: FactBook, report: Report): readonly Reference[] {
  for (const id of ids) {
    const problem = patternProblem(id, book);
    if (problem !== undefined) report(owner, error('unknown-figure', problem, place));
  }
  return ids.filter((id) => !namesRows(id) && !isCodeCell(id, book)).map((id) => ({ id, place }));
}

/** The budgets that a fact is compared with. */
function budgetsOf({ value, owner, path }: DeclaredRow): readonly Reference[] {
  return [
    { label: '年初预算', budget: value.budget },
    { label: '全年预算', budget: value.adjustedBudget },
  ].flatMap(({ label, budget }) =>
    budget === undefined ? [] : [{ id: budget, place: placeOfValue(owner.file.document, [...path, label]) }],
  );
}
