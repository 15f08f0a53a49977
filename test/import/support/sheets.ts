import * as spreadsheet from '@e965/xlsx';
import type { Booklet } from '../../../src/compile/booklet.ts';
import type { GivenFile } from '../../../src/import/given-file.ts';
import { placeCells } from '../../../src/pack/grid.ts';
import { given } from './taken-in.ts';

/** What a cell of a sheet holds; a formula with what was saved of its result; a number that is shown as a percentage. */
export type Value =
  | string
  | number
  | { readonly formula: string; readonly result?: number }
  | { readonly percent: number }
  | undefined;

/** A sheet that tests change: its rows, and which of its cells are what. */
export interface TestSheet {
  name: string;
  rows: Value[][];
  merges: { top: number; left: number; bottom: number; right: number }[];
  /** Rows above the head, and those of the head. */
  readonly caption: number;
  head: number;
  readonly hidden: Set<number>;
  kindOf(row: number, column: number): string;
}

/** The sheets of a booklet's own workbook. */
export function sheetsOf(booklet: Booklet): TestSheet[] {
  return booklet.render().tables.map((view): TestSheet => {
    const between = Array.from({ length: view.widths.length - 2 }, () => undefined);
    const title = [
      [view.title],
      [`${booklet.year}年度`, ...between, view.number],
      [`单位：${view.unitName}`, ...between, '金额单位：万元'],
    ];
    const merges: TestSheet['merges'] = [];
    const kinds = new Map<string, string>();
    const body: Value[][] = [];
    for (const { cell, row, column } of placeCells([...view.head, ...view.body])) {
      const at = row + title.length;
      kinds.set(`${at},${column}`, cell.kind);
      const amount = cell.figure === undefined ? 0 : Number(cell.figure.value);
      (body[row] ??= [])[column] = cell.kind === 'amount' ? amount : cell.text === '' ? undefined : cell.text;
      if (cell.columns * cell.rows > 1)
        merges.push({ top: at, left: column, bottom: at + cell.rows - 1, right: column + cell.columns - 1 });
    }
    const rows = [...title, ...body, [view.note]].map((row) => Array.from(row, (value) => value));
    const kindOf = (row: number, column: number): string => kinds.get(`${row},${column}`) ?? '';
    return {
      name: view.number ?? view.key,
      rows,
      merges,
      caption: title.length,
      head: view.head.length,
      hidden: new Set(),
      kindOf,
    };
  });
}

/** A sheet with nothing in it. */
export function blankSheet(name: string): TestSheet {
  return { name, rows: [], merges: [], caption: 0, head: 0, hidden: new Set(), kindOf: () => '' };
}

/** Changes the cells of some kinds. */
export function changed(
  sheets: TestSheet[],
  kind: string,
  change: (value: Exclude<Value, undefined>, sheet: TestSheet, row: number) => Value,
): TestSheet[] {
  for (const sheet of sheets) {
    sheet.rows = sheet.rows.map((cells, row) =>
      cells.map((value, column) =>
        value !== undefined && sheet.kindOf(row, column) === kind ? change(value, sheet, row) : value,
      ),
    );
  }
  return sheets;
}

/** Puts rows into a sheet. */
export function insertRows(sheet: TestSheet, at: number, ...rows: Value[][]): void {
  sheet.rows.splice(at, 0, ...rows);
  const moved = (row: number): number => (row >= at ? row + rows.length : row);
  sheet.merges = sheet.merges.map(({ top, bottom, ...one }) => ({
    ...one,
    top: moved(top),
    bottom: moved(bottom),
  }));
}

/** Takes a row out of a sheet; if words are given, only one that begins with them. */
export function removeRow(sheet: TestSheet, at: number, words?: string): void {
  if (words !== undefined && sheet.rows[at]?.[0] !== words) return;
  sheet.rows.splice(at, 1);
  sheet.merges = sheet.merges
    .filter(({ top, bottom }) => top !== at || bottom !== at)
    .map((one) => ({
      ...one,
      top: one.top > at ? one.top - 1 : one.top,
      bottom: one.bottom >= at ? one.bottom - 1 : one.bottom,
    }));
}

/** Puts a column into a sheet; what stands in it, by row. */
export function insertColumn(
  sheet: TestSheet,
  at: number,
  value: (row: number) => Value = () => undefined,
): void {
  sheet.rows.forEach((cells, row) => {
    if (cells.length > at || value(row) !== undefined) {
      while (cells.length < at) cells.push(undefined);
      cells.splice(at, 0, value(row));
    }
  });
  sheet.merges = sheet.merges.map((one) => ({
    ...one,
    left: one.left >= at ? one.left + 1 : one.left,
    right: one.right >= at ? one.right + 1 : one.right,
  }));
}

/** A spreadsheet file as another program saves it. */
export function saved(
  sheets: readonly TestSheet[],
  bookType: 'xlsx' | 'biff8' | 'ods' | 'fods' = 'xlsx',
): GivenFile {
  const book = spreadsheet.utils.book_new();
  for (const { name, rows, merges, hidden } of sheets) {
    const sheet = spreadsheet.utils.aoa_to_sheet(rows.map((cells) => cells.map(cellOf)));
    sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }));
    sheet['!rows'] = rows.map((_, row) => ({ hidden: hidden.has(row) }));
    spreadsheet.utils.book_append_sheet(book, sheet, name);
  }
  const bytes = spreadsheet.write(book, { type: 'array', bookType }) as ArrayBuffer;
  return given(`决算.${bookType === 'biff8' ? 'xls' : bookType}`, new Uint8Array(bytes));
}

function cellOf(value: Value): unknown {
  if (typeof value !== 'object') return value;
  if ('percent' in value) return { t: 'n', v: value.percent, z: '0.00%' };
  const { formula, result } = value;
  return result === undefined ? { t: 'n', f: formula } : { t: 'n', f: formula, v: result };
}

/** Each sheet as a text with separators. */
export function asTexts(sheets: readonly TestSheet[], separator: string, mark = ''): readonly GivenFile[] {
  return sheets.map(({ name, rows }) => {
    const sheet = spreadsheet.utils.aoa_to_sheet(rows.map((cells) => cells.map(cellOf)));
    const text = mark + spreadsheet.utils.sheet_to_csv(sheet, { FS: separator });
    return given(`${name}.csv`, new TextEncoder().encode(text));
  });
}

/** Each sheet as a web page with a table, which systems call .xls. */
export function asPages(sheets: readonly TestSheet[]): readonly GivenFile[] {
  return sheets.map(({ name, rows, merges }) => {
    const sheet = spreadsheet.utils.aoa_to_sheet(rows.map((cells) => cells.map(cellOf)));
    sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }));
    const page = spreadsheet.utils.sheet_to_html(sheet);
    return given(`${name}.xls`, new TextEncoder().encode(page));
  });
}
