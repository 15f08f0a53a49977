import type { Booklet } from '../../compile/booklet.ts';
import { pinIn, printFigure } from '../../document/print-figure.ts';
import type { Figure } from '../../figures/figure.ts';

/** How a booklet's tables print a figure, and by which convention; undefined where it has no text. */
export interface PrintedBy {
  readonly printed: string;
  readonly convention: string;
}

/** The print of a figure with what made it so. */
export function printedBy(figure: Figure, booklet: Booklet): PrintedBy | undefined {
  if (!booklet.hasText) return undefined;
  const { conventions } = booklet.source.pack;
  return { printed: printFigure(figure, conventions).printed, convention: conventionOf(figure) };
}

function conventionOf(figure: Figure): string {
  const { value, unit } = figure;
  if (value.state === 'undisclosed') return '模板包惯例“未公开”的写法';
  if (value.state === 'undefined')
    return value.base === 'zero-base' ? '模板包惯例“基数为零增长率”' : '模板包惯例“均为零增长率”';
  if (pinIn(figure) !== undefined) return '照“印数”';
  if (unit === '万元' || unit === '%') return '四舍五入到两位小数';
  return unit === '指标值' || unit === '年' || unit === '分' ? '照填报的样子' : '按单位的位数';
}
