import type { TableView } from '../../document/table-view.ts';
import { placeCells } from '../../pack/grid.ts';
import { CELL_MARGIN, CELL_SIZES, lineHeight, type CellSize } from './cell-size.ts';
import { textHeight, textWidth, type PageShape } from './pages.ts';

/** Height of what stands above a table, and of a line below it, in twentieths of a point. */
const CAPTION = 1300;
const NOTE_LINE = 280;

/**
 * The size of type, in half points, at which a table fits a page, as it does in print; the largest for one that does not
 * fit at any size, and goes on over pages.
 */
export function fittingSize(view: TableView, shape: PageShape): CellSize {
  const notes = view.note?.split('\n').length ?? 0;
  const room = textHeight(shape) - CAPTION - notes * NOTE_LINE;
  return CELL_SIZES.find((size) => heightOf(view, textWidth(shape), size) <= room) ?? CELL_SIZES[0];
}

function heightOf({ head, body, widths }: TableView, width: number, size: CellSize): number {
  const rows = [...head, ...body];
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const lines = rows.map(() => 1);
  for (const { cell, row, column } of placeCells(rows)) {
    const share = widths.slice(column, column + cell.columns).reduce((sum, one) => sum + one, 0) / whole;
    const signs = Math.max(1, Math.floor((share * width - 2 * CELL_MARGIN.side) / (size * 10)));
    const own = cell.text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(signsOf(line) / signs)), 0);
    // Of a cell that spans rows, each of them carries a share.
    for (let at = row; at < row + cell.rows; at += 1)
      lines[at] = Math.max(lines[at] ?? 1, Math.ceil(own / cell.rows));
  }
  const each = lineHeight(size);
  return lines.reduce((sum, count) => sum + count * each + 2 * CELL_MARGIN.end + 10, 0);
}

/** How many Chinese signs wide a text is: letters and digits take half. */
function signsOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 1 : 0.5), 0);
}
