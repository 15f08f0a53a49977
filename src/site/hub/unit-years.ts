import type { Element } from 'hast';
import type { Sentence } from '../../charts/chart.ts';
import { drawYears } from '../../charts/draw-years.ts';
import type { Direction } from '../../charts/figure-words.ts';
import { greatFigure } from '../../charts/headline-year.ts';
import { knownYears, mainFigureYears, type YearSeries, type YearValue } from '../../charts/years.ts';
import type { BookletSummary } from '../../summary/booklet-summary.ts';
import type { UnitSummary } from '../../summary/unit-summary.ts';
import { bookletAddress } from '../addresses.ts';
import { figureAddress } from '../origins/figure-address.ts';

/** An amount in the table of a unit's years. */
interface YearCell extends Pick<YearValue, 'value' | 'unknown'> {
  /** Where the amount comes from. */
  readonly href: string | undefined;
  /** What the year's own booklet says of the change since the year before. */
  readonly growth: Sentence;
  readonly direction: Direction | undefined;
}

/** The main figures of a unit through its years. */
export interface YearTable {
  /** Newest first; a year that only the next one's booklet speaks of leads nowhere. */
  readonly years: readonly { readonly year: number; readonly href: string | undefined }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly cells: readonly YearCell[];
  }[];
}

/** The table of a unit's years, with addresses as seen from a page. */
export function yearTable({ booklets }: UnitSummary, page: URL): YearTable {
  const series = knownYears(mainFigureYears(booklets));
  const bookletOf = (year: number) => booklets.find((booklet) => booklet.year === year);
  const years = (series[0]?.values ?? []).toReversed().map(({ year }) => {
    const booklet = bookletOf(year);
    return { year, href: booklet && bookletAddress(page, booklet) };
  });
  const cell = (id: string, one: YearValue): YearCell => {
    // What only the next year's booklet says is explained there.
    const explained = bookletOf(one.own ? one.year : one.year + 1);
    const { value, unknown } = one;
    const href = explained && figureAddress(page, explained, value.id);
    return { value, unknown, href, ...growthOf(id, bookletOf(one.year)) };
  };
  return {
    years,
    rows: series.map(({ id, label, values }) => ({
      id,
      label,
      cells: values.toReversed().map((one) => cell(id, one)),
    })),
  };
}

function growthOf(id: string, booklet: BookletSummary | undefined): Pick<YearCell, 'growth' | 'direction'> {
  if (booklet === undefined) return { growth: [], direction: undefined };
  const { growth, direction } = greatFigure(id, booklet);
  return { growth, direction };
}

/** A figure through the years as a picture, and its change in the newest. */
export interface YearPicture extends YearSeries {
  readonly picture: Element;
  readonly change: Sentence;
}

/** The pictures of a unit's years; figures that are known of too few years have none. */
export function yearPictures({ booklets }: UnitSummary): readonly YearPicture[] {
  const latest = booklets.at(-1);
  if (latest === undefined) return [];
  return knownYears(mainFigureYears(booklets)).flatMap((series) => {
    const picture = drawYears(series);
    return picture === undefined
      ? []
      : [{ ...series, picture, change: greatFigure(series.id, latest).change }];
  });
}
