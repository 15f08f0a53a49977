import { UNDISCLOSED } from '../../accounts/disclosed.ts';
import { hasNoLastYear } from '../../figures/origin-words.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { nameFigure, type NamedFigure } from '../../document/print-figure.ts';
import type { Figure } from '../../figures/figure.ts';

/** A figure as a page shows it; its value is empty where it is not disclosed. */
export type Printed = NamedFigure;

/** Stands for a value that is not known: somebody wrote 未公开, or there is no last year to compare with. */
export function unknownMark(id: string, booklet: Booklet): string {
  return hasNoLastYear(id, booklet.prior, (one) => booklet.figures.find(one)?.unit) ? '—' : UNDISCLOSED;
}

/** Prints a figure as the booklet's tables do. */
export function printed(figure: Figure, booklet: Booklet): Printed {
  return nameFigure(figure, booklet.source.pack.conventions);
}
