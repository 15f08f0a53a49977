import { Decimal } from 'decimal.js';

/**
 * The one door to decimal arithmetic. Amounts are exact; only quotients are cut, at 40 significant digits,
 * which is far beyond anything that is printed. Rounding for print is half up, as in the booklets.
 */
export const Exact = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 60,
});

/** An exact decimal number. */
export type Exact = Decimal;

export const ZERO: Exact = new Exact(0);

/** Rounds half up, away from zero for negative numbers, and prints with exactly `places` decimals. */
export function formatFixed(value: Exact, places: number): string {
  const text = value.toFixed(places, Decimal.ROUND_HALF_UP);
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

/** The shortest exact decimal text, for instance `513.95`. */
export function formatExact(value: Exact): string {
  return value.toFixed();
}
