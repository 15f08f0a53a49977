import { Exact, formatExact, formatFixed } from '../accounts/decimal.ts';
import { UNDISCLOSED } from '../accounts/disclosed.ts';
import type { MoneyUnit } from '../accounts/schema/entries.ts';
import type { FigureUnit } from '../figures/figure.ts';
import type { Value } from '../figures/value.ts';

/** How many 元 make one 万元. */
export const YUAN_PER_TEN_THOUSAND = new Exact(10000);

/** Shows amounts in the unit of the file where they were entered, so that an editor finds the very digits there. */
export interface Amounts {
  /** `48129644.96`, or 未公开. */
  value(value: Value, unit?: FigureUnit): string;
  /** How much two numbers differ, with the unit: `0.02元`. */
  difference(difference: Exact, unit?: FigureUnit): string;
}

/** Amounts shown in a file's unit; counts and rates are shown as they are. */
export function amountsIn(file: MoneyUnit): Amounts {
  const show = (exact: Exact, unit: FigureUnit): string => {
    if (unit !== '万元') return formatExact(exact);
    const amount = file === '元' ? exact.times(YUAN_PER_TEN_THOUSAND) : exact;
    return formatFixed(amount, Math.max(2, amount.decimalPlaces()));
  };
  return {
    value: (value, unit = '万元') => (value.state === 'known' ? show(value.exact, unit) : UNDISCLOSED),
    difference: (difference, unit = '万元') =>
      `${show(difference.abs(), unit)}${unit === '万元' ? file : unit}`,
  };
}

/** A count as people write it, or 未公开. */
export function formatCount(value: Value): string {
  return value.state === 'known' ? formatExact(value.exact) : UNDISCLOSED;
}
