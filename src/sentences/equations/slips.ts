import { Exact } from '../../accounts/decimal.ts';
import { overlaps, type Interval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';

/** Powers of ten by which a point is moved, 元 and 万元 and 亿元 among them. */
const POWERS = [1, 2, 3, 4, -1, -2, -3, -4].map((power) => new Exact(10).pow(power));
/** Round amounts of few digits differ in one of them by chance. */
const ENOUGH_DIGITS = 4;
const FEW_DIGITS = 3;
/** Beside is no relation whose result is so open that many numbers would do. */
const NARROW = new Exact('0.02');
const WIDE = new Exact('0.25');
const DIGITS = '0123456789';

/**
 * Whether one slip of the hand makes the quantity out of a number that is needed: two neighbouring digits exchanged, the
 * point moved, a digit changed, lost or doubled. Where the words do not name the relation, the last three only count in
 * numbers of many digits.
 */
export function isNearMiss(quantity: Quantity, needed: Interval, named: boolean): boolean {
  const { digits } = quantity;
  if (!/^\d[\d,.]*$/u.test(digits) || needed.high.lte(0)) return false;
  const significant = digits.replaceAll(/[,.]/gu, '').replace(/^0+|0+$/gu, '').length;
  const width = needed.high.minus(needed.low).div(needed.high.abs());
  if (width.gt(named ? WIDE : NARROW)) return false;
  if (significant >= (named ? 1 : FEW_DIGITS) && isMoved(quantity, needed)) return true;
  const tries = [...(significant >= (named ? 2 : FEW_DIGITS) ? exchanged(digits) : [])];
  if (named || significant >= ENOUGH_DIGITS)
    tries.push(...changed(digits), ...lost(digits), ...added(digits));
  return tries.some((one) => fits(one, quantity, needed));
}

function fits(digits: string, { digits: own, value, half }: Quantity, needed: Interval): boolean {
  const number = Number(own.replaceAll(',', ''));
  if (digits === own || number === 0) return false;
  const meant = value.div(own.replaceAll(',', '')).times(digits.replaceAll(',', ''));
  return overlaps({ low: meant.minus(half), high: meant.plus(half) }, needed);
}

function isMoved({ value, half }: Quantity, needed: Interval): boolean {
  return POWERS.some((power) => {
    const [meant, reach] = [value.times(power), half.times(Exact.min(power, 1))];
    return overlaps({ low: meant.minus(reach), high: meant.plus(reach) }, needed);
  });
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

function changed(digits: string): readonly string[] {
  return [...digits].flatMap((own, at) =>
    DIGITS.includes(own)
      ? [...DIGITS].map((digit) => digits.slice(0, at) + digit + digits.slice(at + 1))
      : [],
  );
}

/** A digit too many. */
function added(digits: string): readonly string[] {
  return [...digits]
    .flatMap((own, at) =>
      DIGITS.includes(own) && digits.length > 1 ? [digits.slice(0, at) + digits.slice(at + 1)] : [],
    )
    .filter((one) => /^\d+(?:,\d+)*(?:\.\d+)?$/u.test(one));
}

/** A digit too few. */
function lost(digits: string): readonly string[] {
  return Array.from({ length: digits.length + 1 }, (_, at) =>
    [...DIGITS].map((digit) => digits.slice(0, at) + digit + digits.slice(at)),
  ).flat();
}
