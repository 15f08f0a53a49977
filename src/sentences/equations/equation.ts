import { Exact } from '../../accounts/decimal.ts';
import {
  intervalOf,
  meantBy,
  minus,
  overlaps,
  percent,
  sum,
  times,
  widened,
  type Interval,
} from '../interval.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Mention } from '../sentence.ts';

/** How sure the words make an equation, and what else the hand may have made of its numbers. */
export interface Manner {
  /** The words name what makes what, and nothing else in the sentence fits them. */
  readonly named: boolean;
  /** Nothing else can be meant. */
  readonly sure?: boolean;
  /** What comes out when the hand takes the other base, adds for subtracts, or tells a part for the rest. */
  readonly twins?: readonly (Interval | undefined)[];
  /** What is told is a mean, or made of one: whole numbers are rounded. */
  readonly rounded?: boolean;
}

const HUNDRED: Interval = { low: new Exact(100), high: new Exact(100) };
const TINY = new Exact('1e-12');

export function exactly(value: number | string | Exact): Interval {
  return { low: new Exact(value), high: new Exact(value) };
}

/** The numbers that a mention may stand for; a multiple is kept as it is. */
export function toldBy({ quantity }: Mention): Interval {
  return intervalOf(quantity);
}

/** The quotient; undefined where the divisor may be zero or less. */
export function over(a: Interval, b: Interval): Interval | undefined {
  if (b.low.lte(TINY)) return undefined;
  const ends = [a.low, a.high].flatMap((one) => [one.div(b.low), one.div(b.high)]);
  return { low: Exact.min(...ends), high: Exact.max(...ends) };
}

/** What the others make (`needed`) and what is told; `formula` is how it is made, in Chinese: `1120人次 ÷ 16期`. */
export function equation(
  { quantity }: Mention,
  needed: Interval | undefined,
  others: readonly Mention[],
  formula: string,
  { named, sure = false, twins = [], rounded = false }: Manner,
): Relation {
  const outcome = needed === undefined ? '' : ` ＝ ${shown(needed, quantity.unit)}，文中写 ${quantity.text}`;
  const told = intervalOf(quantity);
  return {
    members: [...others.map((one) => one.quantity), quantity],
    result: quantity,
    holds: needed === undefined || overlaps(roundedOrCut(quantity, rounded), needed),
    problem: `${formula}${outcome}`,
    strength: sure ? 'said' : named ? 'named' : 'suggested',
    ...(sure && { explained: true }),
    isTwin: named && twins.some((twin) => twin !== undefined && overlaps(told, twin)),
  };
}

/** A rate may be cut off instead of rounded, and so may a mean. */
function roundedOrCut(quantity: Mention['quantity'], rounded: boolean): Interval {
  if (quantity.kind === 'times' || (quantity.half.isZero() && !rounded)) return intervalOf(quantity);
  return quantity.kind === 'rate' ? widened(intervalOf(quantity), quantity.half.times(2)) : meantBy(quantity);
}

export function written(mentions: readonly Mention[], sign: string): string {
  return mentions.map(({ quantity }) => quantity.text).join(sign);
}

/** The total of parts. */
export function total(parts: readonly Mention[], result: Mention, manner: Manner): Relation {
  const needed = sum(parts.map(toldBy));
  return {
    ...equation(result, needed, parts, written(parts, ' ＋ '), manner),
    gap: minus(toldBy(result), needed),
    isSum: true,
  };
}

/** What is left of a whole when parts are taken off: a change, a rest, a distance. */
export function rest(whole: Mention, parts: readonly Mention[], result: Mention, manner: Manner): Relation {
  const members = [whole, ...parts];
  const needed = minus(toldBy(whole), sum(parts.map(toldBy)));
  const gap = minus(toldBy(result), needed);
  return { ...equation(result, needed, members, written(members, ' − '), manner), gap };
}

/** One of something by how many there are; `scale` turns the unit of one into that of all. */
export function product(
  factors: readonly Mention[],
  result: Mention,
  scale: Interval,
  manner: Manner,
  formula = written(factors, ' × '),
): Relation {
  const needed = factors.reduce((all, one) => times(all, toldBy(one)), scale);
  return equation(result, needed, factors, formula, { rounded: true, ...manner });
}

/** What a part is of its whole, in percent or as a multiple. */
export function share(part: Mention, whole: Mention, result: Mention, manner: Manner): Relation {
  const ratio = over(toldBy(part), toldBy(whole));
  const needed = result.quantity.kind === 'times' ? ratio : ratio && times(ratio, HUNDRED);
  return equation(result, needed, [part, whole], written([part, whole], ' ÷ '), manner);
}

/** By how much more or less the new is than the old, in percent; `direction` as the words tell it. */
export function growth(
  before: Mention,
  now: Mention,
  result: Mention,
  direction: -1 | 1,
  manner: Manner,
): Relation {
  const [up, down] = direction > 0 ? [now, before] : [before, now];
  const needed = percent(minus(toldBy(up), toldBy(down)), toldBy(before));
  const formula = `（${up.quantity.text} − ${down.quantity.text}）÷ ${before.quantity.text}`;
  return equation(result, needed, [before, now], formula, manner);
}
