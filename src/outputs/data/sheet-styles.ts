import type { AlignmentStyle, CellStyle } from 'hucre';
import type { TableCell } from '../../document/table-view.ts';

/** Song for text, as in the Ministry's forms; sizes in points. */
export const BODY_FONT = { name: '宋体', size: 10 } as const;
const TITLE_FONT = { name: '黑体', size: 16 } as const;

const LINE = { style: 'thin' } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const;

/** Amounts show two decimals, as in the booklet, and keep all of them. */
export const AMOUNT_FORMAT = '0.00';
/** Excel takes what looks like a number for one, unless it is told that the cell is text. */
const TEXT_FORMAT = '@';

function outside(horizontal: NonNullable<AlignmentStyle['horizontal']>): CellStyle {
  return { font: BODY_FONT, alignment: { horizontal, vertical: 'center' } };
}

/** Lines above and below the table. */
export const TITLE: CellStyle = { font: TITLE_FONT, alignment: { horizontal: 'center', vertical: 'center' } };
export const AT_LEFT = outside('left');
export const AT_RIGHT = outside('right');
export const NOTE: CellStyle = {
  font: BODY_FONT,
  alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
};

function framed(alignment: AlignmentStyle, format?: string): CellStyle {
  return {
    font: BODY_FONT,
    border: BORDER,
    alignment: { vertical: 'center', ...alignment },
    ...(format !== undefined && { numFmt: format }),
  };
}

const HEAD = framed({ horizontal: 'center', wrapText: true });
const CODE = framed({ horizontal: 'left' }, TEXT_FORMAT);
const AMOUNT = framed({ horizontal: 'right' }, AMOUNT_FORMAT);
const WORDS = framed({ horizontal: 'left', wrapText: true });

/** How a cell of the table looks. */
export function cellStyle(cell: TableCell): CellStyle {
  switch (cell.kind) {
    case 'head':
    case 'group':
    case 'line':
    case 'dash':
      return HEAD;
    case 'code':
      return CODE;
    case 'amount':
      return AMOUNT;
    case 'row':
    case 'text':
    case 'blank':
      return rowStyle(cell);
  }
}

/** Names below the 类 are indented; one across several columns, such as 合计, stands in the middle. */
function rowStyle({ depth = 0, columns }: TableCell): CellStyle {
  if (columns > 1) return HEAD;
  return depth === 0 ? WORDS : framed({ horizontal: 'left', wrapText: true, indent: depth });
}
