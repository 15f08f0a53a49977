import { isExact, sameUnit, stretchesOf } from '../equations/beside.ts';
import { minus, overlaps, percent, type Interval } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, signed, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { textOf, toldIn, toldRate, wrong } from './slip.ts';

/** 减少 5.12 万元（-6.40%）: a rate with its sign in brackets is that of the change right before them. */
export function bracketedChanges(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((rate, at) => {
      const [now, before, change] = all.slice(Math.max(at - 3, 0), at);
      const two = change === undefined ? [now, before] : [before, change];
      return isSigned(rate) ? ofChange(rate, two[1], [change === undefined ? undefined : now, two[0]]) : [];
    }),
  );
}

function isSigned({ lead, mention: { quantity, role } }: Placed): boolean {
  return lead === '（' && quantity.unit === '%' && /^[-−－+＋]/u.test(quantity.text) && role === 'amount';
}

function ofChange(
  rate: Placed,
  change: Placed | undefined,
  [now, beside]: readonly (Placed | undefined)[],
): readonly Relation[] {
  if (change?.mention.role !== 'change' || change.mention.direction === 0) return [];
  if (![rate, change].every(isExact)) return [];
  const { direction } = change.mention;
  const amount = signed(toldIn(change), direction);
  const base = baseOf(beside, change) ?? now;
  if (base === undefined || !sameUnit(base.mention, change.mention) || !isExact(base)) return [];
  const meant = percent(amount, beforeChange(base, amount));
  if (meant === undefined || overlaps(meant, toldRate(rate))) return [];
  const problem = `${textOf(base)}，${direction < 0 ? '减少' : '增加'} ${textOf(change)}，应为 ${shown(meant, '%')}，文中写 ${textOf(rate)}`;
  return [wrong([base, change, rate], problem)];
}

/** What stands right before the change: 较上年 80 万元, or what it was changed to. */
function baseOf(beside: Placed | undefined, change: Placed): Placed | undefined {
  return beside !== undefined && sameUnit(beside.mention, change.mention) ? beside : undefined;
}

function beforeChange(one: Placed, amount: Interval): Interval {
  const { role } = one.mention;
  return role === 'last' || role === 'base' ? toldIn(one) : minus(toldIn(one), amount);
}
