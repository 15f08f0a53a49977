import type { Merge } from '../../workbook/sheet.ts';
import { Joined } from './joined.ts';
import { linesOf, wordsOf, type Line, type Piece, type Ruling } from './page.ts';
import { lastUpTo, nearest, positions, REACH } from './ruled-tables.ts';

/** The cells of a table that lines divide. */
export interface CellGrid {
  readonly rows: number;
  readonly columns: number;
  /** Cells that are larger than one row and column. */
  readonly merges: readonly Merge[];
  /** Where the cell begins in which a place is; undefined outside. */
  cellAt(x: number, y: number): { readonly row: number; readonly column: number } | undefined;
  /** The row in which a height is. */
  rowAt(y: number): number;
}

/** Cuts a table into cells: what no line divides is one. */
export function cellGrid(rulings: readonly Ruling[]): CellGrid {
  const [xs, ys] = [positions(rulings, false), positions(rulings, true)];
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const walls = new Walls(rulings, xs, ys);
  const joined = new Joined(rows * columns);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const here = row * columns + column;
      if (column + 1 < columns && !walls.right(row, column)) joined.join(here, here + 1);
      if (row + 1 < rows && !walls.below(row, column)) joined.join(here, here + columns);
    }
  const cells = Map.groupBy(Array(rows * columns).keys(), (index) => joined.rootOf(index));
  const spans = new Map([...cells].map(([root, members]) => [root, spanOf(members, columns)]));
  const rowAt = (y: number): number => lastUpTo(ys, y);
  return {
    rows,
    columns,
    merges: [...spans.values()].filter(({ top, left, bottom, right }) => top < bottom || left < right),
    cellAt(x, y) {
      const [row, column] = [rowAt(y), lastUpTo(xs, x)];
      if (row < 0 || column < 0 || row >= rows || column >= columns) return undefined;
      const span = spans.get(joined.rootOf(row * columns + column));
      return span && { row: span.top, column: span.left };
    },
    rowAt,
  };
}

function spanOf(members: readonly number[], columns: number): Merge {
  const rows = members.map((one) => Math.floor(one / columns));
  const across = members.map((one) => one % columns);
  return {
    top: Math.min(...rows),
    left: Math.min(...across),
    bottom: Math.max(...rows),
    right: Math.max(...across),
  };
}

/** Which neighbours are divided by a line. */
class Walls {
  private readonly xs: readonly number[];
  private readonly ys: readonly number[];
  private readonly level: readonly Ruling[][];
  private readonly upright: readonly Ruling[][];

  constructor(rulings: readonly Ruling[], xs: readonly number[], ys: readonly number[]) {
    this.xs = xs;
    this.ys = ys;
    this.level = ys.map(() => []);
    this.upright = xs.map(() => []);
    for (const line of rulings) {
      if (line.isLevel) this.level[nearest(ys, line.at)]?.push(line);
      else this.upright[nearest(xs, line.at)]?.push(line);
    }
  }

  right(row: number, column: number): boolean {
    return covers(this.upright[column + 1], middle(this.ys, row));
  }

  below(row: number, column: number): boolean {
    return covers(this.level[row + 1], middle(this.xs, column));
  }
}

function middle(lanes: readonly number[], index: number): number {
  return ((lanes[index] ?? 0) + (lanes[index + 1] ?? 0)) / 2;
}

function covers(lines: readonly Ruling[] | undefined, at: number): boolean {
  return lines?.some(({ from, to }) => from <= at && at <= to) === true;
}

/** A paragraph is hardly ever as short by so many letters that its last line could hold more. */
const ROOM = 1.5;
const SENTENCE_END = /[。；：！？]$/u;
const ORDINAL =
  /^(?:\p{Script=Han}{0,4}\d{1,2}[：:、.．](?!\d)|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、是])/u;

/** What pieces within a cell say: lines that were torn are one, those that their writer ended are not. */
export function cellText(pieces: readonly Piece[]): string {
  const lines = linesOf(pieces.toSorted((a, b) => order(a, b)));
  const end = Math.max(...lines.map(lastOf));
  let text = '';
  lines.forEach((line, index) => {
    const words = wordsOf(line).trim();
    const before = lines[index - 1];
    if (before === undefined || text === '') text += words;
    else if (endsParagraph(before, end, text, words)) text += `\n${words}`;
    else text += /[a-z]$/iu.test(text) && /^[a-z]/iu.test(words) ? ` ${words}` : words;
  });
  return text;
}

function endsParagraph(before: Line, end: number, text: string, next: string): boolean {
  const size = before.pieces[0]?.size ?? 0;
  return SENTENCE_END.test(text) && (lastOf(before) < end - ROOM * size || ORDINAL.test(next));
}

function lastOf({ pieces }: Line): number {
  return Math.max(...pieces.map(({ right }) => right));
}

function order(a: Piece, b: Piece): number {
  return Math.abs(a.base - b.base) <= Math.min(a.size, b.size) / 2 ? a.left - b.left : a.base - b.base;
}

/** A piece that goes over several cells, cut where these end. */
export function piecesIn(piece: Piece, grid: CellGrid): readonly Piece[] {
  const y = piece.base - piece.size / 3;
  const same = (x: number, other: number): boolean => {
    const [one, two] = [grid.cellAt(x, y), grid.cellAt(other, y)];
    return one?.row === two?.row && one?.column === two?.column;
  };
  if (same(piece.left + REACH, piece.right - REACH)) return [piece];
  const signs = Array.from(piece.text);
  const width = (piece.right - piece.left) / Math.max(signs.length, 1);
  const parts: Piece[] = [];
  signs.forEach((sign, index) => {
    const left = piece.left + index * width;
    const last = parts.at(-1);
    const center = left + width / 2;
    // A rate that is too long for its cell is still one.
    const isOfRate = sign === '%' && last !== undefined && /\d$/u.test(last.text);
    if (last !== undefined && (isOfRate || same(last.right - width / 2, center)))
      parts[parts.length - 1] = { ...last, text: last.text + sign, right: left + width };
    else parts.push({ ...piece, text: sign, left, right: left + width });
  });
  return parts;
}
