/** Sizes of type in tables, largest first, in half points. */
export const CELL_SIZES = [18, 17, 16, 15, 14, 13] as const;

export type CellSize = (typeof CELL_SIZES)[number];

/** Room around the text of a cell: to its sides, and above and below it, in twentieths of a point. */
export const CELL_MARGIN = { side: 70, end: 20 } as const;

/** How far in names stand below the 类, for each step. */
export const STEP = 180;

/** Height of a line, as a multiple of its type: fixed, since the fonts of two machines are of different heights. */
const LEADING = 1.25;

/** Height of a line of a table, in twentieths of a point. */
export function lineHeight(size: CellSize): number {
  return Math.round(size * 10 * LEADING);
}

/** The style of a cell's text. */
export function cellStyle(size: CellSize): string {
  return `SheetCell${size}`;
}
