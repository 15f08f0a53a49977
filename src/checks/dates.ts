import { UNDISCLOSED } from '../accounts/disclosed.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A date that is known: neither left out nor 未公开. */
export function knownDate(date: string | undefined): string | undefined {
  return date === UNDISCLOSED ? undefined : date;
}

/** The first day after a booklet's year: nothing about it can be decided before. */
export function firstDayAfter(year: number): string {
  return `${year + 1}-01-01`;
}

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
