import { Exact, ZERO } from '../../accounts/decimal.ts';
import type { Reading } from '../reading.ts';

/** Half of the last of two decimals: what is printed as nothing is less. */
export const PRINTED = new Exact('0.005');

/** As large as a change can be that is printed as nothing. */
const LARGEST = new Exact('0.0049');
const HUNDRED = new Exact(100);

/**
 * What a figure changed by, in 万元, where the change is printed as nothing and a rate beside it may say that there was one.
 *
 * @param now the figure
 * @param change what is printed of its change
 * @param rate in percent, if one is printed
 * @returns a change that is printed as nothing and as near to the rate as such a change can be
 */
export function smallChange(now: Reading, change: Reading, rate: Reading | undefined): Exact {
  if (rate === undefined || rate.number.isZero()) return ZERO;
  const is = now.number.times(now.unit.factor);
  const printed = PRINTED.times(change.unit.factor);
  const largest = LARGEST.times(change.unit.factor);
  const times = rate.number.div(HUNDRED).plus(1);
  // Of all that there was nothing is left.
  if (times.isZero()) return is.isZero() ? largest.neg() : ZERO;
  const by = is.minus(is.div(times));
  if (by.abs().lt(printed)) return by;
  return by.isNegative() ? largest.neg() : largest;
}
