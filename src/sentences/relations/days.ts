/** A day, or a month where no day is told. */
export interface Day {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
}

/** The groups of a pattern that reads a date: `year`, `month` and `day`. */
export type DateGroups = Readonly<Record<string, string | undefined>>;

const MONTHS_A_YEAR = 12;
const DAY = 86_400_000;
/** A year that is not told is any; February may have a day more in it. */
const SOME_YEARS = [2023, 2024];

/** The day that a date tells, in the year of the date before it (`first`) where it tells none of its own. */
export function dayOf({ year: told, month, day }: DateGroups, first?: DateGroups): Day {
  const own = yearOf(told);
  const before = yearOf(first?.['year']);
  const next = told === '次' || told === '翌' ? 1 : 0;
  return {
    year: own ?? (before === undefined ? undefined : before + next),
    month: Number(month),
    day: day === undefined ? undefined : Number(day),
  };
}

function yearOf(told: string | undefined): number | undefined {
  return told !== undefined && /^\d/u.test(told) ? Number(told) : undefined;
}

export function isInOrder(a: Day, b: Day): boolean {
  const [one, other] = [a, b].map(
    ({ year = 0, month, day }) => (year * MONTHS_A_YEAR + month) * 32 + (day ?? 0),
  );
  return (one ?? 0) < (other ?? 0) || (one === other && b.day === undefined);
}

/** How many days lie between two, the second not counted; negative where it is the earlier. */
export function daysBetween(begin: Day, end: Day): readonly number[] {
  const [first, last] = [begin.day, end.day];
  if (first === undefined || last === undefined) return [];
  const years = begin.year === undefined ? SOME_YEARS : [begin.year];
  return years.map((year) => {
    const from = Date.UTC(year, begin.month - 1, first);
    const to = Date.UTC(year + (end.year ?? 0) - (begin.year ?? 0), end.month - 1, last);
    return Math.round((to - from) / DAY);
  });
}

/** How many months they last, with the last or without where that is open. */
export function monthsBetween(begin: Day, end: Day): readonly number[] {
  const months = ((end.year ?? 0) - (begin.year ?? 0)) * MONTHS_A_YEAR + end.month - begin.month;
  if (begin.day === undefined || end.day === undefined) return [months + 1, months];
  if (end.day === begin.day || end.day === begin.day - 1) return [months];
  return begin.day === 1 && end.day >= 28 ? [months + 1] : [months, months + 1];
}
