const DAY = 24 * 60 * 60 * 1000;

/** The first day after a booklet's year: nothing about it can be decided before. */
export function firstDayAfter(year: number): string {
  return `${year + 1}-01-01`;
}

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
