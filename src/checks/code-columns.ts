import { EXPENDITURE_KINDS, FUNDS, keysOf, type Fund } from '../accounts/categories.ts';
import { codesOfFund } from '../accounts/facts/fund-codes.ts';
import { withAncestors } from '../accounts/code-levels.ts';
import type { Accounts } from '../accounts/schema/accounts.ts';

/** The two tables whose rows are codes. */
export type Table = '收入' | '支出';

/** A column of a table by functional classification: its total, and what follows the code in a row's id. */
export interface Column {
  readonly total: string;
  readonly row: string;
}

/** Columns that have the same rows: the codes entered in a table or, of expenditure, those with money of a fund. */
export interface Block {
  readonly table: Table;
  readonly fund?: Fund;
  readonly columns: readonly Column[];
}

/**
 * Columns whose totals are defined across kinds or funds, so that their rows are a second way to the same total.
 * All other columns are sums of their rows by definition.
 */
export const BLOCKS: readonly Block[] = [
  {
    table: '收入',
    columns: [
      { total: '收入.本年收入合计', row: '合计' },
      { total: '收入.财政拨款收入', row: '财政拨款收入' },
    ],
  },
  {
    table: '支出',
    columns: [
      { total: '支出.本年支出合计', row: '合计' },
      { total: '财政拨款.本年支出', row: '财政拨款' },
      ...Object.values(EXPENDITURE_KINDS).map((kind) => ({ total: `支出.${kind}`, row: kind })),
    ],
  },
  ...keysOf(FUNDS).map((fund): Block => {
    const name = FUNDS[fund];
    return { table: '支出', fund, columns: [{ total: `支出.${name}.合计`, row: `${name}.合计` }] };
  }),
];

/** The codes that have a row in a block, ascending. */
export function rowsOf({ entered }: Accounts, { table, fund }: Block): readonly string[] {
  return withAncestors(fund === undefined ? entered.codesIn(table) : codesOfFund(entered, fund));
}

/** Of ascending codes, those without codes below them: a code's first child follows it. */
export function lowestCodes(codes: readonly string[]): readonly string[] {
  return codes.filter((code, index) => !codes[index + 1]?.startsWith(code));
}

/** Of ascending codes, those that are below no other: the ones below a code follow it. */
export function widestCodes(codes: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const code of codes) if (!code.startsWith(kept.at(-1) ?? '?')) kept.push(code);
  return kept;
}
