import { isYear } from '../accounts/content-files.ts';

/** A unit's folder under content/units, and a year of it where one is named. */
export interface Target {
  readonly slug: string;
  readonly year?: number;
}

/** `UNIT`, `UNIT/YEAR`, or the folder of it as a shell completes it; Windows writes `\` between folders. */
const TARGET = /^(?:content[/\\]units[/\\])?([^/\\]+)(?:[/\\](\d{4}))?[/\\]?$/;

/** Reads a unit, or one year of it, as somebody types it; undefined for anything else. Whether it exists is not asked. */
export function splitTarget(word: string): Target | undefined {
  const match = TARGET.exec(word);
  if (match?.[1] === undefined) return undefined;
  return { slug: match[1], ...(match[2] !== undefined && { year: Number(match[2]) }) };
}

/** Reads one year of a unit, as somebody types it; undefined for anything else, such as a year that no booklet is of. */
export function splitUnitYear(word: string): Required<Target> | undefined {
  const { slug, year } = splitTarget(word) ?? {};
  if (slug === undefined || year === undefined) return undefined;
  return isYear(String(year)) ? { slug, year } : undefined;
}
