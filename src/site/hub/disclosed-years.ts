import { units } from '../model.ts';

/** The years of which some unit has a booklet, newest first. */
export function disclosedYears(): readonly number[] {
  const years = units().flatMap(({ booklets }) => booklets.map(({ year }) => year));
  return [...new Set(years)].sort((a, b) => b - a);
}
