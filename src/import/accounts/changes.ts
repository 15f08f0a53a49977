import { Exact, ZERO } from '../../accounts/decimal.ts';
import type { Reading } from '../reading.ts';
import type { Amount } from './amount-text.ts';

/** Half of the last of two decimals: what is printed as nothing is less. */
const PRINTED = new Exact('0.005');
/** How far a change may be from what is printed of it, to be printed so. */
const AROUND = new Exact('0.0049');
const HUNDRED = new Exact(100);

const CHANGE = '.增减额';
const RATE = '.增减率';

/** What is stated of a figure and its change on last year. */
export interface Change {
  /** The figure that changed. */
  readonly id: string;
  /** The figure now, and what it changed by, in 万元. */
  readonly now: Amount;
  readonly by: Amount;
  /** Where the change and its rate are stated. */
  readonly change: Reading;
  readonly rate: Reading | undefined;
}

/**
 * What booklets state of changes on last year, each where it stands.
 *
 * @param growth what they print: figures, changes and rates
 * @param readings what all given files state: a workbook may tell figures more exactly than the text does
 */
export function changesIn(growth: readonly Reading[], readings: readonly Reading[]): readonly Change[] {
  const first = new Map<string, Reading>();
  for (const reading of growth) if (!first.has(reading.id)) first.set(reading.id, reading);
  const exact = mostExact(readings);
  return growth.flatMap((change) => {
    if (!change.id.endsWith(CHANGE)) return [];
    const id = change.id.slice(0, -CHANGE.length);
    const [printed, rate] = [first.get(id), first.get(`${id}${RATE}`)];
    if (printed === undefined) return [];
    const told = exact.get(id);
    const isTold = told !== undefined && isPrintedAs(told, printed);
    const now = amountOf(isTold ? told : printed);
    return [{ id, now, by: changeOf(now, change, rate, isTold), change, rate }];
  });
}

/** What figures were last year, in 万元: what they are, less what they changed by. */
export function lastYearIn(
  growth: readonly Reading[],
  readings: readonly Reading[],
): readonly { readonly id: string; readonly value: Exact }[] {
  return changesIn(growth, readings).map(({ id, now, by }) => ({ id, value: now.value.minus(by.value) }));
}

/** Of each figure the reading that says most. */
function mostExact(readings: readonly Reading[]): ReadonlyMap<string, Reading> {
  const exact = new Map<string, Reading>();
  for (const reading of readings) {
    const known = exact.get(reading.id);
    if (reading.blank === true || reading.number.isZero()) continue;
    if (known === undefined || amountOf(reading).tolerance.lt(amountOf(known).tolerance))
      exact.set(reading.id, reading);
  }
  return exact;
}

/** Whether what is told more exactly is what is printed. */
function isPrintedAs(told: Reading, printed: Reading): boolean {
  const [one, other] = [amountOf(told), amountOf(printed)];
  return one.tolerance.lt(other.tolerance) && one.value.minus(other.value).abs().lte(other.tolerance);
}

/** What is printed as nothing may be less than is printed. */
function amountOf({ number, tolerance, unit }: Reading): Amount {
  const around = number.isZero() ? PRINTED : tolerance;
  return { value: number.times(unit.factor), tolerance: around.times(unit.factor) };
}

/**
 * What a figure changed by: as its rate says where that is more than the change does, which is printed as nothing or stands
 * beside a figure of more decimals. It is printed as it was.
 */
function changeOf(now: Amount, change: Reading, rate: Reading | undefined, isExact: boolean): Amount {
  const printed = amountOf(change);
  // What is left of an exact figure and a printed change is what the change lost, where there was nothing.
  const before = now.value.minus(printed.value).abs();
  if (isExact && before.lte(printed.tolerance)) return { ...printed, value: now.value };
  if (rate === undefined || rate.number.isZero() || !(isExact || change.number.isZero())) return printed;
  const most = AROUND.times(change.unit.factor);
  const by = byRate(now.value, rate.number.div(HUNDRED), most);
  const off = Exact.min(Exact.max(by.minus(printed.value), most.neg()), most);
  return { ...printed, value: printed.value.plus(off) };
}

/** What a figure changed by, as part of what it was. */
function byRate(now: Exact, rate: Exact, most: Exact): Exact {
  const times = rate.plus(1);
  if (!times.isZero()) return now.minus(now.div(times));
  // Of all that there was nothing is left.
  return now.isZero() ? most.neg() : ZERO;
}
