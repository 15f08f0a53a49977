import { remembered } from '../../source/remembered.ts';

/** A cell that is not empty. */
export interface SheetCell {
  /** From 0. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  /** What it holds, of a number its decimal digits. */
  readonly text: string;
  /** Whether the program that wrote the file took it for a number. */
  readonly isNumber: boolean;
  /** Why its value cannot be known: a formula that was saved without its result, or an error such as #REF!. */
  readonly fault?: string;
}

/** Cells that were made one: rows and columns from 0, the last ones included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet of a workbook, a CSV file, or a table of a text. */
export interface Sheet {
  readonly file: string;
  /** Empty for a CSV file, which has but one. */
  readonly name: string;
  /** By row, then by column; rows and cells without anything are missing. */
  readonly rows: readonly (readonly (SheetCell | undefined)[] | undefined)[];
  readonly merges: readonly Merge[];
  /** Of a table of a text: where each of its rows is, as a person finds it: `第 12 页`. */
  readonly places?: readonly string[];
  /** Whether nothing but the words of a text told what stands in which cell. */
  readonly isGuessed?: true;
  /** Of a table that goes over pages: the rows with which they begin, into which the row above may have been torn. */
  readonly pageStarts?: readonly number[];
}

/** A spreadsheet file as read. */
export interface Workbook {
  readonly file: string;
  /** What the file says of itself. */
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

/** The cells of a sheet that are not empty, row by row. */
export function cellsOf(sheet: Sheet): readonly SheetCell[] {
  return cellsBetween(sheet, 0, sheet.rows.length);
}

/** The cells that are not empty of the rows from one to another, the last not included. */
export function cellsBetween({ rows }: Pick<Sheet, 'rows'>, from: number, end: number): readonly SheetCell[] {
  return rows.slice(from, end).flatMap((row) => row?.flatMap((cell) => cell ?? []) ?? []);
}

/** A cell with what it covers, the last row and column included. */
export interface Spanned extends Merge {
  readonly cell: SheetCell;
}

/** The cells of a row that are not empty, from left to right, with what they cover. */
export function spannedIn(sheet: Sheet, row: number): readonly Spanned[] {
  return spannedRows(sheet)[row] ?? [];
}

const spannedRows = remembered(({ rows, merges }: Sheet): readonly (readonly Spanned[])[] => {
  const byRow = Map.groupBy(merges, ({ top }) => top);
  return Array.from(rows, (cells = [], row) => {
    const own = byRow.get(row);
    return cells.flatMap((cell) => {
      if (cell === undefined) return [];
      const { column } = cell;
      const merge = own?.findLast(({ left }) => left === column);
      return [{ cell, ...(merge ?? { top: row, left: column, bottom: row, right: column }) }];
    });
  });
});

/** The file and the place of a cell, as something that is told of it names them. */
export function sourceOf(
  sheet: Sheet,
  cell: Pick<SheetCell, 'row' | 'column'>,
): { readonly file: string; readonly at: string } {
  return { file: sheet.file, at: cellPlace(sheet, cell) };
}

/** Where a cell is: `公开01表!C5`; `C5` in a CSV file, which has but one sheet; `第 12 页` in a text. */
export function cellPlace(sheet: Sheet, { row, column }: Pick<SheetCell, 'row' | 'column'>): string {
  const place = sheet.places?.[row];
  if (place !== undefined) return place;
  const address = addressOf(row, column);
  return sheet.name === '' ? address : `${sheet.name}!${address}`;
}

/** A cell's address as spreadsheets write it: `C5`. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** What a sheet is called where something is told of it. */
export function nameOf({ file, name }: Sheet): string {
  return name === '' ? file : `${file} 的“${name}”`;
}
