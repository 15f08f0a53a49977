import type { TableCell, TableView } from '../../document/table-view.ts';
import { placeCells } from '../../pack/grid.ts';

/** Digits of the body's font that fit across A4 between the margins; a spreadsheet measures columns in these. */
const PAGE_WIDTH = { portrait: 98, landscape: 144 } as const;
/** Width of a Chinese character in digits, and of the room that a cell keeps free beside its text. */
const IDEOGRAPH = 1.92;
const CELL_PADDING = 0.6;
/** Room on both sides of an amount, in characters. */
const PADDING = 2;
/** Height of a line of text, in points. */
const LINE_HEIGHT = 13;
/** Height of A4 between the margins, in points. */
const PAGE_HEIGHT = { portrait: 755, landscape: 508 } as const;
/** How much higher than a page a table may be and still be shrunk to one: its smallest print is then 7.5 points. */
const SHRINKS = 1.33;

/** Width of a text in characters of the digits' width: Chinese characters count two. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);
}

/**
 * Widths of a table's columns in characters: in the layout's proportions across the page, and wide enough for every
 * amount, which a spreadsheet would otherwise show as ####.
 */
export function columnWidths({ widths, orientation, body }: TableView): readonly number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const needed = widths.map(() => 0);
  for (const { cell, column } of placeCells(body)) {
    if (cell.kind === 'amount')
      needed[column] = Math.max(needed[column] ?? 0, textWidth(cell.text) + PADDING);
  }
  return widths.map((width, column) => {
    const share = (width / whole) * PAGE_WIDTH[orientation];
    return Math.max(Math.round(share * 100) / 100, needed[column] ?? 0);
  });
}

/** Heights of rows in points, so that every text has its lines: spreadsheets do not fit rows by themselves. */
export function rowHeights(rows: TableView['body'], widths: readonly number[]): readonly number[] {
  const lines = rows.map(() => 1);
  for (const { cell, row, column } of placeCells(rows)) {
    const each = Math.ceil(linesOf(cell.text, textRoom(cell, column, widths)) / cell.rows);
    for (let spanned = row; spanned < row + cell.rows; spanned += 1)
      lines[spanned] = Math.max(lines[spanned] ?? 1, each);
  }
  return lines.map(textHeight);
}

/** Whether rows of these heights can be printed on one page. */
export function fitsPage(heights: readonly number[], orientation: TableView['orientation']): boolean {
  return heights.reduce((sum, height) => sum + height, 0) <= PAGE_HEIGHT[orientation] * SHRINKS;
}

/** Height of lines of text, in points. */
export function textHeight(lines: number): number {
  return lines * LINE_HEIGHT + 3;
}

/** How many lines a text takes in a column: each holds a whole number of Chinese characters. */
export function linesOf(text: string, width: number): number {
  const each = Math.max(1, Math.floor((width - CELL_PADDING) / IDEOGRAPH));
  return Math.max(1, Math.ceil(textWidth(text) / 2 / each));
}

/** Width for a cell's text: each step of its indent takes one character. */
function textRoom({ columns, depth = 0 }: TableCell, column: number, widths: readonly number[]): number {
  return widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0) - 2 * depth;
}
