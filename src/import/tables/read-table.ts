import type { Exact } from '../../accounts/decimal.ts';
import { cellsBetween, type Sheet, type SheetCell } from '../workbook/sheet.ts';
import { cellAmount, isNumeric } from './cell-amount.ts';
import type { ChosenTable } from './choose-tables.ts';
import type { ExpectedTable } from './expected-table.ts';
import { footerCells } from './footer-cells.ts';
import { columnName } from './head-columns.ts';
import { rowIds } from './row-ids.ts';
import { rowLabels, type RowLabel } from './row-labels.ts';
import { plainWords } from './words.ts';

/** A cell of a sheet that stands for a figure. */
export interface FigureCell {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  /** As written, in the sheet's unit; undefined where there is none. */
  readonly amount: Exact | undefined;
  readonly decimals: number;
  /** What stands there for no number, such as a dash; empty where nothing does. */
  readonly mark: string;
  /** Whether its row is not one of many, so that its value is an approved total. */
  readonly total: boolean;
}

/** Rows of a table that are there for what is not zero. */
export interface CellListing {
  readonly ids: readonly string[];
  readonly lengths: readonly number[];
  readonly classification: 'functional' | 'economic';
  /** The codes below which it lists what there is; all, if none are said. */
  readonly below: readonly string[];
  readonly codes: ReadonlySet<string>;
}

/** What a table says, and what of it nobody understands. */
export interface ReadTable {
  readonly cells: readonly FigureCell[];
  readonly listings: readonly CellListing[];
  readonly names: readonly { readonly code: string; readonly name: string; readonly cell: SheetCell }[];
  readonly leftovers: readonly { readonly cell: SheetCell; readonly why: string }[];
}

/**
 * Reads a table of a sheet by the layout that it was recognised to have.
 *
 * @param items the keys of what is listed by name
 * @param isAll whether the file has nothing else of the table: one without any row says that there is nothing
 */
export function readTable(
  { site, candidate }: ChosenTable,
  items: ReadonlyMap<string, string>,
  isAll: boolean,
): ReadTable {
  const { sheet, head, end } = site;
  const { table, columns } = candidate;
  const footer = footerCells(sheet, [head.bottom + 1, end], table.footer);
  const sides = table.sides.map((_, side) =>
    readSide({ sheet, table, columns, side, rows: [head.bottom + 1, end], skip: footer.rows, items, isAll }),
  );
  const used = new Set([...footer.used, ...sides.flatMap((side) => side.used)]);
  const body = cellsBetween(sheet, head.bottom + 1, end);
  return {
    cells: [...sides.flatMap((side) => side.cells), ...footer.cells],
    listings: sides.flatMap((side) => side.listings),
    names: sides.flatMap((side) => side.names),
    leftovers: [
      ...sides.flatMap((side) => side.leftovers),
      ...body
        .filter((cell) => !used.has(cell) && isNumeric(cell))
        .map((cell) => ({ cell, why: whyStrange(cell, sides, columns) })),
    ],
  };
}

interface SideInput {
  readonly sheet: Sheet;
  readonly table: ExpectedTable;
  readonly columns: readonly (number | undefined)[];
  readonly side: number;
  readonly rows: readonly [number, number];
  /** Rows that are read already. */
  readonly skip: ReadonlySet<number>;
  readonly items: ReadonlyMap<string, string>;
  readonly isAll: boolean;
}

interface ReadSide extends ReadTable {
  readonly used: readonly SheetCell[];
  /** Rows that are none of the layout's, with what they are called. */
  readonly strange: ReadonlyMap<number, string>;
}

function readSide(input: SideInput): ReadSide {
  const { sheet, table, columns, side, rows, skip, items, isAll } = input;
  const expected = table.sides[side];
  const amounts = table.columns.flatMap((column, index) => (column.side === side ? [columns[index]] : []));
  const found = amounts.filter((column) => column !== undefined);
  if (expected === undefined || found.length === 0) return NOTHING;
  const from = Math.max(-1, ...columnsBefore(table, columns, side)) + 1;
  const coded = expected.open.some((rule) => !('list' in rule));
  const labels = expected.hasLabels
    ? rowLabels(sheet, rows, { from, to: Math.min(...found), coded })
    : bareRows(sheet, rows, found, isAll);
  const known = labels.filter(({ row }) => !skip.has(row));
  const named = rowIds(expected, known, items);
  const cells = [...named.rows].flatMap(([label, { ids, total }]) =>
    amountCells(sheet, label.row, ids, amounts).map((cell) => ({ ...cell, total })),
  );
  return {
    cells: cells.filter(({ words }) => words === undefined),
    listings: named.listings(amounts),
    names: [...named.rows.keys()].flatMap(nameOf),
    leftovers: cells.flatMap(({ words }) =>
      words === undefined ? [] : [{ cell: words, why: words.fault ?? '不是一个数' }],
    ),
    used: [
      ...cells.flatMap(({ row, column }) => sheet.rows[row]?.[column] ?? []),
      ...(table.printed ? [] : notEntered(sheet, named.rows, amounts)),
      ...known.flatMap((label) =>
        named.rows.has(label) ? label.cells : coded ? [] : label.cells.filter(isLine),
      ),
    ],
    strange: new Map(
      known.filter((label) => !named.rows.has(label)).map((label) => [label.row, calledRow(label)]),
    ),
  };
}

