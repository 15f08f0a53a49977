import type { Element } from 'hast';
import { drawChange, rangeOf } from '../../charts/draw-change.ts';
import type { ComparedRow } from '../../compile/booklet-comparison.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { toldOf } from '../../compile/published-figures.ts';
import { exactOf, type Figure } from '../../figures/figure.ts';
import { zeroBase } from '../../figures/origin-words.ts';
import { bookletOf } from '../model.ts';
import { figureAddress } from '../origins/figure-address.ts';
import { printed, unknownMark, type Printed } from './printed.ts';

/** A figure as a cell shows it. */
export interface ComparedCell {
  readonly figure: Printed;
  /** Where it comes from. */
  readonly href: string | undefined;
  /** Stands in place of a value that is not known. */
  readonly unknown: string;
}

/** A row of a comparison, cell by cell. */
export interface ComparedCells extends Pick<ComparedRow, 'label' | 'depth' | 'total' | 'reasons'> {
  readonly current: ComparedCell;
  readonly prior: ComparedCell;
  readonly change: ComparedCell;
  /** In place of a rate, why there is none: 上年为零. */
  readonly rate: ComparedCell | string;
  /** The change as a bar; totals have none, since they would leave nothing to be seen of the rest. */
  readonly bar: Element | undefined;
}

/** The rows of a comparison as a page shows them, with addresses as seen from it. */
export function comparedCells(
  rows: readonly ComparedRow[],
  booklet: Booklet,
  page: URL,
): readonly ComparedCells[] {
  const last = bookletOf(booklet.slug, booklet.year - 1);
  const changeOf = (change: Figure): number => exactOf(change)?.toNumber() ?? NaN;
  const range = rangeOf(rows.flatMap(({ total, years }) => (total ? [] : [changeOf(years.change)])));
  const cell = (figure: Figure, href = figureAddress(page, booklet, figure.id)): ComparedCell => ({
    figure: printed(figure, booklet),
    href,
    unknown: unknownMark(figure.id, booklet),
  });
  return rows.map(({ label, depth, total, reasons, years: { current, prior, change, rate } }) => ({
    ...{ label, depth, total, reasons },
    current: cell(current),
    // Last year's figure is explained in last year's booklet, if the site has it.
    prior: cell(prior, last && figureAddress(page, last, current.id)),
    change: cell(change),
    rate: rate.value.state === 'undefined' ? (zeroBase(rate, toldOf(booklet)) ?? '') : cell(rate),
    bar: total ? undefined : drawChange(changeOf(change), range),
  }));
}
