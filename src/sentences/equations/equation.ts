import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, minus, percent, sum, times, type Interval } from '../interval.ts';
import type { Mention } from '../sentence.ts';

/** A number that takes part in an equation, and what the others make of it. */
export interface Term {
  readonly mention: Mention;
  /** What it is by the others; undefined where that cannot be said. */
  readonly needed: Interval | undefined;
}

/** Numbers of a sentence of which words or grammar suggest that they make one another. */
export interface Equation {
  readonly result: Term;
  readonly others: readonly Term[];
  /** How the result is made, in Chinese: `1120人次 ÷ 16期`. */
  readonly formula: string;
  /** The words name the relation, and nothing else in the sentence fits them: few digits are enough to tell a slip. */
  readonly named: boolean;
  /** Nothing else can be meant: any other number is wrong. */
  readonly sure: boolean;
  /** What comes out when the hand takes the other base, adds for subtracts, or tells a part for the rest. */
  readonly twins: readonly Interval[];
}

/** What is known of an equation besides its numbers. */
export interface Manner {
  readonly named: boolean;
  readonly sure?: boolean;
  readonly twins?: readonly (Interval | undefined)[];
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

function make(
  result: Mention,
  needed: Interval | undefined,
  others: readonly Term[],
  formula: string,
  { named, sure = false, twins = [] }: Manner,
): Equation {
  return {
    result: { mention: result, needed },
    others,
    formula,
    named,
    sure,
    twins: twins.filter((one) => one !== undefined),
  };
}

function written(mentions: readonly Mention[], sign: string): string {
  return mentions.map(({ quantity }) => quantity.text).join(sign);
}

/** The total of parts. */
export function total(parts: readonly Mention[], result: Mention, manner: Manner): Equation {
  const all = sum(parts.map(toldBy));
  const others = parts.map((part) => ({
    mention: part,
    needed: minus(toldBy(result), sum(parts.filter((one) => one !== part).map(toldBy))),
  }));
  return make(result, all, others, written(parts, ' ＋ '), manner);
}

/** What is left of a whole when parts are taken off: a change, a rest, a distance. */
export function rest(whole: Mention, parts: readonly Mention[], result: Mention, manner: Manner): Equation {
  const taken = sum(parts.map(toldBy));
  const others = [
    { mention: whole, needed: sum([taken, toldBy(result)]) },
    ...parts.map((part) => ({
      mention: part,
      needed: minus(
        minus(toldBy(whole), toldBy(result)),
        sum(parts.filter((one) => one !== part).map(toldBy)),
      ),
    })),
  ];
  return make(result, minus(toldBy(whole), taken), others, written([whole, ...parts], ' − '), manner);
}

/** One of something by how many there are; `scale` turns the unit of one into that of all. */
export function product(
  factors: readonly Mention[],
  result: Mention,
  scale: Interval,
  manner: Manner,
): Equation {
  const of = (some: readonly Mention[]): Interval =>
    some.reduce((all, one) => times(all, toldBy(one)), scale);
  const others = factors.map((factor) => ({
    mention: factor,
    needed: over(toldBy(result), of(factors.filter((one) => one !== factor))),
  }));
  return make(result, of(factors), others, written(factors, ' × '), manner);
}

/** What a part is of its whole, in percent or as a multiple. */
export function share(part: Mention, whole: Mention, result: Mention, manner: Manner): Equation {
  const ofTimes = result.quantity.kind === 'times';
  const ratio = over(toldBy(part), toldBy(whole));
  const rate = ofTimes ? toldBy(result) : over(toldBy(result), HUNDRED);
  const others = [
    { mention: part, needed: rate && times(rate, toldBy(whole)) },
    { mention: whole, needed: rate && over(toldBy(part), rate) },
  ];
  const needed = ofTimes ? ratio : ratio && times(ratio, HUNDRED);
  return make(result, needed, others, written([part, whole], ' ÷ '), manner);
}

/** By how much more or less the new is than the old, in percent; `direction` as the words tell it. */
export function growth(
  before: Mention,
  now: Mention,
  result: Mention,
  direction: -1 | 1,
  manner: Manner,
): Equation {
  const [a, b] = [toldBy(before), toldBy(now)];
  const [more, less] = direction > 0 ? [b, a] : [a, b];
  const needed = percent(minus(more, less), a);
  const rate = times(toldBy(result), exactly(new Exact(direction).div(100)));
  const factor = { low: rate.low.plus(1), high: rate.high.plus(1) };
  const others = [
    { mention: before, needed: over(b, factor) },
    { mention: now, needed: times(a, factor) },
  ];
  const [up, down] = direction > 0 ? [now, before] : [before, now];
  return make(
    result,
    needed,
    others,
    `（${up.quantity.text} − ${down.quantity.text}）÷ ${before.quantity.text}`,
    manner,
  );
}
