import type { DeclaredSum } from '../accounts/facts/declared-sum.ts';
import type { FactBook } from '../accounts/facts/fact-book.ts';
import { eachColumn } from '../figures/column-patterns.ts';
import { namesRows, ROW_CODE, ROW_ITEM } from '../figures/row-patterns.ts';
import { error } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { placeOfKey } from '../source/yaml.ts';
import type { Report } from './declared-facts.ts';
import { nameProblem } from './fact-names.ts';
import { entriesOf, type Owned } from './owned.ts';
import type { PackFolder } from './pack-folder.ts';
import type { SumFile } from './sum-schema.ts';

type OwnedSums = ReadonlyMap<string, Owned<SumFile>>;

/** A declared sum, with where the pack says so. */
interface AssembledSum {
  readonly sum: DeclaredSum;
  readonly owner: PackFolder;
  readonly place: Place;
}

/**
 * The sums that a pack declares or inherits, those that others are made of before these.
 *
 * @param known names of the facts that it declares, which the sums cannot have too, and what units of the pack enter
 */
export function assembleSums(
  line: readonly PackFolder[],
  known: { readonly names: readonly string[]; readonly facts: FactBook },
  report: Report,
): readonly AssembledSum[] {
  const declared: OwnedSums = new Map(
    [...entriesOf(line, 'sums')].map(([id, one]) => [
      id,
      { ...one, value: withColumns(one.value, known.facts) },
    ]),
  );
  const names = [...known.names, ...declared.keys()];
  const sound = new Map(
    [...declared].filter(([id, { value, owner }]) => {
      const problem = nameProblem(id, names) ?? formProblem(id, value) ?? circleProblem(id, declared);
      if (problem !== undefined)
        report(owner, error('bad-fact', problem, placeOfKey(owner.file.document, ['自定合计', id])));
      return problem === undefined;
    }),
  );
  return inOrder(sound).map(([id, { value, owner }]) => ({
    sum: sumOf(id, value),
    owner,
    place: placeOfKey(owner.file.document, ['自定合计', id]),
  }));
}

/** A sum that adds each of several columns. */
function withColumns(sum: SumFile, facts: FactBook): SumFile {
  const all = (ids: readonly string[]): string[] => ids.flatMap((id) => eachColumn(id, facts));
  return { ...sum, plus: all(sum.plus), minus: sum.minus && all(sum.minus) };
}

function sumOf(id: string, { label, plus, minus, by, only }: SumFile): DeclaredSum {
  return {
    id,
    label,
    plus,
    minus: minus ?? [],
    ...(by !== undefined && { keys: by }),
    ...(only !== undefined && { only }),
  };
}

function termsOf({ plus, minus }: Pick<SumFile, 'plus' | 'minus'>): readonly string[] {
  return [...plus, ...(minus ?? [])];
}

/** What is broken down, or limited to some rows, must speak of rows. */
function formProblem(id: string, sum: SumFile): string | undefined {
  const terms = termsOf(sum);
  const step = sum.by === '科目' || sum.by === '经济科目' ? ROW_CODE : ROW_ITEM;
  if (sum.by !== undefined && !terms.every((term) => term.includes(step)))
    return `“${id}”分${sum.by}列，“加”“减”的每个数都应带“${step}”，例如 委托业务费.${step}；请改正`;
  if (sum.only !== undefined && !terms.some(namesRows))
    return `“${id}”写了“只限”，“加”“减”的数却没有带“${ROW_CODE}”或“${ROW_ITEM}”；请改正`;
  return undefined;
}

/** The declared sums that a sum is made of. */
function usedBy({ value }: Owned<SumFile>, declared: OwnedSums): readonly string[] {
  const bare = termsOf(value).map((term) =>
    term
      .split('.')
      .filter((step) => step !== ROW_CODE && step !== ROW_ITEM && !/^\d+$/.test(step))
      .join('.'),
  );
  return [...declared.keys()].filter((id) => bare.some((term) => `.${term}.`.includes(`.${id}.`)));
}

function circleProblem(id: string, declared: OwnedSums): string | undefined {
  const seen = new Set<string>();
  const reach = (from: string): boolean => {
    const own = declared.get(from);
    return (own === undefined ? [] : usedBy(own, declared)).some((next) => {
      if (next === id) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reach(next);
    });
  };
  return reach(id) ? `“${id}”由自己算出自己（直接或者经过别的合计）；请改正“加”“减”` : undefined;
}

function inOrder(declared: OwnedSums): readonly (readonly [string, Owned<SumFile>])[] {
  const ordered = new Map<string, Owned<SumFile>>();
  const add = (id: string): void => {
    const own = declared.get(id);
    if (own === undefined || ordered.has(id)) return;
    usedBy(own, declared).forEach(add);
    ordered.set(id, own);
  };
  [...declared.keys()].forEach(add);
  return [...ordered];
}
