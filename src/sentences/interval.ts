import { Exact, ZERO } from '../accounts/decimal.ts';
import type { KnownValue } from '../figures/value.ts';
import type { Quantity } from './quantity.ts';

/** All numbers that something may be, both ends included. */
export interface Interval {
  readonly low: Exact;
  readonly high: Exact;
}

/** How far 约, 近, 余 may lie from what they say, as a part of it. */
const VAGUE = new Exact('0.1');
const HUNDRED = new Exact(100);
/** 不足 and 超过 leave open by how much. */
const NOTHING_LESS = new Exact('-1e30');
const NOTHING_MORE = new Exact('1e30');

/** The numbers that a written quantity may stand for (R70), without its sign words. */
export function intervalOf({ value, half, approximation }: Quantity): Interval {
  const reach = value.abs().times(VAGUE);
  const below = approximation === 'about' || approximation === 'less' ? reach : ZERO;
  const above = approximation === 'about' || approximation === 'more' ? reach : ZERO;
  return {
    low: approximation === 'under' ? NOTHING_LESS : value.minus(half).minus(below),
    high: approximation === 'over' ? NOTHING_MORE : value.plus(half).plus(above),
  };
}

/** What is written, without the words that bound it: 60 元以内 limits at 60 元 exactly. */
export function asWritten({ value, half }: Quantity): Interval {
  return { low: value.minus(half), high: value.plus(half) };
}

const HALF = new Exact('0.5');

/** How far a mean or a rate may lie from what is told of it: a whole one is rounded to the next. */
export function roundedBy({ half }: Quantity): Exact {
  return half.isZero() ? HALF : half;
}

const MOST_CUT_OFF = new Exact('0.999');

/** The numbers of which a told mean may be the mean: it is rounded, or cut off. */
export function meantBy(quantity: Quantity): Interval {
  if (quantity.approximation !== undefined) return intervalOf(quantity);
  const { value } = quantity;
  const rounded = roundedBy(quantity);
  return { low: value.minus(rounded), high: value.plus(rounded.times(2).times(MOST_CUT_OFF)) };
}

/** The numbers that a figure's value may be. */
export function intervalOfValue({ exact, tolerance }: KnownValue): Interval {
  return { low: exact.minus(tolerance), high: exact.plus(tolerance) };
}

export function sum(all: readonly Interval[]): Interval {
  return all.reduce((a, b) => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) }), {
    low: ZERO,
    high: ZERO,
  });
}

export function minus(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

export function negated({ low, high }: Interval): Interval {
  return { low: high.neg(), high: low.neg() };
}

export function times(a: Interval, b: Interval): Interval {
  const ends = [a.low, a.high].flatMap((one) => [one.times(b.low), one.times(b.high)]);
  return { low: Exact.min(...ends), high: Exact.max(...ends) };
}

/** `a` as percent of `b`; undefined where `b` may be zero or less. */
export function percent(a: Interval, b: Interval): Interval | undefined {
  if (b.low.lte(0)) return undefined;
  const ends = [a.low, a.high].flatMap((one) => [one.div(b.low), one.div(b.high)]);
  return { low: Exact.min(...ends).times(HUNDRED), high: Exact.max(...ends).times(HUNDRED) };
}

export function widened({ low, high }: Interval, by: Exact | string): Interval {
  return { low: low.minus(by), high: high.plus(by) };
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

/** Whether all of `a` lies below all of `b`. */
export function isBelow(a: Interval, b: Interval): boolean {
  return a.high.lt(b.low);
}
