import type { Element } from 'hast';
import { s } from 'hastscript';
import { isDisclosed } from './chart.ts';
import type { NamedFigure } from '../document/print-figure.ts';

const WIDTH = 240;
const HEIGHT = 16;
/** The outturn lies within the budget like a pencil in its case. */
const MARGIN = 5;

/**
 * An outturn over the budget that it was given, both from zero; where the budget ends there is a mark. The words beside
 * it say the same, so it is not read out. Undefined where one of them is not disclosed, or both are zero.
 */
export function drawBullet(budget: NamedFigure, outturn: NamedFigure): Element | undefined {
  if (!isDisclosed(budget) || !isDisclosed(outturn)) return undefined;
  const largest = Math.max(Number(budget.value), Number(outturn.value));
  if (largest <= 0) return undefined;
  const width = (figure: NamedFigure): number =>
    Math.round((WIDTH - 1) * Math.max(0, Number(figure.value) / largest));
  const end = width(budget);
  return s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, ariaHidden: 'true' }, [
    s('path', { className: ['ink-second'], d: `M0 1h${end}v${HEIGHT - 2}h-${end}` }),
    s('path', {
      className: ['ink-main'],
      d: `M0 ${MARGIN}h${width(outturn)}v${HEIGHT - 2 * MARGIN}h-${width(outturn)}`,
    }),
    s('path', { className: ['ink-text'], d: `M${end - 1} 0h2v${HEIGHT}h-2` }),
  ]);
}
