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

/** Half of a step of the last of so many decimals: how far what was rounded to them may be from the true number (rule R70). */
export function halfStep(decimals: number): Exact {
  return new Exact(10).pow(-decimals).div(2);
}

/** Digits in each word of the library's numbers. */
const WORD = 7;

/** A number near the value, for looking things up; about twelve digits of it are right. Much quicker than a conversion. */
export function approximate({ d, e, s }: Exact): number {
  // The words of a Decimal are documented: `d` holds seven digits each, `e` is the exponent of the first digit.
  const [first = 0, second = 0] = d ?? [];
  const digits = first + second / 10 ** WORD;
  return s * digits * 10 ** (e - Math.floor(Math.log10(Math.max(first, 1))));
}

/** The shortest exact decimal text, for instance `513.95`. */
export function formatExact(value: Exact): string {
  return value.toFixed();
}
