import { dayInWords } from '../document/day-in-words.ts';
import { nameFigure, type NamedFigure } from '../document/print-figure.ts';
import { correctedPrints } from '../figures/corrections.ts';
import type { Booklet } from './booklet.ts';
import { publishedFigures } from './published-figures.ts';

/** A figure of a correction: what was printed of it, and what since then. */
export interface CorrectedFigure extends Pick<NamedFigure, 'id' | 'label' | 'unit'> {
  readonly before: string;
  /** What was printed then; the figure itself where that is what is printed now. */
  readonly after: string | NamedFigure;
}

/** What an edition corrected. */
export interface Correction<F extends CorrectedFigure = CorrectedFigure> {
  /** 第2版更正 */
  readonly title: string;
  readonly edition: number;
  readonly day: string;
  readonly changes: string;
  /** The edition that it took the place of, if that is kept. */
  readonly previous?: number;
  readonly figures: readonly F[];
}

/** When a booklet was approved and published, and what was corrected since. */
export interface PublicationNotice<F extends CorrectedFigure = CorrectedFigure> {
  readonly dates: readonly { readonly name: string; readonly day: string }[];
  /** The first first. */
  readonly corrections: readonly Correction<F>[];
}

/** The words between the name of a corrected figure, its old number and the new one. */
export const CORRECTED = { from: '：由', to: '更正为' } as const;

/** What a booklet says of its publication, on the site and in files that leave it; undefined where it says nothing. */
export function publicationNotice(booklet: Booklet): PublicationNotice | undefined {
  const { approvedOn, publishedOn, corrections } = booklet.publication;
  const dates = [
    ['批复日期', approvedOn],
    ['公开日期', publishedOn],
  ] as const;
  if (approvedOn === undefined && publishedOn === undefined && corrections.length === 0) return undefined;
  return {
    dates: dates.flatMap(([name, day]) => (day === undefined ? [] : [{ name, day: dayInWords(day) }])),
    corrections: corrections.map(({ edition, date, changes, before }, index) => ({
      title: `第${edition}版更正`,
      edition,
      day: dayInWords(date),
      changes,
      ...previousOf(corrections[index - 1]?.edition ?? 1, booklet),
      figures: Object.keys(before).flatMap((id) => correctedFigure(id, edition, booklet)),
    })),
  };
}

function previousOf(edition: number, { oldEditions }: Booklet): { readonly previous?: number } {
  return oldEditions.includes(edition) ? { previous: edition } : {};
}

function correctedFigure(id: string, edition: number, booklet: Booklet): readonly CorrectedFigure[] {
  const figure = publishedFigures(booklet).get(id);
  if (figure === undefined) return [];
  const now = nameFigure(figure, booklet.source.pack.conventions);
  const steps = correctedPrints(figure, now.printed);
  const at = steps.findIndex((step) => step.edition === edition);
  const step = steps[at];
  if (step === undefined) return [];
  const { label, unit } = now;
  return [{ id, label, unit, before: step.before, after: at === steps.length - 1 ? now : step.after }];
}
