import type { Booklet } from '../compile/booklet.ts';
import { nameFigure, type NamedFigure } from '../document/print-figure.ts';
import type { Figure } from '../figures/figure.ts';

/** A figure as a page shows it; its value is empty where it is not disclosed. */
export type Printed = NamedFigure;

/** Prints a figure as the booklet's tables do. */
export function printed(figure: Figure, booklet: Booklet): Printed {
  return nameFigure(figure, booklet.source.pack.conventions);
}
