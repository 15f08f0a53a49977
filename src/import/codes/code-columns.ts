import type { Sheet, SheetCell } from '../workbook/sheet.ts';
import { plainWords } from '../tables/words.ts';
import { codeText, isCodeLike } from './code-text.ts';

/** Where a sheet has its codes and names. */
export interface CodeColumns {
  /** One column, or one for each level. */
  readonly codes: readonly number[];
  /** Whether each column holds the digits of its own level alone: 201, 01, 01. */
  readonly split: boolean;
  readonly names: readonly number[];
  /** The first row with a code. */
  readonly from: number;
}

type Row = readonly (SheetCell | undefined)[];

/** The least codes by which a column is recognised: a head has years and numbers, too. */
const FEWEST = 3;

/** At least so much of what has digits in a column of codes must be codes. */
const SHARE = 0.5;

/** A column of all names has one beside nearly every code; of names in several columns none has. */
const MOST = 0.8;

/** Descriptions stand beside names and are longer. */
const LONGEST_NAME = 30;

/** Finds the columns of codes and names by what they hold; undefined where there are none. */
export function codeColumns({ rows }: Sheet): CodeColumns | undefined {
  const width = widthOf(rows);
  const columns = Array.from({ length: width }, (_, column) => columnOf(rows, column));
  const found = splitColumns(rows, columns) ?? wholeColumns(columns);
  if (found === undefined) return undefined;
  const first = found.codes[0] ?? 0;
  const from = rows.findIndex((row) => isCodeLike(codeText(row?.[first]?.text ?? '')));
  const names = nameColumns(rows, found.codes, from);
  return names.length === 0 ? undefined : { ...found, names, from };
}

/** How many columns a sheet has; rows without anything are missing. */
function widthOf(rows: Sheet['rows']): number {
  return rows.reduce((width, row) => Math.max(width, row?.length ?? 0), 0);
}

/** What a column holds that has digits, as codes would be written. */
function columnOf(rows: Sheet['rows'], column: number): readonly string[] {
  return rows.flatMap((row) => {
    const text = codeText(row?.[column]?.text ?? '');
    return /^\d+$/.test(text) ? [text] : [];
  });
}

/** Columns of 类, 款 and 项 of which each holds its own digits. */
function splitColumns(
  rows: Sheet['rows'],
  columns: readonly (readonly string[])[],
): Pick<CodeColumns, 'codes' | 'split'> | undefined {
  const head = rows.flatMap((row) => headedLevels(row ?? [])).at(0);
  const first = head ?? columns.findIndex((_, index) => isSplitAt(columns, index));
  if (first < 0 || !isSplitAt(columns, first)) return undefined;
  const third = columns[first + 2] ?? [];
  const levels = areParts(third) ? 3 : 2;
  return { codes: Array.from({ length: levels }, (_, index) => first + index), split: true };
}

/** The column headed 类 where those of 款 and 项 follow. */
function headedLevels(row: Row): readonly number[] {
  const words = Array.from(row, (cell) => plainWords(cell?.text ?? ''));
  return words.flatMap((word, column) => (word === '类' && words[column + 1] === '款' ? [column] : []));
}

function isSplitAt(columns: readonly (readonly string[])[], at: number): boolean {
  const [own = [], next = []] = [columns[at], columns[at + 1]];
  return own.length > 0 && own.every((text) => /^[1-9]\d\d$/.test(text)) && areParts(next);
}

/** Whether most of what a column holds are the two digits of a level. */
function areParts(texts: readonly string[]): boolean {
  return texts.filter((text) => text.length <= 2).length > texts.length * SHARE;
}

/** The columns of whole codes: that with most of them, and those of other levels beside it. */
function wholeColumns(
  columns: readonly (readonly string[])[],
): Pick<CodeColumns, 'codes' | 'split'> | undefined {
  const weights = columns.map((texts) => {
    const codes = texts.filter(isCodeLike);
    return codes.length < FEWEST || codes.length < texts.length * SHARE ? 0 : weightOf(codes);
  });
  const best = Math.max(0, ...weights);
  if (best === 0) return undefined;
  const main = weights.indexOf(best);
  const levelOf = (column: number): number | undefined => {
    const lengths = new Set((columns[column] ?? []).map((text) => text.length));
    return lengths.size === 1 ? [...lengths][0] : undefined;
  };
  const level = levelOf(main);
  if (level === undefined) return { codes: [main], split: false };
  // A column of one level alone: those of the others hold shorter codes of the same classes.
  const codes = columns.flatMap((texts, column) => {
    const own = levelOf(column);
    const fits = own !== undefined && own < level && texts.length > 0 && texts.every(isCodeLike);
    return column === main ||
      (fits && texts.every((text) => columns[main]?.some((code) => code.startsWith(text))))
      ? [column]
      : [];
  });
  return { codes, split: false };
}

/** Longer codes are less likely to be something else, such as running numbers. */
function weightOf(codes: readonly string[]): number {
  return new Set(codes).values().reduce((sum, code) => sum + code.length, 0);
}

/** The columns of names: those that are headed so, else the nearest with words beside most codes. */
function nameColumns(rows: Sheet['rows'], codes: readonly number[], from: number): readonly number[] {
  const withCodes = rows.slice(from).filter((row) => codes.some((column) => row?.[column] !== undefined));
  const width = widthOf(rows);
  const named = Array.from({ length: width }, (_, column) => column)
    .filter((column) => !codes.includes(column))
    .map((column) => {
      const words = withCodes.flatMap((row) => {
        const text = row?.[column]?.text ?? '';
        return /\p{Script=Han}/u.test(text) ? [text.trim()] : [];
      });
      const length = words.reduce((sum, text) => sum + text.length, 0) / Math.max(1, words.length);
      return { column, count: words.length, short: length <= LONGEST_NAME };
    })
    .filter(({ count, short }) => count > 0 && short);
  const headed = named.filter(({ column }) =>
    rows.slice(0, from).some((row) => /名称|科目名/.test(plainWords(row?.[column]?.text ?? ''))),
  );
  if (headed.length > 0) return headed.map(({ column }) => column);
  const last = codes.at(-1) ?? 0;
  const after = named.filter(({ column }) => column > last);
  const beside = after.length > 0 ? after : named;
  const main = beside.find(({ count }) => count >= withCodes.length * MOST);
  // Names of each level in a column of their own, as a staircase.
  return main === undefined ? beside.map(({ column }) => column) : [main.column];
}
