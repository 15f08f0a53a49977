import type { Figure } from '../figures/figure.ts';
import type { Value } from '../figures/value.ts';
import type { Candidate } from './candidates.ts';
import { type Interval, intervalOf, intervalOfValue, overlaps } from './interval.ts';
import { rateOf, signed } from './relations/relation.ts';
import type { Item, Mention } from './sentence.ts';

/** A number of a text that a figure of the booklet answers for. */
export interface Judgement {
  readonly mention: Mention;
  /** What the text calls the figure. */
  readonly name: string;
  /** The figure that is meant, the likeliest where there are several. */
  readonly figure: Figure;
  /** What the number should be. */
  readonly expected: Value;
  readonly agrees: boolean;
  /** 元 was written for 万元. */
  readonly slip: boolean;
}

/** What the likeliest of the figures that may be meant says of a number; undefined where none may be held against it. */
export function verdictOn(
  item: Item,
  mention: Mention,
  candidates: readonly Candidate[],
): Judgement | undefined {
  const [first] = candidates;
  if (first === undefined || candidates.some(({ value }) => value.state === 'undisclosed')) return undefined;
  const told = toldBy(mention);
  const fitting = candidates.find(({ value }) => agrees(told, value, mention));
  const { figure, value } = fitting ?? first;
  const slip =
    fitting === undefined &&
    mention.quantity.writtenUnit === '元' &&
    candidates.some((one) => agrees(inTenThousands(told), one.value, mention));
  return { mention, name: item.name, figure, expected: value, agrees: fitting !== undefined, slip };
}

function toldBy(mention: Mention): Interval {
  const { role, direction, quantity } = mention;
  if (role === 'change') return signed(intervalOf(quantity), direction);
  if (role === 'changeRate') return signed(rateOf(mention), direction);
  return intervalOf(quantity);
}

function inTenThousands({ low, high }: Interval): Interval {
  return { low: low.times(10000), high: high.times(10000) };
}

function agrees(told: Interval, value: Value, { role, quantity }: Mention): boolean {
  // On no base, growth is printed in one way or another (R65), but a budget of nothing was not used up by any rate.
  if (value.state !== 'known')
    return role !== 'completion' || (value.state === 'undefined' && value.base === 'both-zero');
  const interval = intervalOfValue(value);
  if (overlaps(told, interval)) return true;
  // Some booklets print the variance without its sign.
  return role === 'variance' && !quantity.value.isNegative() && overlaps(told, signed(interval, -1));
}
