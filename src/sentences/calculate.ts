import { isExplained } from './charity/explained.ts';
import { FAMILIES } from './families.ts';
import { mendingOf, type Found } from './near-miss/mending.ts';
import type { Quantity } from './quantity.ts';
import type { Relation } from './relations/relation.ts';
import { isApiece, placedIn } from './relations/placed.ts';
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
    of(sentence).map((one): Found => ({
      ...one,
      strength: one.strength ?? strength,
      of,
      isMisreadable,
      isSearched: false,
    })),
  );
  const searched = searchRelations(sentence, found);
  return [
    ...found,
    ...searched.map((one): Found => ({
      ...one,
      strength: 'said',
      of: () => [],
      isMisreadable: false,
      isSearched: true,
    })),
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
  if (isMisread(failed, relations, sentence)) return undefined;
  if (failed.strength === 'said') return { quantity: culpritOf(failed, relations), members, problem, nearly };
  const borne = borneOutBy(relations);
  // A number that is made in the wrong way is made of other numbers of the sentence.
  const isToldOtherwise = borneOutBy(relations.filter(({ isSearched }) => !isSearched)).has(result.from);
  if (isTwin && !isToldOtherwise) return { quantity: result, members, problem, nearly };
  if (isMadeOtherwise(failed, relations, sentence)) return undefined;
  const mending = mendingOf(failed, sentence, borne);
  if (mending === undefined) return undefined;
  const { quantity, meant } = mending;
  const advice = quantity.from === result.from ? '' : `，${quantity.text} 似应为 ${meant.text}`;
  return { quantity, members, problem: `${problem}${advice}`, nearly };
}

/** Whether other numbers of the sentence explain it, so that nothing is wrong. */
function isMisread(failed: Found, relations: readonly Found[], sentence: Sentence): boolean {
  if (failed.isSum === true && addsApiece(failed, sentence)) return true;
  if (isMadeOfMore(failed, relations) || isOfNamedWhole(failed, relations)) return true;
  if (failed.isMisreadable && isMadeOfOthers(failed, relations)) return true;
  const isOpen = failed.isMisreadable && !isOneOfSeveral(failed, relations);
  return isOpen && isExplained(failed, relations, sentence);
}

/** 3 个站所各有编制 12 名，机关编制 40 名: what each has is not what all have. */
function addsApiece(failed: Found, sentence: Sentence): boolean {
  return placedIn(sentence).some((one) => isApiece(one) && isIn(one.mention.quantity, failed));
}

/** 合同价 3860 万元，设计变更增加 193 万元，送审 4053 万元，审定…: what other numbers make beyond chance, told before all that it is held against, is theirs. */
function isMadeOfOthers({ result, members }: Found, all: readonly Found[]): boolean {
  return (
    result.unit !== '%' &&
    members.every(({ from }) => from >= result.from) &&
    all.some(
      (one) =>
        one.isSearched &&
        one.holds &&
        one.members.length > 2 &&
        one.result.from === result.from &&
        !one.members.every((other) => isIn(other, { members })),
    )
  );
}

/** 其中小微企业 96 万元，占采购总额 80%: words of its own name the whole, and of that it is as much. */
function isOfNamedWhole({ result, of, isMisreadable }: Found, all: readonly Found[]): boolean {
  return (
    isMisreadable &&
    result.unit === '%' &&
    all.some(
      (one) =>
        one.holds &&
        one.strength === 'said' &&
        !one.isSearched &&
        one.of !== of &&
        one.members.length > 2 &&
        one.result.from === result.from,
    )
  );
}

/** So many others of a list that come out show what a share is of, whatever else may make it. */
const SEVERAL = 2;

/** 占 74.80%, 占 28.76%, 占 1.03%, 占 2.65%: the other shares of a whole come out, and this one must, too. */
function isOneOfSeveral({ of, members, result }: Found, all: readonly Found[]): boolean {
  const others = all.filter((one) => one.of === of && one.holds && one.result.unit === '%');
  const isWhole = (one: Quantity): boolean => others.filter((other) => isIn(one, other)).length >= SEVERAL;
  return result.unit === '%' && members.some((one) => one.from !== result.from && isWhole(one));
}

/** 两项增幅均为 50%: of each of them. */
const OF_EACH = /(?:均(?!每|价)|都|分别)[^，。；]{0,6}$/u;

/** Whether other numbers make what it says; then it is theirs. */
function isMadeOtherwise(
  { result, members }: Relation,
  all: readonly Relation[],
  { text, from }: Sentence,
): boolean {
  if (OF_EACH.test(text.slice(0, result.from - from))) return false;
  return all.some(
    (one) =>
      one.holds &&
      one.members.length > 2 &&
      one.result.from === result.from &&
      !one.members.every((other) => isIn(other, { members })),
  );
}

/** 年初 ＋ 收入 − 支出 − 上缴 ＝ 年末: a sum that comes out with one number more, of which words told all but that. */
function isMadeOfMore({ members, result }: Relation, all: readonly Found[]): boolean {
  return (
    members.length > 2 &&
    all.some(
      (one) =>
        one.holds &&
        one.strength !== 'suggested' &&
        one.members.length > members.length &&
        one.result.from === result.from &&
        members.every((own) => isIn(own, one)),
    )
  );
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
