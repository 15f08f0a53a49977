import type { Merge, Sheet, SheetCell } from '../../workbook/sheet.ts';
import { cellGrid, cellText, piecesIn } from './cells.ts';
import { wordsOf, type Line, type Piece, type Ruling } from './page.ts';
import type { RuledTable } from './ruled-tables.ts';

/** What of a table is on one page. */
export interface TablePart {
  readonly page: number;
  readonly table: RuledTable;
  readonly pieces: readonly Piece[];
}

/** Words on a line that are further apart, in letters, stand for themselves. */
const APART = 2;

/** A table as a sheet: what stands above it, then its cells, the parts on several pages one below the other. */
export function tableSheet(file: string, caption: readonly Line[], parts: readonly TablePart[]): Sheet {
  const { rulings, pieces, starts, pageAt } = stacked(parts);
  const grid = cellGrid(rulings);
  const down = caption.length;
  const rows: (SheetCell | undefined)[][] = caption.map((line, row) =>
    wordsApart(line).map((text, column) => ({ row, column, text, isNumber: false })),
  );
  const cells = new Map<string, Piece[]>();
  for (const piece of pieces.flatMap((one) => piecesIn(one, grid))) {
    const at = grid.cellAt((piece.left + piece.right) / 2, piece.base - piece.size / 3);
    if (at === undefined) continue;
    const name = `${at.row},${at.column}`;
    const own = cells.get(name);
    if (own === undefined) cells.set(name, [piece]);
    else own.push(piece);
  }
  for (let row = 0; row < grid.rows; row += 1) rows.push([]);
  for (const [name, own] of cells) {
    const [row = 0, column = 0] = name.split(',').map(Number);
    const line = rows[row + down];
    const text = cellText(own);
    if (line !== undefined && text !== '') line[column] = { row: row + down, column, text, isNumber: false };
  }
  const [first] = parts;
  return {
    file,
    name: `第 ${first?.page ?? 1} 页`,
    rows: rows.map((cells) => Array.from(cells, (cell) => cell)),
    merges: grid.merges.map((merge): Merge => ({
      ...merge,
      top: merge.top + down,
      bottom: merge.bottom + down,
    })),
    places: rows.map((_, row) => `第 ${pageAt(row - down, grid.rowAt)} 页`),
    pageStarts: starts.map((y) => grid.rowAt(y + 1) + down),
  };
}

/** Lines and pieces of all parts as if their pages were one: where one ends, the next begins. */
function stacked(parts: readonly TablePart[]): {
  readonly rulings: readonly Ruling[];
  readonly pieces: readonly Piece[];
  /** Where the parts behind the first begin. */
  readonly starts: readonly number[];
  pageAt(row: number, rowAt: (y: number) => number): number;
} {
  const rulings: Ruling[] = [];
  const pieces: Piece[] = [];
  const begins: { readonly page: number; readonly y: number }[] = [];
  let end = parts[0]?.table.top ?? 0;
  for (const { table, pieces: own, page } of parts) {
    const shift = end - table.top;
    begins.push({ page, y: end });
    for (const line of table.rulings)
      rulings.push(
        line.isLevel
          ? { ...line, at: line.at + shift }
          : { ...line, from: line.from + shift, to: line.to + shift },
      );
    for (const piece of own) pieces.push({ ...piece, base: piece.base + shift });
    end = table.bottom + shift;
  }
  return {
    rulings,
    pieces,
    starts: begins.slice(1).map(({ y }) => y),
    pageAt: (row, rowAt) =>
      begins.findLast(({ y }) => rowAt(y + 1) <= Math.max(row, 0))?.page ?? begins[0]?.page ?? 1,
  };
}

/** The words of a line that stand far apart. */
function wordsApart({ pieces }: Line): readonly string[] {
  const groups: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.left - b.left)) {
    const last = groups.at(-1)?.at(-1);
    if (last === undefined || piece.left - last.right > APART * piece.size) groups.push([piece]);
    else groups.at(-1)?.push(piece);
  }
  return groups.map((group) => wordsOf({ pieces: group }));
}
