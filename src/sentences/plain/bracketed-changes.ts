import { isExact, sameUnit, stretchesOf } from '../equations/beside.ts';
import { minus, overlaps, percent, type Interval } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, signed, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { textOf, toldIn, toldRate, wrong } from './slip.ts';

/** How far before the rate it is told what was changed, or from what. */
const REACH = 3;

/** 减少 5.12 万元（-6.40%）: a rate with its sign in brackets is that of the change right before them. */
export function bracketedChanges(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((rate, at) => {
      const change = all[at - 1];
      if (change === undefined || !isSigned(rate)) return [];
      const before = all.slice(Math.max(at - REACH, 0), at - 1);
      return ofChange(
        rate,
        change,
        before.findLast((one) => sameUnit(one.mention, change.mention)),
      );
    }),
  );
}

function isSigned({ lead, mention: { quantity, role } }: Placed): boolean {
  return lead === '（' && quantity.unit === '%' && /^[-−－+＋]/u.test(quantity.text) && role === 'amount';
}

function ofChange(rate: Placed, change: Placed, base: Placed | undefined): readonly Relation[] {
  const { direction, role } = change.mention;
  if (role !== 'change' || direction === 0 || base === undefined) return [];
  if (![rate, change, base].every(isExact)) return [];
  const amount = signed(toldIn(change), direction);
  const meant = percent(amount, beforeChange(base, amount));
  if (meant === undefined || overlaps(meant, toldRate(rate))) return [];
  const problem = `${textOf(base)}，${direction < 0 ? '减少' : '增加'} ${textOf(change)}，应为 ${shown(meant, '%')}，文中写 ${textOf(rate)}`;
  return [wrong([base, change, rate], problem)];
}

/** 较上年 80 万元, or what it was changed to. */
function beforeChange(one: Placed, amount: Interval): Interval {
  const { role } = one.mention;
  return role === 'last' || role === 'base' ? toldIn(one) : minus(toldIn(one), amount);
}
