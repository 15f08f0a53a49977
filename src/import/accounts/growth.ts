import { Exact } from '../../accounts/decimal.ts';
import type { Reading } from '../reading.ts';
import { changesIn, type Change } from './changes.ts';
import { disagreement, onePrintEach, pinOf, type Compared } from './computed-figures.ts';

/**
 * Holds the rates by which a booklet says that figures changed on last year against the figures and the changes that it
 * prints beside them: last year's figure is what is left of the two.
 *
 * @param growth all that booklets state, money with its unit
 * @param readings what all given files state
 */
export function compareGrowth(growth: readonly Reading[], readings: readonly Reading[]): Compared {
  const changes = new Map(changesIn(growth, readings).map((one) => [one.rate?.id, one]));
  const rates = growth.flatMap((reading) => {
    const change = changes.get(reading.id);
    const value = change && rateOf(change);
    return value === undefined ? [] : [{ reading, figure: { id: reading.id, label: reading.id, value } }];
  });
  return {
    findings: rates.flatMap(({ reading, figure }) => disagreement(reading, { ...figure, unit: '%' })),
    ...onePrintEach(rates.flatMap(({ reading, figure }) => pinOf(reading, { ...figure, unit: '%' }))),
  };
}

/** The rate of a change; undefined where there was nothing: of hardly more than is lost by rounding, it may be any. */
function rateOf({ now, by }: Change): { state: 'known'; exact: Exact; tolerance: Exact } | undefined {
  const before = now.value.minus(by.value);
  if (before.isZero()) return undefined;
  const least = before.abs().minus(now.tolerance).minus(by.tolerance);
  const rate = by.value.div(before);
  // The change is part of last year's figure, too.
  const reach = by.tolerance.plus(now.tolerance.plus(by.tolerance).times(rate.abs()));
  const tolerance = least.gt(0) ? reach.div(least).times(HUNDRED) : new Exact(Infinity);
  return { state: 'known', exact: rate.times(HUNDRED), tolerance };
}

const HUNDRED = new Exact(100);
