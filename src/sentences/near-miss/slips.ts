import { Exact } from '../../accounts/decimal.ts';
import { withOneLess, withOneMore, withOneReplaced } from '../digit-slips.ts';
import { intervalOf, overlaps, type Interval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';

/** What the hand did. */
export type SlipKind =
  /** Two neighbouring digits have changed places. */
  | 'exchanged'
  /** The decimal point stands elsewhere, or 万 for 亿, 元 for 万元. */
  | 'moved'
  /** One digit is another one, is left out or stands twice. */
  | 'digit';

/** A number as it was before one slip of the hand. */
export interface Slip {
  readonly kind: SlipKind;
  readonly before: Quantity;
}

const DIGITS = '0123456789';
const PLAIN = /^\d+(?:,\d{3})*(?:\.\d+)?$/u;
const POWERS = [1, 2, 3, 4, -1, -2, -3, -4].map((power) => new Exact(10).pow(power));
/** A number with its point elsewhere was told to as many digits. */
const CLOSE = '0.005';
/** How many digits must show a slip where words only suggest what is made of what, and where they name it. */
const SUGGESTED = { exchanged: 2, moved: 3, digit: 4 };
const NAMED = { exchanged: 2, moved: 1, digit: 1 };

/**
 * All numbers out of which one slip of the hand makes a quantity. Few digits differ in one of them by chance, so only
 * where the words name what is made of what (`named`) does a slip in those count.
 */
export function slipsOf(quantity: Quantity, named: boolean): readonly Slip[] {
  const { digits } = quantity;
  if (!PLAIN.test(digits) || quantity.value.isZero()) return [];
  const telling = significantDigits(quantity);
  const enough = named ? NAMED : SUGGESTED;
  return [
    ...(telling >= enough.exchanged ? exchanged(digits).flatMap(asSlip(quantity, 'exchanged')) : []),
    ...(telling >= enough.moved ? POWERS.map((power) => moved(quantity, power)) : []),
    ...(telling >= enough.digit
      ? [...withOneReplaced(digits), ...withOneLess(digits), ...withOneMore(digits)].flatMap(
          asSlip(quantity, 'digit'),
        )
      : []),
  ];
}

/** Round numbers of fewer digits differ from others by chance. */
const ENOUGH_DIGITS = 4;

/** Whether one slip makes a number of many digits out of one that is wanted. */
export function isSlipOf(quantity: Quantity, wanted: Interval): boolean {
  if (significantDigits(quantity) < ENOUGH_DIGITS) return false;
  return slipsOf(quantity, false).some(({ before }) => overlaps(intervalOf(before), wanted));
}

/** Whether one slip of the hand, however few its digits, makes a quantity out of one that was meant; `orMoved`: of the point, too. */
export function isSlipFrom(meant: Interval, quantity: Quantity, orMoved = true): boolean {
  return slipsOf(quantity, true).some(
    ({ kind, before }) => (orMoved || kind !== 'moved') && overlaps(intervalOf(before), meant),
  );
}

/** How many digits of a number tell it from others. */
export function significantDigits({ digits }: Quantity): number {
  return digits.replaceAll(/[,.-]/gu, '').replace(/^0+|0+$/gu, '').length;
}

function asSlip(quantity: Quantity, kind: SlipKind): (digits: string) => readonly Slip[] {
  const own = new Exact(quantity.digits.replaceAll(',', ''));
  const factor = quantity.value.div(own);
  return (digits) => {
    const value = new Exact(digits.replaceAll(',', ''));
    if (value.isZero() || value.eq(own)) return [];
    const text = digits + quantity.text.slice(quantity.digits.length);
    return [{ kind, before: { ...quantity, value: value.times(factor), digits, text } }];
  };
}

/** A number with its point elsewhere, to as many decimals as before. */
function moved(quantity: Quantity, power: Exact): Slip {
  const value = quantity.value.times(power);
  const half = Exact.min(quantity.half, value.abs().times(CLOSE));
  const number = new Exact(quantity.digits.replaceAll(',', '')).times(power).toFixed();
  const text = number + quantity.text.slice(quantity.digits.length);
  return { kind: 'moved', before: { ...quantity, value, half, text } };
}

function exchanged(digits: string): readonly string[] {
  const places = [...digits].flatMap((digit, at) => (DIGITS.includes(digit) ? [at] : []));
  return places.slice(1).map((at, index) => {
    const before = places[index] ?? 0;
    const all = [...digits];
    [all[before], all[at]] = [digits.charAt(at), digits.charAt(before)];
    return all.join('');
  });
}
