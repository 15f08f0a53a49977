import { comparedIn } from '../../figures/comparisons.ts';
import type { Figure } from '../../figures/figure.ts';

/** The row of a form in which several figures stand: `绩效.project-1.指标.2.` */
const FORM_ROW = /^绩效\.[^.]+\.[^.]+\.[^.]+\.(?=[^.]+$)/;

/** Figures that are told together: one with what compares it, or the values of one row of a form. */
export interface FigureGroup {
  readonly figures: readonly [Figure, ...Figure[]];
  /** Id of the form's row, which is no figure itself; none for a figure with its comparisons. */
  readonly row?: string;
}

/** What compares a figure stands with it, and so do the values of one row of a form. */
export function figureGroups(figures: readonly Figure[]): readonly FigureGroup[] {
  const ids = new Set(figures.map(({ id }) => id));
  const keyOf = ({ id }: Figure): string => {
    const base = comparedIn(id)?.base ?? FORM_ROW.exec(id)?.[0];
    return base !== undefined && (ids.has(base) || FORM_ROW.test(id)) ? base : id;
  };
  return [...Map.groupBy(figures, keyOf)].flatMap(([key, [first, ...others]]) => {
    if (first === undefined) return [];
    const group: FigureGroup = { figures: [first, ...others] };
    return [key.endsWith('.') ? { ...group, row: key.slice(0, -1) } : group];
  });
}

/** What a figure is of what it stands with: the last step of its id. */
export function lastStep(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
