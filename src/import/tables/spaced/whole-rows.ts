import type { PlacedWord } from '../../text/placed.ts';
import type { ExpectedSide, ExpectedTable } from '../expected-table.ts';
import { plainWords, withoutOrdinal } from '../words.ts';
import { cellOf, isAmount, textOfWords, type SpacedCell } from './spaced-words.ts';
import { wholeNames, type SideLine, type WholeName } from './torn-names.ts';

/** By what the rows of tables are known. */
export interface KnownNames {
  /** What a code is called; undefined for one that nobody knows. */
  nameOf(code: string): string | undefined;
}

/** A line by the columns of its table: the words in each. */
type Cells = readonly (readonly PlacedWord[])[];

/** The columns of one side of a table: those that name its rows, and all up to the last of its amounts. */
interface SideColumns {
  readonly labels: readonly number[];
  readonly amounts: readonly number[];
  readonly expected: ExpectedSide;
}

/** Rows of a table, of lines into which names of rows were torn. */
export function wholeRows(
  lines: readonly Cells[],
  columns: readonly (number | undefined)[],
  table: ExpectedTable,
  known: KnownNames,
): readonly (readonly (SpacedCell | undefined)[])[] {
  const sides = sidesOf(columns, table).map((side) => {
    const own = lines.map((cells) => sideLine(cells, side));
    return {
      ...side,
      own,
      names: wholeNames(own, (name, code) => isKnown(name, code, side.expected, known)),
    };
  });
  const isRow = (line: number): boolean => sides.some(({ own }) => own[line]?.isRow === true);
  return lines.flatMap((cells, line) => {
    if (!isRow(line)) return [];
    const row = cells.map(cellOf);
    for (const side of sides) {
      for (const column of side.labels)
        if (row[column] !== undefined && !isCode(cells[column])) row[column] = undefined;
      const name = side.names.find((one) => one.row === line);
      if (name !== undefined) nameRow(row, name, lines, side);
    }
    return [row];
  });
}

/** Which columns belong to which side; those left of its first amounts name its rows. */
function sidesOf(columns: readonly (number | undefined)[], table: ExpectedTable): readonly SideColumns[] {
  let from = 0;
  return table.sides.flatMap((expected, side) => {
    const amounts = table.columns.flatMap((column, index) =>
      column.side === side ? (columns[index] ?? []) : [],
    );
    if (amounts.length === 0) return [];
    const labels = Array.from(
      { length: Math.max(Math.min(...amounts) - from, 0) },
      (_, index) => from + index,
    );
    from = Math.max(...amounts) + 1;
    return [{ labels: expected.hasLabels ? labels : [], amounts, expected }];
  });
}

function isCode(words: readonly PlacedWord[] | undefined): boolean {
  return words?.every(isAmount) === true;
}

function sideLine(cells: Cells, { labels, amounts, expected }: SideColumns): SideLine {
  const named = labels.flatMap((column) => (isCode(cells[column]) ? [] : (cells[column] ?? [])));
  const digits = labels.flatMap((column) => cells[column]?.filter(({ text }) => /^\d+$/u.test(text)) ?? []);
  const code = digits.map(({ text }) => text).join('');
  const [first] = named;
  const isBeside = first !== undefined && digits.includes(first);
  const name = textOfWords(isBeside ? named.slice(1) : named);
  const hasNumber = [...labels.filter((column) => isCode(cells[column])), ...amounts].some(
    (column) => (cells[column]?.length ?? 0) > 0,
  );
  const isWhole = expected.rows.some((row) => row.name.test(plainWords(name)));
  return { name, isRow: hasNumber || isBeside || (name !== '' && isWhole), code };
}

function isKnown(
  name: string,
  code: string,
  { rows, totals }: ExpectedSide,
  { nameOf }: KnownNames,
): boolean {
  const plain = plainWords(name);
  if (plain === '') return false;
  const official = nameOf(code);
  if (official !== undefined) return plainWords(official) === plain;
  const bare = withoutOrdinal(plain);
  return (
    rows.some((row) => row.name.test(plain) || row.bare.test(bare)) || totals.some((one) => one.test(plain))
  );
}

/** Writes a name into its row; one of pieces that nobody knows is left out. */
function nameRow(
  row: (SpacedCell | undefined)[],
  { first, last, name, isKnown: known }: WholeName,
  lines: readonly Cells[],
  { labels }: SideColumns,
): void {
  const pieces = lines
    .slice(first, last + 1)
    .flatMap((cells) => labels.map((column) => ({ column, words: cells[column] ?? [] })))
    .filter(({ words }) => words.length > 0 && !isCode(words));
  const [one, ...others] = pieces;
  if (one === undefined || (others.length > 0 && !known)) return;
  const words = pieces.flatMap((piece) => piece.words);
  row[one.column] = { text: others.length === 0 ? textOfWords(one.words) : beside(words) + name, words };
}

/** The code that stands in one cell with a name. */
function beside([first]: readonly PlacedWord[]): string {
  return first !== undefined && /^\d+$/u.test(first.text) ? first.text : '';
}
