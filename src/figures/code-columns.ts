import { APPROPRIATIONS, EXPENDITURE_KINDS, FUNDS, REVENUE_KINDS } from '../accounts/categories.ts';

/** Columns of expenditure that are made of several: `支出.<code>.合计`, `支出.<code>.一般公共预算.基本支出`. */
const EXPENDITURE_COLUMNS = [
  '合计',
  '财政拨款',
  ...Object.values(EXPENDITURE_KINDS),
  ...Object.values(FUNDS).flatMap((fund) =>
    ['合计', ...Object.values(EXPENDITURE_KINDS)].map((kind) => `${fund}.${kind}`),
  ),
];

/** The columns of every table by code, by the first step of their ids; a table of one column has none. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  收入: ['合计', '财政拨款收入', ...Object.values(REVENUE_KINDS)],
  支出: EXPENDITURE_COLUMNS,
  年初结转和结余: Object.values(FUNDS),
  年末结转和结余: Object.values(FUNDS),
  年初预算: Object.values(APPROPRIATIONS),
  基本支出: [''],
};

/** An id by code in its steps: `支出`, `2011350`, `一般公共预算.基本支出`. */
const BY_CODE = /^([^.]+)\.(\d{3}(?:\d{2}){0,2})(?:\.(.+))?$/u;

/**
 * Whether an id is that of a cell in a table by code, whatever the code: a booklet that has no such row has nothing
 * there. Any other id that a booklet does not have is a mistake.
 */
export function isCodeCell(id: string): boolean {
  const [, table = '', , column = ''] = BY_CODE.exec(id) ?? [];
  return COLUMNS[table]?.includes(column) ?? false;
}

/** The ids of a table's row, for suggestions: `收入.2010301.事业收入` and its neighbours. */
export function codeCellsLike(id: string): readonly string[] {
  const [, table = '', code = ''] = BY_CODE.exec(id) ?? [];
  return (COLUMNS[table] ?? []).map((column) =>
    [table, code, column].filter((step) => step !== '').join('.'),
  );
}
