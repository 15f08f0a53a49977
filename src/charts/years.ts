import type { BookletSource } from '../document/booklet-source.ts';
import { nameFigure, type NamedFigure } from '../document/print-figure.ts';
import { isDisclosed } from './chart.ts';

/** A figure in one year. */
export interface YearValue {
  readonly year: number;
  readonly value: NamedFigure;
  /** Whether the year has a booklet; if not, the value is what the next year's booklet says of it. */
  readonly own: boolean;
}

/** A figure through the years, oldest first. */
export interface YearSeries {
  readonly id: string;
  readonly label: string;
  readonly values: readonly YearValue[];
}

/** What a citizen asks first: what came in, what was spent, on what account, and the three public expenses. */
const MAIN = ['收入.总计', '支出.本年支出合计', '财政拨款.支出总计', '三公经费.决算数.合计'] as const;

/**
 * The main figures of a unit in all years that its booklets speak of: those with a booklet and, before each of them,
 * the year that it compares itself with.
 *
 * @param booklets oldest first
 */
export function mainFigureYears(booklets: readonly BookletSource[]): readonly YearSeries[] {
  const latest = booklets.at(-1);
  if (latest === undefined) return [];
  return MAIN.map((id) => ({ id, label: latest.figures.get(id).label, values: figureYears(id, booklets) }));
}

/** One figure in all years that a unit's booklets speak of, oldest first. */
export function figureYears(id: string, booklets: readonly BookletSource[]): readonly YearValue[] {
  return booklets.flatMap((source) => [...yearBefore(id, source, booklets), ownYear(id, source)]);
}

function ownYear(id: string, { figures, pack, year }: BookletSource): YearValue {
  return { year: year.year, value: nameFigure(figures.get(id), pack.conventions), own: true };
}

function yearBefore(
  id: string,
  source: BookletSource,
  booklets: readonly BookletSource[],
): readonly YearValue[] {
  const year = source.year.year - 1;
  if (booklets.some((other) => other.year.year === year)) return [];
  const value = nameFigure(source.figures.get(`${id}.上年`), source.pack.conventions);
  return [{ year, value, own: false }];
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
