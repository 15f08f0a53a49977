import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, isBelow, sum } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import { FAMILIES } from './families.ts';
import { mayOverlap } from './overlapping.ts';
import { placedIn, type Placed } from './placed.ts';
import { shown, type Relation } from './relation.ts';

/** Nothing else is told between them, and no rates of either. */
const BESIDE = /^[，、；和](?![^占]*[率度])[^，。；]*$/u;
const HUNDRED = new Exact(100);

/** 线上占 64.8%，线下占 35.2%: shares of what is one or the other are no more than all together. */
export function complementaryShares(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.slice(1).flatMap((b, at) => {
    const a = all[at];
    if (
      a === undefined ||
      !BESIDE.test(b.lead) ||
      !isShare(a) ||
      !isShare(b) ||
      !(areOpposite(a.clause, b.clause) || areAlike(a, b))
    )
      return [];
    const members = [a.mention.quantity, b.mention.quantity];
    const made = sum(members.map(intervalOf));
    const holds = !isBelow({ low: HUNDRED, high: HUNDRED }, made);
    const problem = `${members.map(({ text }) => text).join(' ＋ ')} ＝ ${shown(made, '%')}，超过 100%`;
    return holds ? [] : [{ members, result: b.mention.quantity, holds, problem }];
  });
}

function isShare({ mention: { role, whole, of, quantity } }: Placed): boolean {
  return role === 'share' && whole === '' && of === undefined && quantity.approximation === undefined;
}

/** 门诊收入占 38.6%、住院收入占 71.4%: of two that are called alike, neither holds the other. */
function areAlike(a: Placed, b: Placed): boolean {
  const names = [a.item.name, b.item.name].map((name) => name.replace(/^其中/u, ''));
  const [one = '', other = ''] = names;
  return (
    /^[、和]/u.test(b.lead) &&
    one !== other &&
    Math.min(one.length, other.length) > 2 &&
    one.slice(-2) === other.slice(-2) &&
    !mayOverlap(names)
  );
}

/** Whether a kind falls into the two, and into nothing else. */
function areOpposite(one: string, other: string): boolean {
  return FAMILIES.some(({ required: [a, b, more], of }) => {
    if (a === undefined || b === undefined || more !== undefined || of !== undefined) return false;
    const fits = (x: string, y: string): boolean => a.test(x) && !b.test(x) && b.test(y) && !a.test(y);
    return fits(one, other) || fits(other, one);
  });
}
