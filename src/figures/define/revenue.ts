import { FUNDS, keysOf, NON_FISCAL_KINDS, REVENUE_KINDS } from '../../accounts/categories.ts';
import { codeLabel } from '../../accounts/code-table.ts';
import { withAncestors } from '../../accounts/code-levels.ts';
import { cellIds } from '../cell-ids.ts';
import type { FigureContext } from './context.ts';

const FISCAL_KINDS = ['generalBudget', 'governmentFund', 'stateCapital'] as const;

/** Sums over kinds of revenue (R11, R12, R14), in all and by code: `收入.本年收入合计`, `收入.<code>.财政拨款收入`. */
export function deriveRevenue({ definitions, entered, codes }: FigureContext): void {
  defineRow(definitions, '', {
    cells: (column) => `收入.${column}`,
    total: '本年收入合计',
  });
  for (const code of withAncestors(entered.codesIn('收入')))
    defineRow(definitions, codeLabel(code, codes.functional), {
      cells: (column) => cellIds('收入', column)(code),
      total: '合计',
    });
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

/** T1 from the revenue of the year to all that was available (R01): `收入.总计`. */
export function deriveRevenueTotals({ definitions }: FigureContext): void {
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
