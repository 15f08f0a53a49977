import type { Exact } from '../../accounts/decimal.ts';
import type { LastYearsFigure, Reading } from '../reading.ts';

const CHANGE = '.增减额';

/** What figures were last year: what they are, less what they changed by. */
export function lastYearOf(readings: readonly Reading[]): readonly LastYearsFigure[] {
  const now = new Map<string, Exact>();
  for (const { id, number, unit } of readings) if (!now.has(id)) now.set(id, number.times(unit.factor));
  return readings.flatMap(({ id, number, unit, source }) => {
    const base = id.endsWith(CHANGE) ? id.slice(0, -CHANGE.length) : undefined;
    const is = base === undefined ? undefined : now.get(base);
    if (base === undefined || is === undefined) return [];
    return [{ id: base, value: is.minus(number.times(unit.factor)), source }];
  });
}
