import { smallChange } from '../accounts/small-change.ts';
import type { LastYearsFigure, Reading } from '../reading.ts';

const CHANGE = '.增减额';
const RATE = '.增减率';

/** What figures were last year: what they are, less what they changed by. */
export function lastYearOf(readings: readonly Reading[]): readonly LastYearsFigure[] {
  const first = new Map<string, Reading>();
  for (const reading of readings) if (!first.has(reading.id)) first.set(reading.id, reading);
  return readings.flatMap((change) => {
    const base = change.id.endsWith(CHANGE) ? change.id.slice(0, -CHANGE.length) : undefined;
    const now = base === undefined ? undefined : first.get(base);
    if (base === undefined || now === undefined) return [];
    const by = change.number.isZero()
      ? smallChange(now, change, first.get(`${base}${RATE}`))
      : change.number.times(change.unit.factor);
    return [{ id: base, value: now.number.times(now.unit.factor).minus(by), source: change.source }];
  });
}
