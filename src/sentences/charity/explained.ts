import { intervalOf, overlaps, percent, sum } from '../interval.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { isOfItsOwn, isOfRest, isOtherMatter, isOtherPart } from './other-matters.ts';
import { saysPartsDiffer } from './overlaps.ts';
import type { Accused } from './accused.ts';
import { makesOf } from './makes.ts';

/**
 * Whether a number that a relation accuses is explained by other numbers of its sentence: then the relation was misread,
 * and nothing is said. `all` are the relations of the sentence.
 */
export function isExplained(failed: Relation, all: readonly Relation[], sentence: Sentence): boolean {
  if (failed.isSum === true && saysPartsDiffer(failed, sentence)) return true;
  if (failed.explained === true) return false;
  const placed = placedIn(sentence);
  if (failed.isSum === true && isRated(failed, placed)) return true;
  const one = placed.find(({ mention }) => mention.quantity.from === failed.result.from);
  if (one === undefined) return false;
  return (
    isOfElse(one, failed, sentence) ||
    isOtherPart(one, failed, sentence) ||
    isOtherMatter(one, failed, placed) ||
    isMade({ one, failed, placed, claimed: claimedIn(failed, all) })
  );
}

function isOfElse(one: Placed, failed: Relation, sentence: Sentence): boolean {
  const isChange = one.mention.role === 'changeRate';
  return isOfItsOwn(one) || isOfRest(one) || (isChange && isToldBehind(failed, sentence));
}

/** 送审 4053 万元，核减 1.94%，即 78.8 万元: the amount behind is what the rate makes, and not what it is made of. */
function isToldBehind({ members, result }: Relation, { text, from }: Sentence): boolean {
  return (
    result.unit === '%' &&
    members.some(
      (one) =>
        one.from > result.to && /^，(?:即|计|约合)$/u.test(text.slice(result.to - from, one.from - from)),
    )
  );
}

/** 优良率 85%，其中优 12 个、良 5 个，共 20 个: what the parts are of their whole is told, so they are not all of it. */
function isRated({ members, result }: Relation, placed: readonly Placed[]): boolean {
  const parts = sum(members.filter((one) => one.from !== result.from).map(intervalOf));
  const share = percent(parts, intervalOf(result));
  if (share === undefined || share.low.gte(100) || result.unit === '%') return false;
  return placed.some(
    ({ mention: { quantity } }) => quantity.unit === '%' && overlaps(intervalOf(quantity), share),
  );
}

function isMade(accused: Accused): boolean {
  return makesOf(accused).some(({ told, outcome }) => overlaps(told, outcome));
}

function claimedIn(failed: Relation, all: readonly Relation[]): ReadonlySet<number> {
  const others = all.filter(
    ({ holds, result, strength }) => !holds && strength !== 'suggested' && result.from !== failed.result.from,
  );
  return new Set(others.flatMap(({ members }) => members.map(({ from }) => from)));
}
