import { Exact } from '../../accounts/decimal.ts';
import { widened, type Interval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import { unitAt } from '../units.ts';

/** Fewer digits are too few to tell a slip from another number: of round amounts many differ in one digit only. */
const ENOUGH_DIGITS = 4;
const FEWEST_DIGITS = 3;
/** How many steps of the last digit are tried within what rounding leaves open. */
const STEPS = 6;
/** A number with its point elsewhere is told to as many digits as before. */
const CLOSE = '0.005';
const POWERS = ['0.0001', '0.001', '0.01', '0.1', '10', '100', '1000', '10000'];

/**
 * Whether one slip of the hand (a digit changed, lost, added, or two changed over) makes the quantity out of a number
 * that fits. It tells a list that should have added up from one that was never meant to.
 */
export function isSlipOf(quantity: Quantity, wanted: Interval): boolean {
  if (significant(quantity) < FEWEST_DIGITS - 1 || quantity.digits.length < FEWEST_DIGITS + 1) return false;
  return (
    candidatesFor(quantity, wanted).some((other) => isOneEdit(quantity.digits, other)) ||
    isMovedPoint(quantity, wanted)
  );
}

/**
 * The same where nothing else speaks for it that the numbers belong together: of numbers of few digits, many differ in one
 * of them, so there only two that have changed places count, or a moved point.
 */
export function isClearSlipOf(quantity: Quantity, exact: Interval): boolean {
  if (isSwapped(quantity, exact)) return true;
  const wanted = widened(exact, quantity.half);
  return isSlipOf(quantity, wanted) && (isTelling(quantity, false) || isMovedPoint(quantity, exact));
}

/** Two digits changed over, of a number that fits when it is rounded. */
export function isSwapped(quantity: Quantity, wanted: Interval): boolean {
  return isTransposed(quantity, widened(wanted, quantity.half));
}

/** Numbers that fit, as the quantity would have written them. */
function candidatesFor(quantity: Quantity, wanted: Interval): readonly string[] {
  const factor = unitAt(quantity.writtenUnit, 0)?.written.factor;
  if (factor === undefined) return [];
  const decimals = quantity.digits.split('.')[1]?.length ?? 0;
  const step = quantity.half.isZero() ? factor : quantity.half.times(2);
  const found: string[] = [];
  const middle = wanted.low.plus(wanted.high).div(2);
  if (middle.gt(0)) found.push(written(middle, factor, decimals));
  let value = wanted.low.div(step).ceil().times(step);
  for (let count = 0; count < STEPS && value.lte(wanted.high); count += 1, value = value.plus(step)) {
    if (value.gt(0)) found.push(written(value, factor, decimals));
  }
  return found;
}

/** 23.70 for 2.37: the decimal point in another place. */
export function isMovedPoint({ value, half }: Quantity, { low, high }: Interval): boolean {
  // 超过 and 不足 have no other end.
  if (high.minus(low).gt(value.abs())) return false;
  return POWERS.some((power) => {
    const meant = value.times(power);
    const reach = Exact.min(half, meant.times(CLOSE));
    return meant.minus(reach).lte(high) && meant.plus(reach).gte(low);
  });
}

/** 6.20 万元 for 6.20 亿元: the digits that fit, in another unit. */
export function isOtherUnit({ kind, value, half }: Quantity, { low, high }: Interval): boolean {
  if (kind !== 'money') return false;
  return ['0.0001', '10000'].some((factor) => {
    const [meant, reach] = [value.times(factor), half.times(factor)];
    return meant.minus(reach).lte(high) && meant.plus(reach).gte(low) && high.minus(low).lt(meant.abs());
  });
}

/** Whether two digits that have changed places make the quantity out of a number that fits: no other slip is as telling. */
export function isTransposed(quantity: Quantity, wanted: Interval): boolean {
  if (significant(quantity) < FEWEST_DIGITS - 1 || quantity.digits.length <= FEWEST_DIGITS) return false;
  return candidatesFor(quantity, wanted).some((other) => {
    const [one, two] = [digitsOf(quantity.digits), digitsOf(other)];
    const differing = [...one].flatMap((digit, at) => (digit === two[at] ? [] : [at]));
    const [first = 0, second = 0] = differing;
    return (
      one.length === two.length &&
      differing.length === 2 &&
      one[first] === two[second] &&
      one[second] === two[first]
    );
  });
}

/** Whether a number has digits enough for one slip to show; where little is missing, fewer will do. */
export function isTelling(quantity: Quantity, little: boolean): boolean {
  return significant(quantity) >= (little ? FEWEST_DIGITS : ENOUGH_DIGITS);
}

function significant({ digits }: Quantity): number {
  return digits.replaceAll(/[,.-]/gu, '').replace(/^0+|0+$/gu, '').length;
}

function written(value: Exact, factor: Exact, decimals: number): string {
  return value.div(factor).toFixed(decimals);
}

function digitsOf(written: string): string {
  return written.replaceAll(/[,-]/gu, '');
}

/** Whether numbers of as many digits differ in one, or in two that have changed places; or only in two such. */
export function isOneSlip(a: string, b: string, swapped: boolean): boolean {
  const sorted = (digits: string): string => [...digits].toSorted().join('');
  return a.length === b.length && isOneEdit(a, b) && (!swapped || sorted(a) === sorted(b));
}

function isOneEdit(a: string, b: string): boolean {
  const [one, other] = [digitsOf(a), digitsOf(b)];
  if (one === other) return false;
  if (one.length === other.length) {
    const differing = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
    const [first = 0, second = 0] = differing;
    if (differing.length === 1) return true;
    return differing.length === 2 && one[first] === other[second] && one[second] === other[first];
  }
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length !== 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at) === long.slice(at + 1);
}
