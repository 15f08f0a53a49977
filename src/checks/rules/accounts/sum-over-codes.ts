import { EXPENDITURE_KINDS, FUNDS, keysOf, REVENUE_KINDS } from '../../../accounts/categories.ts';
import { withAncestors } from '../../../accounts/code-levels.ts';
import type { Accounts } from '../../../accounts/schema/accounts.ts';
import type { Registry } from '../../../figures/registry.ts';
import type { Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { checkSum } from '../../relations.ts';

const TABLES = ['收入', '支出'] as const;
type Table = (typeof TABLES)[number];

/** A column of a table by functional classification: its total, and what the row of a code is. */
interface Column {
  readonly table: Table;
  readonly total: string;
  /** What follows the code in a row's id. */
  readonly row: string;
}

/**
 * Columns whose totals are defined across kinds or funds, so that their rows are a second way to the same total.
 * All other columns are sums of their rows by definition.
 */
const COLUMNS: readonly Column[] = [
  { table: '收入', total: '收入.本年收入合计', row: '合计' },
  { table: '收入', total: '收入.财政拨款收入', row: '财政拨款收入' },
  { table: '支出', total: '支出.本年支出合计', row: '合计' },
  { table: '支出', total: '财政拨款.本年支出', row: '财政拨款' },
  ...Object.values(EXPENDITURE_KINDS).map((kind) => ({ table: '支出', total: `支出.${kind}`, row: kind }) as const),
  ...Object.values(FUNDS).map((fund) => ({ table: '支出', total: `支出.${fund}.合计`, row: `${fund}.合计` }) as const),
];

const LEVELS: Readonly<Record<number, string>> = { 3: '类', 5: '款', 7: '项' };

/** The rows of a table must make its total, and the rows below a row must make that row. */
export const sumOverCodes: Check = {
  rule: 'sum-over-codes',
  numbers: ['R03', 'R12', 'R21', 'R26', 'R44', 'R57', 'R70', 'R71'],
  source: '收入决算表、支出决算表和各财政拨款支出表：合计 = 各类之和，类 = 各款之和，款 = 各项之和',
  summary: '各科目之和应等于合计，下级科目之和应等于上级科目',
  run({ figures, year }) {
    const approved = Object.keys(year.accounts.value.approved);
    // Without control totals every way leads to the same sum.
    if (approved.length === 0) return [];
    return TABLES.flatMap((table) => {
      const codes = codesOf(year.accounts.value, table);
      const touched = codesTouched(approved, table);
      return COLUMNS.filter((column) => column.table === table).flatMap((column) => checkColumn(figures, column, codes, touched));
    });
  },
};

function checkColumn(
  figures: Registry,
  column: Column,
  codes: readonly string[],
  touched: ReadonlySet<string>,
): readonly Diagnostic[] {
  const row = (code: string): string => `${column.table}.${code}.${column.row}`;
  const rows = codes.filter((code) => figures.has(row(code)));
  const classes = rows.filter((code) => code.length === 3);
  const sum = (total: string, parts: readonly string[], noun: string) => checkParts(figures, total, parts.map(row), noun);
  return [
    ...sum(column.total, classes, '类'),
    ...(column.row.endsWith('.合计') ? leafResidue(figures, column.total, lowest(rows).map(row)) : []),
    ...rows.filter((code) => touched.has(code)).flatMap((code) => {
      const children = rows.filter((child) => child.length === code.length + 2 && child.startsWith(code));
      return sum(row(code), children, LEVELS[code.length + 2] ?? '');
    }),
  ];
}

function checkParts(figures: Registry, total: string, parts: readonly string[], noun: string): readonly Diagnostic[] {
  if (parts.length === 0) return [];
  const partsLabel = `${parts.length} 个${noun}相加`;
  return checkSum(figures, { rule: 'sum-over-codes', total, parts, partsLabel, basis: `各${noun}之和，科目表的上下级关系` });
}

/** The items of a fund make its total as well. Where they do not, only the rounding is news: every step is checked. */
function leafResidue(figures: Registry, total: string, leaves: readonly string[]): readonly Diagnostic[] {
  return checkParts(figures, total, leaves, '末级科目').filter(({ severity }) => severity === 'note');
}

/** Codes without codes below them; in ascending order, a code's first child follows it. */
function lowest(rows: readonly string[]): readonly string[] {
  return rows.filter((code, index) => !rows[index + 1]?.startsWith(code));
}

/** Codes above and at those that have a control total: only there can rows and their parts differ. */
function codesTouched(approved: readonly string[], table: Table): ReadonlySet<string> {
  const codes = approved.flatMap((id) => {
    const [root, code = ''] = id.split('.');
    return root === table && /^2\d{2,6}$/.test(code) ? [code] : [];
  });
  return new Set(withAncestors(codes));
}

function codesOf({ revenue, expenditure }: Accounts, table: Table): readonly string[] {
  const entered =
    table === '支出' ? Object.keys(expenditure) : keysOf(REVENUE_KINDS).flatMap((kind) => Object.keys(revenue[kind]));
  return withAncestors(entered.filter((code) => /^2\d{2,6}$/.test(code)));
}
