import { Exact } from '../../accounts/decimal.ts';
import type { Reading } from '../reading.ts';
import { PRINTED, smallChange } from './small-change.ts';
import { disagreement, onePrintEach, pinOf, type Compared } from './computed-figures.ts';

const CHANGE = '.增减额';
const RATE = '.增减率';

/**
 * Holds the rates by which a booklet says that figures changed on last year against the figures and the changes that it
 * prints beside them: last year's figure is what is left of the two.
 *
 * @param readings all that a booklet states, money with its unit
 */
export function compareGrowth(readings: readonly Reading[]): Compared {
  const first = new Map<string, Reading>();
  for (const reading of readings) if (!first.has(reading.id)) first.set(reading.id, reading);
  const rates = readings.flatMap((reading) => {
    if (!reading.id.endsWith(RATE)) return [];
    const base = reading.id.slice(0, -RATE.length);
    const [now, change] = [first.get(base), first.get(base + CHANGE)];
    const value = now && change && rateOf(amountOf(now), changeOf(change, now, reading));
    return value === undefined ? [] : [{ reading, figure: { id: reading.id, label: reading.id, value } }];
  });
  return {
    findings: rates.flatMap(({ reading, figure }) => disagreement(reading, { ...figure, unit: '%' })),
    ...onePrintEach(rates.flatMap(({ reading, figure }) => pinOf(reading, { ...figure, unit: '%' }))),
  };
}

interface Amount {
  readonly value: Exact;
  readonly tolerance: Exact;
}

/** A change that is printed as nothing may be one of less than is printed. */
function amountOf({ number, tolerance, unit }: Reading): Amount {
  const around = number.isZero() ? PRINTED : tolerance;
  return { value: number.times(unit.factor), tolerance: around.times(unit.factor) };
}

/** One that is printed as nothing is as large as its rate says. */
function changeOf(change: Reading, now: Reading, rate: Reading): Amount {
  const amount = amountOf(change);
  return change.number.isZero() ? { ...amount, value: smallChange(now, change, rate) } : amount;
}

/** The rate of a change; undefined where there was nothing: of hardly more than is lost by rounding, it may be any. */
function rateOf(now: Amount, change: Amount): { state: 'known'; exact: Exact; tolerance: Exact } | undefined {
  const before = now.value.minus(change.value);
  if (before.isZero()) return undefined;
  const least = before.abs().minus(now.tolerance).minus(change.tolerance);
  const rate = change.value.div(before);
  // The change is part of last year's figure, too.
  const reach = change.tolerance.plus(now.tolerance.plus(change.tolerance).times(rate.abs()));
  const tolerance = least.gt(0) ? reach.div(least).times(HUNDRED) : new Exact(Infinity);
  return { state: 'known', exact: rate.times(HUNDRED), tolerance };
}

const HUNDRED = new Exact(100);
