import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { placeCells, type Reach } from '../../pack/grid.ts';
import { CELL_MARGIN, cellStyle, type CellSize } from './cell-size.ts';

/** A cell of a table in Word. */
export interface GridCell extends Reach {
  readonly content: readonly ParagraphChild[];
  readonly align: 'left' | 'center' | 'right';
  /** Room before its text, in twentieths of a point. */
  readonly indent?: number;
}

/** A table in Word. */
export interface Grid {
  readonly rows: readonly (readonly GridCell[])[];
  /** How many rows stand again on top of each page. */
  readonly headRows: number;
  /** Relative widths of columns; their number is the number of columns. */
  readonly widths: readonly number[];
  /** Width of the whole table, in twentieths of a point. */
  readonly width: number;
  readonly size: CellSize;
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '555555' } as const;
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
} as const;
const MARGINS = {
  top: CELL_MARGIN.end,
  bottom: CELL_MARGIN.end,
  left: CELL_MARGIN.side,
  right: CELL_MARGIN.side,
} as const;

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** A real table, with merged cells and with heads that Word repeats on each page. */
export function gridTable(grid: Grid): Table {
  const { rows, headRows, width, size } = grid;
  const columns = columnWidths(grid);
  const starts = new Map(placeCells(rows).map(({ cell, column }) => [cell, column]));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: BORDERS,
    margins: MARGINS,
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          ...(index < headRows && { tableHeader: true }),
          // Cells that span rows would hold all their rows together.
          cantSplit: cells.every((cell) => cell.rows === 1),
          children: cells.map((cell) => {
            const start = starts.get(cell) ?? 0;
            const own = columns.slice(start, start + cell.columns).reduce((sum, one) => sum + one, 0);
            return tableCell(cell, own, size);
          }),
        }),
    ),
  });
}

/** Widths of the columns in twentieths of a point. */
function columnWidths({ widths, width }: Grid): readonly number[] {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one) => Math.round((one / whole) * width));
}

function tableCell(
  { content, align, indent, columns, rows }: GridCell,
  width: number,
  size: CellSize,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(columns > 1 && { columnSpan: columns }),
    ...(rows > 1 && { rowSpan: rows }),
    children: [
      new Paragraph({
        style: cellStyle(size),
        alignment: ALIGNMENTS[align],
        ...(indent !== undefined && { indent: { left: indent } }),
        children: content,
      }),
    ],
  });
}
