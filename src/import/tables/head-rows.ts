import { remembered } from '../../source/remembered.ts';
import type { Sheet, SheetCell } from '../workbook/sheet.ts';
import { isNumbering, type ExpectedTable } from './expected-table.ts';
import { headWords, plainWords } from './words.ts';

/** Rows of a sheet that may be the head of a table, both ends included. */
export interface HeadRows {
  readonly top: number;
  readonly bottom: number;
}

/** Of the words in a row, how many at least must be headings. */
const ENOUGH = 0.6;

/** The runs of rows that say what a layout's head says. */
export function headRows(sheet: Sheet, table: ExpectedTable): readonly HeadRows[] {
  const runs: HeadRows[] = [];
  let run: { top: number; bottom: number } | undefined;
  wordRows(sheet).forEach((filled, row) => {
    if (filled?.length === 0) return;
    const heads =
      filled !== undefined && (isHead(filled, table) || (run !== undefined && numbersColumns(filled)));
    if (heads) {
      if (run === undefined) runs.push((run = { top: row, bottom: row }));
      else run.bottom = row;
    } else run = undefined;
  });
  return runs;
}

/** The filled cells of each row; undefined for one that holds amounts, which is no head. */
const wordRows = remembered(({ rows }: Sheet): readonly (readonly SheetCell[] | undefined)[] =>
  Array.from(rows, (row) => {
    const filled = row?.flatMap((cell) => cell ?? []) ?? [];
    return filled.every(({ isNumber, text }) => !isNumber || isNumbering(text)) ? filled : undefined;
  }),
);

function isHead(cells: readonly SheetCell[], { vocabulary, sides }: ExpectedTable): boolean {
  const texts = cells.filter(({ text }) => !isNumbering(text)).map(({ text }) => text);
  const known = texts.filter((text) => vocabulary.has(headWords(text)));
  if (known.length < ENOUGH * texts.length) return false;
  // In an empty table the row of all others has nothing but its name, which is a heading, too.
  const isTotal = (text: string): boolean =>
    sides.some(({ totals }) => totals.some((name) => name.test(plainWords(text))));
  return !texts.every(isTotal);
}

/** Whether a row numbers the columns of amounts: 1, 2, 3 from left to right. */
function numbersColumns(cells: readonly SheetCell[]): boolean {
  const numbers = cells.filter(({ text }) => /^\d+$/.test(plainWords(text)));
  return (
    numbers.length > 0 &&
    cells.every(({ text }) => isNumbering(text)) &&
    numbers.every(({ text }, index) => Number(plainWords(text)) === index + 1)
  );
}
