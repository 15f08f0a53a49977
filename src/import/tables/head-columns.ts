import { addressOf, type Sheet } from '../workbook/sheet.ts';
import { alignInOrder } from './align.ts';
import { isNumbering, type ExpectedTable } from './expected-table.ts';
import type { HeadRows } from './head-rows.ts';
import { headWords } from './words.ts';

/** Where the amounts of a table stand in a sheet. */
export interface FoundColumns {
  /** For each of the layout's columns of amounts the sheet's column, from 0; undefined where there is none. */
  readonly columns: readonly (number | undefined)[];
  /** Of all headings on either side, how well they fit: 1 if all are the same. */
  readonly fit: number;
}

/** How alike two headings are: the same; the same at their ends; the same at their lowest level. */
const SAME = 1;
const SAME_END = 0.7;
const SAME_LEAF = 0.6;

/** What a heading counts that one side lacks. */
const LACKING = 0.25;

/** Finds the columns of a layout by their headings, from left to right. */
export function headColumns(sheet: Sheet, head: HeadRows, table: ExpectedTable): FoundColumns {
  const found = headingsOf(sheet, head).map(headingOf);
  const expected = table.columns.map(({ heads }) => headingOf(heads.map(headWords)));
  const columns = alignInOrder(expected.length, found.length, (a, b) => likeness(expected[a], found[b]));
  const score = columns.reduce<number>(
    (sum, column, index) => sum + (column === undefined ? 0 : likeness(expected[index], found[column])),
    0,
  );
  const taken = new Set(columns);
  const first = Math.min(...columns.map((column) => column ?? Infinity));
  // What stands left of the amounts names the rows.
  const strange = found.filter(
    ({ heads }, column) => column > first && heads.length > 0 && !taken.has(column) && !labels(heads, table),
  );
  const all = Math.max(expected.length, 1);
  return { columns, fit: score / all - (LACKING * strange.length) / all };
}

/** Whether a column's heading is one that the layout has for the names of its rows. */
function labels(heads: readonly string[], { vocabulary }: ExpectedTable): boolean {
  return heads.every((words) => vocabulary.has(words));
}

/** What stands above a column, uppermost first, and as one. */
interface Heading {
  readonly heads: readonly string[];
  readonly whole: string;
}

function headingOf(heads: readonly string[]): Heading {
  return { heads, whole: heads.join('') };
}

const NO_HEADING = headingOf([]);

function likeness(expected: Heading = NO_HEADING, found: Heading = NO_HEADING): number {
  const [one, other] = [expected.whole, found.whole];
  if (one === '' || other === '') return 0;
  if (one === other) return SAME;
  if (one.endsWith(other) || other.endsWith(one)) return SAME_END;
  return expected.heads.at(-1) === found.heads.at(-1) ? SAME_LEAF : 0;
}

/**
 * The headings above each column, uppermost first. Where merged headings were taken apart, as in CSV, one that stands
 * above several columns is written over the first of them.
 */
function headingsOf(sheet: Sheet, { top, bottom }: HeadRows): readonly (readonly string[])[] {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => headingsIn(sheet, top + index));
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const lowest = rows.findLastIndex((row) => (row[column] ?? '') !== '');
    const heads = rows.slice(0, lowest + 1).map((row) => textOver(row, column));
    return heads.filter((words, index) => words !== '' && words !== heads[index - 1]);
  });
}

function textOver(row: readonly string[], column: number): string {
  return row.slice(0, column + 1).findLast((words) => words !== '') ?? '';
}

/** The headings of one row by column, a merged one above all that it covers. */
function headingsIn({ rows, merges }: Sheet, row: number): readonly string[] {
  const texts: string[] = Array.from(rows[row] ?? [], (cell) =>
    cell === undefined || isNumbering(cell.text) ? '' : headWords(cell.text),
  );
  for (const merge of merges.filter(({ top }) => top === row))
    for (let column = merge.left + 1; column <= merge.right; column += 1)
      texts[column] = texts[merge.left] ?? '';
  return Array.from(texts, (text) => text ?? '');
}

/** The letters of a column, for messages: 第 C 列. */
export function columnName(column: number): string {
  return addressOf(0, column).slice(0, -1);
}
