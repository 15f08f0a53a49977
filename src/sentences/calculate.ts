import { isExplained } from './charity/explained.ts';
import { isMadeOtherwise } from './charity/readings.ts';
import { FAMILIES } from './families.ts';
import { mendingOf, type Found } from './near-miss/mending.ts';
import type { Quantity } from './quantity.ts';
import type { Relation } from './relations/relation.ts';
import { searchRelations } from './search/search.ts';
import type { Sentence } from './sentence.ts';

/** Numbers of a sentence that cannot all be true. */
export interface Contradiction {
  /** The number that is most likely wrong. */
  readonly quantity: Quantity;
  /** All numbers that do not fit together. */
  readonly members: readonly Quantity[];
  /** The sum that does not come out, in Chinese, without a full stop. */
  readonly problem: string;
  /** A rate that was cut off instead of rounded. */
  readonly nearly: boolean;
}

/** All that the numbers of a sentence must satisfy among themselves. */
export function relationsOf(sentence: Sentence): readonly Relation[] {
  return foundIn(sentence);
}

function foundIn(sentence: Sentence): readonly Found[] {
  const found = FAMILIES.flatMap(({ of, strength, isMisreadable = false }) =>
    of(sentence).map((one): Found => ({ ...one, strength: one.strength ?? strength, of, isMisreadable })),
  );
  const searched = searchRelations(sentence, found);
  return [
    ...found,
    ...searched.map((one): Found => ({ ...one, strength: 'said', of: () => [], isMisreadable: false })),
  ];
}

/** What cannot all be true in a sentence, once for each number that is wrong. */
export function contradictionsIn(sentence: Sentence): readonly Contradiction[] {
  const relations = foundIn(sentence);
  const found: Contradiction[] = [];
  for (const failed of relations.filter(({ holds }) => !holds)) {
    // One wrong number breaks all sums in which it stands: what it explains is not told again.
    if (found.some(({ quantity }) => isIn(quantity, failed) && !isBorneOut(quantity, relations))) continue;
    const one = contradictionOf(failed, relations, sentence);
    if (one !== undefined && !found.some(({ quantity }) => quantity.from === one.quantity.from))
      found.push(one);
  }
  return found;
}

/**
 * What a relation that does not hold tells. Where the words say it, any difference is wrong, unless other numbers explain
 * it; where they only suggest it, one slip of the hand must show how it came about.
 */
function contradictionOf(
  failed: Found,
  relations: readonly Found[],
  sentence: Sentence,
): Contradiction | undefined {
  const { members, problem, nearly = false, result, isTwin = false } = failed;
  if (failed.isMisreadable && isExplained(failed, relations, sentence)) return undefined;
  if (failed.strength === 'said') return { quantity: culpritOf(failed, relations), members, problem, nearly };
  const borne = borneOutBy(relations);
  if (isTwin && !borne.has(result.from)) return { quantity: result, members, problem, nearly };
  if (isMadeOtherwise(failed, sentence)) return undefined;
  const mending = mendingOf(failed, sentence, borne);
  if (mending === undefined) return undefined;
  const { quantity, meant } = mending;
  const advice = quantity.from === result.from ? '' : `，${quantity.text} 似应为 ${meant.text}`;
  return { quantity, members, problem: `${problem}${advice}`, nearly };
}

/** Where numbers stand that take part in sums which come out. */
function borneOutBy(relations: readonly Found[]): ReadonlySet<number> {
  const held = relations.filter((one) => one.holds && one.members.length > 2 && !isTwice(one));
  return new Set(held.flatMap(({ members }) => members.map(({ from }) => from)));
}

/** 应拨 123.20 万元，实拨 123.20 万元，100%: a number told twice bears out nothing. */
function isTwice({ members: [a, b], result }: Relation): boolean {
  return result.unit === '%' && a !== undefined && b !== undefined && a.value.eq(b.value);
}

function isIn({ from }: Quantity, { members }: Pick<Relation, 'members'>): boolean {
  return members.some((one) => one.from === from);
}

/** Whether a sum comes out with it; a mere comparison of two says little. */
function isBorneOut(quantity: Quantity, relations: readonly Relation[]): boolean {
  return relations.some((one) => one.holds && one.members.length > 2 && isIn(quantity, one));
}

/** The number that most other failures share and no other sum bears out; the result where nothing tells. */
function culpritOf({ members, result }: Relation, relations: readonly Relation[]): Quantity {
  let [best, most] = [result, scoreOf(result, relations)];
  for (const member of members) {
    const score = scoreOf(member, relations);
    if (score > most) [best, most] = [member, score];
  }
  return best;
}

function scoreOf(quantity: Quantity, relations: readonly Relation[]): number {
  let score = 0;
  for (const { members, holds } of relations) {
    if (isIn(quantity, { members })) score += holds ? -1 : 1;
  }
  return score;
}
