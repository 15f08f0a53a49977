import type { TableView } from '../../document/table-view.ts';
import { placeCells } from '../../pack/grid.ts';
import { CELL_MARGIN, CELL_SIZES, STEP, lineHeight, type CellSize } from './cell-size.ts';
import { textHeight, textWidth, type PageShape } from './pages.ts';

/** Height of what stands above a table, and of a line below it, in twentieths of a point. */
const CAPTION = 1400;
const NOTE_LINE = 280;
/** The part of a page that is filled: where another program breaks a line is only guessed at. */
const SURE = 0.97;

/**
 * The size of type, in half points, at which a table fits a page, as it does in print; the largest for one that does not
 * fit at any size, and goes on over pages.
 */
export function fittingSize(view: TableView, shape: PageShape): CellSize {
  const notes = view.note === undefined ? 0 : linesOf(view.note, textWidth(shape), CELL_SIZES[0]);
  const room = SURE * textHeight(shape) - CAPTION - notes * NOTE_LINE;
  return CELL_SIZES.find((size) => heightOf(view, textWidth(shape), size) <= room) ?? CELL_SIZES[0];
}

function heightOf({ head, body, widths }: TableView, width: number, size: CellSize): number {
  const rows = [...head, ...body];
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const lines = rows.map(() => 1);
  for (const { cell, row, column } of placeCells(rows)) {
    const share = widths.slice(column, column + cell.columns).reduce((sum, one) => sum + one, 0) / whole;
    const inner = share * width - 2 * CELL_MARGIN.side - (cell.depth ?? 0) * STEP;
    const own = linesOf(cell.text, inner, size);
    // Of a cell that spans rows, each of them carries a share.
    for (let at = row; at < row + cell.rows; at += 1)
      lines[at] = Math.max(lines[at] ?? 1, Math.ceil(own / cell.rows));
  }
  const each = lineHeight(size);
  return lines.reduce((sum, count) => sum + count * each + 2 * CELL_MARGIN.end + 10, 0);
}

/** How many lines a text takes in a width, which holds a whole number of Chinese signs. */
function linesOf(text: string, width: number, size: CellSize): number {
  const signs = Math.max(1, Math.floor(width / (size * 10)));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(signsOf(line) / signs)), 0);
}

/** How many Chinese signs wide a text is: letters and digits take half. */
function signsOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 1 : 0.5), 0);
}
