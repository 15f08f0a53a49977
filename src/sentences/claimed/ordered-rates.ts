import { isExact, stretchesOf } from '../equations/beside.ts';
import { intervalOf, isBelow } from '../interval.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';

/** Rates of which each holds the one before it. */
const ORDERS: readonly (readonly RegExp[])[] = [
  [/优秀率$/u, /优良率$/u, /(?:合格|及格)率$/u],
  [/^非常满意[率度]$/u, /^(?:总体|综合)?满意[率度]$/u],
];

/** 优秀率 93.3%，优良率 73.3%: who is excellent is also good. */
export function orderedRates(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    ORDERS.flatMap((order) => {
      const rates = order.flatMap((name) => {
        const own = all.filter(
          (one) => one.mention.quantity.unit === '%' && isExact(one) && name.test(one.mention.words),
        );
        return own.length === 1 ? own : [];
      });
      return rates.slice(1).flatMap((more, at) => {
        const [a, b] = [rates[at]?.mention.quantity, more.mention.quantity];
        if (a === undefined || !isBelow(intervalOf(b), intervalOf(a))) return [];
        const problem = `“${rates[at]?.mention.words ?? ''}”${a.text}不能高于“${more.mention.words}”${b.text}`;
        return [{ members: [a, b], result: a, holds: false, problem }];
      });
    }),
  );
}
