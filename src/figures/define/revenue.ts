import { FUNDS, keysOf, NON_FISCAL_KINDS, REVENUE_KINDS } from '../../accounts/categories.ts';
import { codeLabel } from '../../accounts/code-table.ts';
import { cellIds } from '../cell-ids.ts';
import type { FigureContext } from './context.ts';
import { codeTree, defineBreakdown, isByCode, isNothing } from './rows.ts';

const FISCAL_KINDS = ['generalBudget', 'governmentFund', 'stateCapital'] as const;

/**
 * Revenue: by kind (T1 rows 1–8), by functional code and kind (T2), and the sums of R01, R11, R12, R14.
 * Ids: `收入.<kind>`, `收入.<code>.<kind>`, `收入.财政拨款收入`, `收入.本年收入合计`, `收入.总计`.
 */
export function defineRevenue(context: FigureContext): void {
  const { definitions, year, ledger, codes } = context;
  const { revenue } = year.accounts.value;
  const kinds = keysOf(REVENUE_KINDS);
  const tree = codeTree(kinds.flatMap((kind) => (isByCode(revenue[kind]) ? Object.keys(revenue[kind]) : [])));
  for (const kind of kinds) {
    const name = REVENUE_KINDS[kind];
    const entered = revenue[kind];
    const column = {
      tree: isByCode(entered) ? codeTree(Object.keys(entered)) : isNothing(entered) ? codeTree([]) : tree,
      id: cellIds('收入', name),
      label: (code: string) => `${codeLabel(code, codes.functional)}${name}`,
      totalId: `收入.${name}`,
      totalLabel: name,
    };
    defineBreakdown(definitions, ledger, column, ['收入', name], entered);
  }
  defineRow(definitions, '', {
    cells: (column) => `收入.${column}`,
    total: '本年收入合计',
  });
  for (const code of tree.rows)
    defineRow(definitions, codeLabel(code, codes.functional), {
      cells: (column) => cellIds('收入', column)(code),
      total: '合计',
    });
  defineTotals(context);
}

/** A row of T2, and the row of its totals: appropriations together, and all revenue. */
function defineRow(
  definitions: FigureContext['definitions'],
  label: string,
  { cells, total }: { readonly cells: (column: string) => string; readonly total: string },
): void {
  const of = (kinds: readonly (keyof typeof REVENUE_KINDS)[]): readonly string[] =>
    kinds.map((kind) => cells(REVENUE_KINDS[kind])).filter((id) => definitions.has(id));
  const fiscal = definitions.sum(cells('财政拨款收入'), `${label}财政拨款收入`, of(FISCAL_KINDS));
  definitions.sum(cells(total), `${label}${total}`, [fiscal, ...of(NON_FISCAL_KINDS)]);
}

function defineTotals({ definitions, year, ledger }: FigureContext): void {
  definitions.amount(
    '收入.使用非财政拨款结余',
    '使用非财政拨款结余',
    ledger,
    ['收入', '使用非财政拨款结余'],
    year.accounts.value.revenue.surplusUsed,
  );
  definitions.sum(
    '收入.年初结转和结余',
    '年初结转和结余',
    keysOf(FUNDS).map((fund) => `年初结转和结余.${FUNDS[fund]}`),
  );
  definitions.sum('收入.总计', '收入总计', [
    '收入.本年收入合计',
    '收入.使用非财政拨款结余',
    '收入.年初结转和结余',
  ]);
}
