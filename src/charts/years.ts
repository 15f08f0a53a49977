import { UNDISCLOSED } from '../accounts/disclosed.ts';
import type { NamedFigure } from '../document/print-figure.ts';
import { isDisclosed } from './chart.ts';
import { comparedFigures, OF_THE_YEAR } from './headline-figures.ts';
import { greatFigure, type HeadlineYear } from './headline-year.ts';

/** A figure in one year. */
export interface YearValue {
  readonly year: number;
  readonly value: NamedFigure;
  /** Whether the year has a booklet; if not, the value is what the next year's booklet says of it. */
  readonly own: boolean;
  /** Stands for a value that is not known: 未公开 where somebody wrote it. */
  readonly unknown: string;
}

/** A figure through the years, oldest first. */
export interface YearSeries {
  readonly id: string;
  readonly label: string;
  readonly values: readonly YearValue[];
}

/**
 * The main figures of a unit in all years that its booklets speak of: those with a booklet and, before each of them,
 * the year that it compares itself with. Where nothing of the year itself is known of two years, the totals as well.
 *
 * @param booklets oldest first
 */
export function mainFigureYears(booklets: readonly HeadlineYear[]): readonly YearSeries[] {
  const latest = booklets.at(-1);
  if (latest === undefined) return [];
  const { revenue, expenditure, fiscal, threePublic } = OF_THE_YEAR;
  const compared = comparedFigures((id) => isComparedIn(id, booklets));
  const ids = new Set([revenue, expenditure, fiscal, ...compared, threePublic]);
  return [...ids].map((id) => ({
    id,
    label: greatFigure(id, latest).own.label,
    values: figureYears(id, booklets),
  }));
}

function isComparedIn(id: string, booklets: readonly HeadlineYear[]): boolean {
  return figureYears(id, booklets).filter(({ value }) => isDisclosed(value)).length > 1;
}

/** One great figure in all years that a unit's booklets speak of, oldest first. */
export function figureYears(id: string, booklets: readonly HeadlineYear[]): readonly YearValue[] {
  return booklets.flatMap((booklet) => [...yearBefore(id, booklet, booklets), ownYear(id, booklet)]);
}

function ownYear(id: string, booklet: HeadlineYear): YearValue {
  return { year: booklet.year, value: greatFigure(id, booklet).own, own: true, unknown: UNDISCLOSED };
}

function yearBefore(
  id: string,
  booklet: HeadlineYear,
  booklets: readonly HeadlineYear[],
): readonly YearValue[] {
  const year = booklet.year - 1;
  if (booklets.some((other) => other.year === year)) return [];
  const { lastYear, lastYearUnknown } = greatFigure(id, booklet);
  return [{ year, value: lastYear, own: false, unknown: lastYearUnknown }];
}

/** Years of which nothing at all is known are left out of every series. */
export function knownYears(series: readonly YearSeries[]): readonly YearSeries[] {
  const known = new Set(
    series.flatMap(({ values }) =>
      values.filter(({ value, own }) => own || isDisclosed(value)).map(({ year }) => year),
    ),
  );
  return series.map((one) => ({ ...one, values: one.values.filter(({ year }) => known.has(year)) }));
}
