import type { Cell, CellStyle, MergeRange, WriteSheet } from 'hucre';
import type { TableCell, TableView } from '../../document/table-view.ts';
import { Exact, formatExact } from '../../accounts/decimal.ts';
import { placeCells } from '../../pack/grid.ts';
import { MONEY_UNITS, type PrintedMoneyUnit } from '../../pack/number-style.ts';
import { cellAmount } from './cell-amount.ts';
import { columnWidths, fitsPage, linesOf, rowHeights, textHeight } from './sheet-size.ts';
import { AT_LEFT, AT_RIGHT, cellStyle, NOTE, TITLE } from './sheet-styles.ts';

/** Rows above the table: title, 年度 and 公开0n表, 单位 and 金额单位. */
const CAPTION_ROWS = 3;
const TITLE_HEIGHT = 30;
/** Characters that 金额单位：万元 needs. */
const MONEY_WIDTH = 18;

/** What each sheet of a workbook says of it. */
export interface SheetCaption {
  readonly year: number;
  /** What all its amounts are in. */
  readonly moneyUnit: PrintedMoneyUnit;
}

/** A block of cells with one content. */
interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly value: string | number;
  readonly style: CellStyle;
}

/**
 * A statutory table as a sheet in the official layout, ready for A4. It says for itself whose it is, of which year and in
 * what its amounts are, so that a sheet that is alone, or was saved in another format, can still be taken in again.
 */
export function tableSheet(view: TableView, name: string, told: SheetCaption): WriteSheet {
  const widths = columnWidths(view);
  const headEnd = CAPTION_ROWS + view.head.length;
  const heights = sheetHeights(view, widths);
  const blocks = [
    ...captionBlocks(view, widths, told),
    ...tableBlocks(view, told),
    ...noteBlocks(view, headEnd + view.body.length),
  ];
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: heights.map(() => []),
    cells: new Map(blocks.flatMap(blockCells)),
    merges: blocks.flatMap(blockMerge),
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    freezePane: { rows: headEnd },
    pageSetup: {
      paperSize: 'a4',
      orientation: view.orientation,
      fitToPage: true,
      fitToWidth: 1,
      // 0: as many pages as the rows need.
      fitToHeight: fitsPage(heights, view.orientation) ? 1 : 0,
      horizontalCentered: true,
      margins: { top: 0.6, right: 0.5, bottom: 0.6, left: 0.5, header: 0.3, footer: 0.3 },
    },
  };
}

/** The rows of a sheet that head every printed page, as Excel writes them: `$4:$6`. */
export function headRows({ head }: TableView): string {
  return `$${CAPTION_ROWS + 1}:$${CAPTION_ROWS + head.length}`;
}

/** Heights of all rows of a sheet, in points. */
function sheetHeights({ head, body, note }: TableView, widths: readonly number[]): readonly number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const caption = [TITLE_HEIGHT, textHeight(1), textHeight(1)];
  const notes = note === undefined ? [] : [textHeight(linesOf(note, whole))];
  return [...caption, ...rowHeights(head, widths), ...rowHeights(body, widths), ...notes];
}

function captionBlocks(
  view: TableView,
  widths: readonly number[],
  { year, moneyUnit }: SheetCaption,
): readonly Block[] {
  const columns = widths.length;
  let money = columns;
  let room = 0;
  while (money > 1 && room < MONEY_WIDTH) room += widths[--money] ?? 0;
  const one = { rows: 1, column: 0, columns };
  const left = { rows: 1, column: 0, columns: money };
  const right = { rows: 1, column: money, columns: columns - money };
  return [
    { ...one, row: 0, value: view.title, style: TITLE },
    { ...left, row: 1, value: `${year}年度`, style: AT_LEFT },
    { ...right, row: 1, value: view.number ?? '', style: AT_RIGHT },
    { ...left, row: 2, value: `单位：${view.unitName}`, style: AT_LEFT },
    { ...right, row: 2, value: `金额单位：${moneyUnit}`, style: AT_RIGHT },
  ];
}

function noteBlocks({ note, widths }: TableView, row: number): readonly Block[] {
  return note === undefined
    ? []
    : [{ row, column: 0, rows: 1, columns: widths.length, value: note, style: NOTE }];
}

function tableBlocks({ head, body }: TableView, { moneyUnit }: SheetCaption): readonly Block[] {
  return placeCells([...head, ...body]).map(({ cell, row, column }) => ({
    row: CAPTION_ROWS + row,
    column,
    rows: cell.rows,
    columns: cell.columns,
    value: cellValue(cell, moneyUnit),
    style: cellStyle(cell),
  }));
}

/** An amount of money as exact decimal text in a unit; other amounts as they are. */
function moneyIn(amount: string, { figure }: TableCell, unit: PrintedMoneyUnit): string {
  if (figure?.unit !== '万元' || unit === '万元') return amount;
  return formatExact(new Exact(amount).dividedBy(MONEY_UNITS[unit]));
}

/** Amounts and numbers of lines and columns are numbers, everything else is text, also what looks like a formula. */
function cellValue(cell: TableCell, moneyUnit: PrintedMoneyUnit): string | number {
  if (cell.kind === 'amount') {
    const amount = cellAmount(cell);
    return amount === '' ? cell.text : Number(moneyIn(amount, cell, moneyUnit));
  }
  const numbered = (cell.kind === 'line' || cell.kind === 'head') && /^\d+$/.test(cell.text);
  return numbered ? Number(cell.text) : cell.text;
}

/** Every cell under a merged one has its borders too. */
function blockCells({
  row,
  column,
  rows,
  columns,
  value,
  style,
}: Block): readonly (readonly [string, Partial<Cell>])[] {
  return Array.from({ length: rows * columns }, (_, index) => {
    const key = `${row + Math.floor(index / columns)},${column + (index % columns)}`;
    return [key, { style, value: index === 0 && value !== '' ? value : null }];
  });
}

function blockMerge({ row, column, rows, columns }: Block): readonly MergeRange[] {
  if (rows === 1 && columns === 1) return [];
  return [{ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 }];
}
