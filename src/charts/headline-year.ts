import { UNDISCLOSED } from '../accounts/disclosed.ts';
import type { BookletSource } from '../document/booklet-source.ts';
import { nameFigure, type NamedFigure } from '../document/print-figure.ts';
import type { Sentence } from './chart.ts';
import { FigureWords, type Direction } from './figure-words.ts';
import { GREAT_FIGURES } from './headline-figures.ts';

/** Stands for a year of which the booklets say nothing of a figure. */
const NOTHING_SAID = '—';

/** What a booklet says of a great figure, in plain values that can be kept apart from the booklet. */
export interface HeadlineFigure {
  readonly own: NamedFigure;
  readonly lastYear: NamedFigure;
  /** Stands for last year's value where it is not known: 未公开 where somebody wrote it. */
  readonly lastYearUnknown: string;
  /** `比上年增加63.42万元，增长14.08%`; empty where last year is not known. */
  readonly change: Sentence;
  /** `增长14.08%`; empty where the rate is not known. */
  readonly growth: Sentence;
  readonly direction?: Direction | undefined;
}

/** The great figures of a booklet by their ids: what pages over many booklets show of it. */
export interface HeadlineYear {
  readonly year: number;
  readonly figures: Readonly<Record<string, HeadlineFigure>>;
}

/** Takes the great figures out of a booklet. */
export function headlineYear(source: BookletSource): HeadlineYear {
  const words = new FigureWords(source);
  const figures = GREAT_FIGURES.map((id) => [id, headlineFigure(id, source, words)] as const);
  return { year: source.year.year, figures: Object.fromEntries(figures) };
}

/** A great figure of a booklet, all of which every booklet has. */
export function greatFigure(id: string, { figures }: HeadlineYear): HeadlineFigure {
  const figure = figures[id];
  if (figure === undefined) throw new Error(`not a great figure: ${id}`);
  return figure;
}

function headlineFigure(id: string, source: BookletSource, words: FigureWords): HeadlineFigure {
  const { figures, pack, lastYear } = source;
  const said = lastYear.prior({ id, unit: figures.get(id).unit }) !== undefined;
  return {
    own: words.figure(id),
    lastYear: nameFigure(figures.get(`${id}.上年`), pack.conventions),
    lastYearUnknown: said ? UNDISCLOSED : NOTHING_SAID,
    change: words.change(id),
    growth: words.growth(id),
    direction: words.direction(id),
  };
}
