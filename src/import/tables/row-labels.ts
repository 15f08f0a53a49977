import type { Sheet, SheetCell } from '../workbook/sheet.ts';
import { plainWords } from './words.ts';

/** What names a row of one side of a table. */
export interface RowLabel {
  readonly row: number;
  /** The code as digits; empty where the row has none. */
  readonly code: string;
  /** Its name as it stands there; empty where it has none. */
  readonly name: string;
  /** 行次. */
  readonly line: string;
  /** The cells that it was read from. */
  readonly cells: readonly SheetCell[];
}

/** Where the labels of a side stand: columns from 0, the last one not included. */
export interface LabelColumns {
  readonly from: number;
  readonly to: number;
  /** Whether its rows are found by codes, so that numbers beside their names are codes and not 行次. */
  readonly coded: boolean;
}

const CODE_BESIDE_NAME = /^(\d{3}|\d{5}|\d{7})(?=\D)(.*)$/;

/** Reads the labels of the rows from one to another, the last not included. Rows without any are left out. */
export function rowLabels(
  { rows }: Sheet,
  [first, end]: readonly [number, number],
  columns: LabelColumns,
): readonly RowLabel[] {
  const wanted = Array.from({ length: Math.max(end - first, 0) }, (_, index) => first + index).flatMap(
    (row) => {
      const cells = rows[row]?.slice(columns.from, columns.to).flatMap((cell) => cell ?? []) ?? [];
      return cells.length === 0 ? [] : [{ row, cells }];
    },
  );
  const parts = columns.coded ? codeColumns(wanted.map(({ cells }) => cells)) : [];
  let above: readonly string[] = [];
  return wanted.map(({ row, cells }) => {
    const numbers = cells.filter(isDigits);
    const names = cells.filter((cell) => !isDigits(cell)).map(({ text }) => text);
    if (!columns.coded) {
      return { row, code: '', name: names.join(''), line: digitsOf(numbers[0]), cells };
    }
    const beside = numbers.length === 0 ? CODE_BESIDE_NAME.exec(plainWords(names.join(''))) : null;
    if (beside !== null) return { row, code: beside[1] ?? '', name: beside[2] ?? '', line: '', cells };
    const written = parts.map((column) => digitsOf(numbers.find((cell) => cell.column === column)));
    above = numbers.length === 0 ? [] : partsBelow(above, written);
    return { row, code: joined(above), name: names.join(''), line: '', cells };
  });
}

/** The columns in which codes stand: one, or one for each of 类, 款 and 项. */
function codeColumns(rows: readonly (readonly SheetCell[])[]): readonly number[] {
  const columns = new Set(rows.flatMap((cells) => cells.filter(isDigits).map(({ column }) => column)));
  return [...columns].sort((a, b) => a - b);
}

/** 类, 款 and 项 of a row: those above hold on where only the lower ones are written. */
function partsBelow(above: readonly string[], written: readonly string[]): readonly string[] {
  if (written.length < 2 || (written[0] ?? '').length > 3) return written;
  const first = written.findIndex((part) => part !== '');
  return written.map((part, index) => (index < first ? (above[index] ?? '') : part));
}

/** 201, 3 and 1 make 2010301: numbers have lost their zeros. */
function joined(parts: readonly string[]): string {
  const [first = '', ...rest] = parts;
  if (first.length > 3) return first;
  return first + rest.map((part) => (part === '' ? '' : part.padStart(2, '0'))).join('');
}

function isDigits({ text }: SheetCell): boolean {
  return /^\d+$/.test(plainWords(text));
}

function digitsOf(cell: SheetCell | undefined): string {
  return cell === undefined ? '' : plainWords(cell.text);
}