const NOTHING: ReadSide = { cells: [], listings: [], names: [], leftovers: [], used: [], strange: new Map() };

function columnsBefore(
  table: ExpectedTable,
  columns: readonly (number | undefined)[],
  side: number,
): readonly number[] {
  return columns.flatMap((column, index) => ((table.columns[index]?.side ?? 0) < side ? (column ?? []) : []));
}

/** The cells of a sheet that is only read which its layout leaves to others: nobody enters them. */
function notEntered(
  { rows }: Sheet,
  named: ReturnType<typeof rowIds>['rows'],
  columns: readonly (number | undefined)[],
): readonly SheetCell[] {
  return [...named].flatMap(([{ row }, { ids }]) =>
    ids.flatMap((id, index) => (id === '' ? (rows[row]?.[columns[index] ?? -1] ?? []) : [])),
  );
}

/** In a table whose rows have no names, the first row with an amount is the one; in an empty table a blank one. */
function bareRows(
  sheet: Sheet,
  [first, end]: readonly [number, number],
  columns: readonly number[],
  isAll: boolean,
): readonly RowLabel[] {
  const rows = Array.from({ length: end - first }, (_, index) => {
    return { row: first + index, cells: columns.map((column) => sheet.rows[first + index]?.[column]) };
  });
  const found =
    rows.find(({ cells }) => cells.some((cell) => cell !== undefined && cellAmount(cell).kind !== 'words')) ??
    (isAll ? rows.find(({ cells }) => cells.every((cell) => cell === undefined)) : undefined);
  return found === undefined ? [] : [{ row: found.row, code: '', name: '', line: '', cells: [] }];
}

type AmountCell = Omit<FigureCell, 'total'> & { readonly words: SheetCell | undefined };

function amountCells(
  sheet: Sheet,
  row: number,
  ids: readonly string[],
  columns: readonly (number | undefined)[],
): readonly AmountCell[] {
  return ids.flatMap((id, index): readonly AmountCell[] => {
    const column = columns[index];
    if (column === undefined || id === '') return [];
    const cell = sheet.rows[row]?.[column];
    const read = cellAmount(cell);
    const at = { id, row, column, amount: undefined, decimals: 0, mark: '', words: undefined };
    if (read.kind === 'words') return [{ ...at, words: cell }];
    if (read.kind === 'nothing') return [{ ...at, mark: plainWords(cell?.text ?? '') }];
    return [{ ...at, amount: read.number, decimals: read.decimals }];
  });
}

function nameOf({ code, name, cells }: RowLabel): ReadTable['names'] {
  const cell = cells.find(({ text }) => !/^\d*$/.test(plainWords(text)));
  return code === '' || name === '' || cell === undefined
    ? []
    : [{ code, name: name.replaceAll(/\s+/g, ''), cell }];
}

function calledRow({ code, name }: RowLabel): string {
  return [code, name.replaceAll(/\s+/g, '')].filter((word) => word !== '').join(' ');
}

function whyStrange(
  { row, column, fault }: SheetCell,
  sides: readonly ReadSide[],
  columns: readonly (number | undefined)[],
): string {
  if (fault !== undefined) return fault;
  const called = sides.flatMap(({ strange }) => strange.get(row) ?? []).find((name) => name !== '');
  if (called !== undefined) return `“${called}”这一行不在这张表的格式里`;
  return columns.includes(column)
    ? '这一行没有名称，不知道是什么数'
    : `第 ${columnName(column)} 列不在这张表的格式里`;
}

/** Whether a cell can hold a 行次, which blank rows have, too. */
function isLine({ text }: SheetCell): boolean {
  return /^\d{1,3}$/.test(plainWords(text));
}
