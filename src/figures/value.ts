import { ZERO, type Exact } from '../accounts/decimal.ts';

/**
 * What is known of a number. Amounts are in 万元, rates and shares in percent.
 * `tolerance` is the half-width of the interval in which the true number lies: 0.005 万元 for an amount that was
 * itself rounded to two decimals in 万元, 0 for one given in 元 (tolerance rule R70).
 */
export type Value =
  | { readonly state: 'known'; readonly exact: Exact; readonly tolerance: Exact }
  | { readonly state: 'undisclosed' }
  /** A rate whose base is zero: `growth` from zero, or zero against zero (rule R65). */
  | { readonly state: 'undefined'; readonly base: 'zero-base' | 'both-zero' };

export type KnownValue = Extract<Value, { state: 'known' }>;

export const UNDISCLOSED_VALUE: Value = { state: 'undisclosed' };

/** A value that is known within a tolerance. */
export function known(exact: Exact, tolerance: Exact = ZERO): KnownValue {
  return { state: 'known', exact, tolerance };
}

/** Sum; undisclosed if any part is. The sum of nothing is an exact zero. */
export function sumOf(parts: readonly Value[]): Value {
  let exact = ZERO;
  let tolerance = ZERO;
  for (const part of parts) {
    if (part.state !== 'known') return UNDISCLOSED_VALUE;
    exact = plus(exact, part.exact);
    tolerance = plus(tolerance, part.tolerance);
  }
  return known(exact, tolerance);
}

/** Minuend less subtrahend; undisclosed if either is. */
export function differenceOf(minuend: Value, subtrahend: Value): Value {
  if (minuend.state !== 'known' || subtrahend.state !== 'known') return UNDISCLOSED_VALUE;
  return known(minuend.exact.minus(subtrahend.exact), plus(minuend.tolerance, subtrahend.tolerance));
}

/** A sum without arithmetic where a side is zero: most rows of a table are, and so is every tolerance of an exact amount. */
function plus(a: Exact, b: Exact): Exact {
  if (b.isZero()) return a;
  return a.isZero() ? b : a.plus(b);
}

/** Numerator as percent of denominator; undefined on a base of zero, undisclosed if either part is. */
export function percentageOf(numerator: Value, denominator: Value): Value {
  if (numerator.state !== 'known' || denominator.state !== 'known') return UNDISCLOSED_VALUE;
  if (denominator.exact.isZero()) {
    return { state: 'undefined', base: numerator.exact.isZero() ? 'both-zero' : 'zero-base' };
  }
  const exact = numerator.exact.div(denominator.exact).times(100);
  return known(exact, percentageTolerance(numerator, denominator, exact));
}

/** One divided by another, both exact: points by their number. */
export function quotientOf(numerator: Value, denominator: Value): Value {
  const percent = percentageOf(numerator, denominator);
  return percent.state === 'known' ? known(percent.exact.div(100), percent.tolerance.div(100)) : percent;
}

/** How far the quotient can lie from the middle when both parts move within their tolerances. */
function percentageTolerance(numerator: KnownValue, denominator: KnownValue, middle: Exact): Exact {
  if (numerator.tolerance.isZero() && denominator.tolerance.isZero()) return ZERO;
  const base = denominator.exact.abs().minus(denominator.tolerance);
  if (base.lte(0)) return middle.abs();
  const widest = numerator.exact.abs().plus(numerator.tolerance).div(base).times(100);
  return widest.minus(middle.abs());
}

/** Whether the value is known and zero. */
export function isZero(value: Value): boolean {
  return value.state === 'known' && value.exact.isZero();
}

/** Whether the value is known and not zero. */
export function isNonZero(value: Value): boolean {
  return value.state === 'known' && !value.exact.isZero();
}

/** How two numbers that should be equal compare, given how far each may be off by rounding. */
export type Agreement =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'equal' }
  /** 尾差: they differ, but both can be right. */
  | { readonly kind: 'rounding'; readonly difference: Exact; readonly allowed: Exact }
  | { readonly kind: 'contradiction'; readonly difference: Exact; readonly allowed: Exact };

/** Compares within intervals: a difference up to the sum of both tolerances is a rounding residue (R70, R71). */
export function compareValues(a: Value, b: Value): Agreement {
  if (a.state !== 'known' || b.state !== 'known') return { kind: 'unknown' };
  const difference = a.exact.minus(b.exact);
  if (difference.isZero()) return { kind: 'equal' };
  const allowed = a.tolerance.plus(b.tolerance);
  return { kind: difference.abs().lte(allowed) ? 'rounding' : 'contradiction', difference, allowed };
}
