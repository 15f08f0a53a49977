import { EXPENDITURE_KINDS, FUNDS, REVENUE_KINDS } from '../accounts/categories.ts';
import { rowId, type FactKeys } from '../accounts/facts/fact.ts';
import type { FactBook } from '../accounts/facts/fact-book.ts';
import { remembered } from '../source/remembered.ts';
import { followedBy } from './following.ts';

/** Columns of expenditure that are made of several: `支出.<code>.合计`, `支出.<code>.一般公共预算.基本支出`. */
const EXPENDITURE_COLUMNS = [
  '合计',
  '财政拨款',
  ...Object.values(EXPENDITURE_KINDS),
  ...Object.values(FUNDS).flatMap((fund) =>
    ['合计', ...Object.values(EXPENDITURE_KINDS)].map((kind) => `${fund}.${kind}`),
  ),
];

/** Columns that are made of facts, by the first step of their ids. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  收入: ['合计', '财政拨款收入', ...Object.values(REVENUE_KINDS)],
  支出: EXPENDITURE_COLUMNS,
};

type Columns = ReadonlyMap<string, readonly string[]>;

/** The columns of every table by code, by the first step of their ids; a table of one column has an empty one. */
const columnsOf = remembered((book: FactBook): Columns => {
  const columns = new Map(Object.entries(MADE));
  for (const row of [...book.facts, ...book.sums]) {
    if (row.keys !== '科目' && row.keys !== '经济科目') continue;
    const [table = '', , ...column] = rowId(row, '0').split('.');
    columns.set(table, [...new Set([...(columns.get(table) ?? []), column.join('.')])]);
  }
  return columns;
});

/** What is broken down by things that a booklet lists elsewhere, not all of which have something of it. */
const ROWS_BY_NAME: ReadonlySet<FactKeys | undefined> = new Set(['项目', '单位']);

/** An id by code in its steps: `支出`, `2011350`, `一般公共预算.基本支出`. */
const BY_CODE = /^([^.]+)\.(\d{3}(?:\d{2}){0,2})(?:\.(.+))?$/u;

/**
 * Whether an id is that of a cell in a table by code, by project or by unit, whatever the row: a booklet that has no such
 * row has nothing there. Any other id that a booklet does not have is a mistake.
 *
 * @param book the facts that the booklet's pack knows
 */
export function isCodeCell(id: string, book: FactBook): boolean {
  const [, table = '', , column = ''] = BY_CODE.exec(id) ?? [];
  if (columnsOf(book).get(table)?.includes(column) === true) return true;
  const base = followedBy(id);
  if (base !== undefined) return isCodeCell(base, book);
  return [...book.facts, ...book.sums].some(
    ({ id: whole, keys }) => ROWS_BY_NAME.has(keys) && id.startsWith(`${whole}.`),
  );
}

/** The ids of a table's row, for suggestions: `收入.2010301.事业收入` and its neighbours. */
export function codeCellsLike(id: string, book: FactBook): readonly string[] {
  const [, table = '', code = ''] = BY_CODE.exec(id) ?? [];
  return (columnsOf(book).get(table) ?? []).map((column) =>
    [table, code, column].filter((step) => step !== '').join('.'),
  );
}
