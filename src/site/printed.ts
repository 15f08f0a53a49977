import type { Booklet } from '../compile/compile-site.ts';
import { printFigure } from '../document/print-figure.ts';
import type { Figure } from '../figures/figure.ts';

/** A figure as a page shows it. */
export interface Printed {
  readonly id: string;
  readonly label: string;
  readonly printed: string;
  /** Exact value; empty where it is not disclosed. */
  readonly value: string;
  readonly unit: string;
}

/** Prints a figure as the booklet's tables do. */
export function printed(figure: Figure, booklet: Booklet): Printed {
  const { id, label, unit } = figure;
  return {
    id,
    label,
    unit: unit === '指标值' ? '' : unit,
    ...printFigure(figure, booklet.source.pack.conventions),
  };
}
