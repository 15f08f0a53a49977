import type { UnitSummary } from '../../summary/unit-summary.ts';
import type { MadeUnit } from '../cache/unit-cache.ts';

/** Units that were made, with the summaries of their booklets; those that have none are left out. */
export function summariesOf(units: readonly MadeUnit[]): readonly UnitSummary[] {
  return units.flatMap(({ facts, records }) =>
    records.length === 0 ? [] : [{ ...facts, booklets: records.map(({ summary }) => summary) }],
  );
}
