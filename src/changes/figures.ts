import { formatExact } from '../accounts/decimal.ts';
import { publishedFigures } from '../compile/published-figures.ts';
import { printFigure } from '../document/print-figure.ts';
import { describeValue } from '../figures/explain.ts';
import { exactOf, type Figure } from '../figures/figure.ts';
import { isTypeset, type BookletPair, type TypesetBooklet } from './booklet-sides.ts';
import type { FigureChange } from './change.ts';

/** A figure as figures.json has it. */
interface ShownFigure {
  readonly figure: Figure;
  readonly printed: string;
}

/**
 * The figures of a booklet whose value or print differs, in their order. Where one side cannot be typeset, those that are
 * defined are compared: which comparisons it would publish is then not known.
 */
export function figureChanges(pair: BookletPair): readonly FigureChange[] {
  const { body, year, before, after } = pair;
  const typeset = isTypeset(pair);
  const [old, now] = [before, after].map((side) => (side ? figuresOf(side, typeset) : new Map()));
  const ids = new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])]);
  return [...ids].flatMap((id) => {
    const change = figureChange(old?.get(id), now?.get(id));
    return change === undefined ? [] : [{ body, year, id, ...change }];
  });
}

function figureChange(
  one: ShownFigure | undefined,
  other: ShownFigure | undefined,
): Omit<FigureChange, 'body' | 'year' | 'id'> | undefined {
  const figure = other?.figure ?? one?.figure;
  if (figure === undefined || isSame(one, other)) return undefined;
  const { label, unit } = figure;
  return {
    label,
    unit: unit === '指标值' ? '' : unit,
    before: one?.printed ?? null,
    after: other?.printed ?? null,
    values: { before: valueOf(one), after: valueOf(other) },
    difference: differenceOf(one, other),
  };
}

function figuresOf({ booklet }: TypesetBooklet, published: boolean): ReadonlyMap<string, ShownFigure> {
  const figures = published ? [...publishedFigures(booklet).values()] : booklet.figures.all();
  const conventions = booklet.hasText ? booklet.source.pack.conventions : undefined;
  const print = (figure: Figure): string =>
    conventions === undefined
      ? describeValue(figure.value, figure.unit)
      : printFigure(figure, conventions).printed;
  return new Map(figures.map((figure) => [figure.id, { figure, printed: print(figure) }]));
}

function isSame(one: ShownFigure | undefined, other: ShownFigure | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const states = one.figure.value.state === other.figure.value.state;
  return states && one.printed === other.printed && valueOf(one) === valueOf(other);
}

function valueOf(shown: ShownFigure | undefined): string | null {
  const exact = shown && exactOf(shown.figure);
  return exact === undefined ? null : formatExact(exact);
}

function differenceOf(one: ShownFigure | undefined, other: ShownFigure | undefined): string | null {
  const [old, now] = [one && exactOf(one.figure), other && exactOf(other.figure)];
  return old === undefined || now === undefined ? null : formatExact(now.minus(old));
}
