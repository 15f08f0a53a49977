import { halfStep, Exact, formatFixed } from '../accounts/decimal.ts';
import type { KnownValue } from '../figures/value.ts';
import { YUAN_PER_TEN_THOUSAND } from './amounts.ts';

/** A number as a text or a form writes it: how many decimals it has says how far it was rounded. */
export interface Written {
  readonly number: Exact;
  readonly decimals: number;
}

/** Reads digits with or without thousands separators: `1,234.50` has two decimals. */
export function readWritten(digits: string): Written {
  const plain = digits.replaceAll(',', '');
  return { number: new Exact(plain), decimals: plain.split('.')[1]?.length ?? 0 };
}

/**
 * Whether a number as it is written can be a print of a value: some true number within the value's tolerance, rounded
 * half up to the decimals that are written, gives it (R70). With honest rounding the bound itself is not reached.
 */
export function isPrintOf({ number, decimals }: Written, { exact, tolerance }: KnownValue): boolean {
  if (formatFixed(exact, decimals) === formatFixed(number, decimals)) return true;
  return (
    !tolerance.isZero() &&
    number
      .minus(exact)
      .abs()
      .lt(tolerance.plus(halfStep(decimals)))
  );
}

/** The unit of the figures that a text means by a number in this unit: amounts are kept in 万元. */
export function figureUnitOf(unit: string): string {
  return unit === '元' ? '万元' : unit;
}

/** As `isPrintOf`, of a number that a text writes in 元 or in the unit of the value. */
export function isPrintIn(unit: string, written: Written, value: KnownValue): boolean {
  return isPrintOf(written, unit === '元' ? inYuan(value) : value);
}

/** A number of 元 as one of 万元. */
export function fromYuan({ number, decimals }: Written): Written {
  return { number: number.div(YUAN_PER_TEN_THOUSAND), decimals: decimals + 4 };
}

/** An amount in 万元 as a number of 元. */
export function inYuan({ exact, tolerance, ...value }: KnownValue): KnownValue {
  return {
    ...value,
    exact: exact.times(YUAN_PER_TEN_THOUSAND),
    tolerance: tolerance.times(YUAN_PER_TEN_THOUSAND),
  };
}
