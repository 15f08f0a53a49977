import { minus, sum } from '../interval.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import type { Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import { textOf, toldIn, wrong } from './slip.ts';

/** Whether one slip of the hand (`orMoved`: of the point, too), in the whole or in a part, makes them fit. */
export function isASlip(whole: Placed, parts: readonly Placed[], orMoved = true): boolean {
  if (isSlipFrom(sum(parts.map(toldIn)), whole.mention.quantity, orMoved)) return true;
  return parts.some((one) => {
    const others = sum(parts.filter((other) => other !== one).map(toldIn));
    const meant = minus(toldIn(whole), others);
    return meant.low.gt(0) && isSlipFrom(meant, one.mention.quantity, orMoved);
  });
}

/** What is told of parts that are not their whole. */
export function differing(whole: Placed, parts: readonly Placed[]): Relation {
  const made = shown(sum(parts.map(toldIn)), whole.mention.quantity.unit);
  const problem = `${parts.map(textOf).join(' ＋ ')} ＝ ${made}，与合计 ${textOf(whole)} 不符`;
  return wrong([whole, ...parts], problem);
}
