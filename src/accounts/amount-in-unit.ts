import { Exact, ZERO, halfStep } from './decimal.ts';
import type { Disclosed } from './disclosed.ts';

/** The units that may stand behind an amount: how many 万元 one is, and the digits after the point that make a 分. */
const UNITS = {
  元: { inTenThousands: new Exact('0.0001'), decimals: 2 },
  万元: { inTenThousands: new Exact(1), decimals: 6 },
  亿元: { inTenThousands: new Exact(10_000), decimals: 10 },
} as const;

export type AmountUnit = keyof typeof UNITS;

export const AMOUNT_UNITS = Object.keys(UNITS) as readonly AmountUnit[];

/** How many digits an amount in this unit has after the point at most: to the 分. */
export function decimalsIn(unit: AmountUnit): number {
  return UNITS[unit].decimals;
}

const WITH_UNIT = new RegExp(`^(\\S*?) ?(${AMOUNT_UNITS.join('|')})$`, 'u');

/** A text that ends in a unit of money, as what stands before it and the unit; undefined for any other. */
export function splitUnit(text: string): { readonly number: string; readonly unit: AmountUnit } | undefined {
  const [, number, unit] = WITH_UNIT.exec(text) ?? [];
  return number === undefined || unit === undefined ? undefined : { number, unit: unit as AmountUnit };
}

/**
 * An amount with a unit of its own, such as `980.05万元` in a file of amounts in 元: all that was published of it. It was
 * rounded to the decimals that are written (rule R70); in 元, to the 分, or where there is nothing, it is exact.
 */
export class AmountInUnit {
  /** In 万元. */
  readonly exact: Exact;
  /** How far the true amount may be from it, in 万元: half a step of the last decimal. */
  readonly tolerance: Exact;

  /** @param number a plain decimal number without a sign but `-` */
  constructor(number: string, unit: AmountUnit) {
    const { inTenThousands, decimals } = UNITS[unit];
    this.exact = new Exact(number).times(inTenThousands);
    const written = number.split('.')[1]?.length ?? 0;
    const isExact = unit === '元' || written === decimals || this.exact.isZero();
    this.tolerance = isExact ? ZERO : halfStep(written).times(inTenThousands);
  }

  isZero(): boolean {
    return this.exact.isZero();
  }
}

/** A number as entered: plain in the unit of its file, or an amount with its own. */
export type EnteredAmount = Disclosed<Exact | AmountInUnit>;
