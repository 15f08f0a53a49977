import { APPROPRIATIONS, keysOf } from '../../accounts/categories.ts';
import { codeLabel } from '../../accounts/code-table.ts';
import { cellIds } from '../cell-ids.ts';
import type { FigureContext } from './context.ts';
import { codeTree, defineBreakdown, isByCode } from './rows.ts';

/** Initial budgets (年初预算) of the appropriations: `年初预算.<fund>`, `年初预算.<code>.<fund>`, `年初预算.财政拨款`. */
export function defineBudgets({ definitions, year, ledger, codes }: FigureContext): void {
  const { initialBudget } = year.accounts.value;
  for (const fund of keysOf(APPROPRIATIONS)) {
    const name = APPROPRIATIONS[fund];
    const entered = initialBudget[fund];
    const column = {
      tree: codeTree(isByCode(entered) ? Object.keys(entered) : []),
      id: cellIds('年初预算', name),
      label: (code: string) => `${codeLabel(code, codes.functional)}${name}年初预算`,
      totalId: `年初预算.${name}`,
      totalLabel: `${name}年初预算`,
    };
    defineBreakdown(definitions, ledger, column, ['年初预算', name], entered);
  }
  definitions.sum(
    '年初预算.财政拨款',
    '财政拨款年初预算',
    keysOf(APPROPRIATIONS).map((fund) => `年初预算.${APPROPRIATIONS[fund]}`),
  );
}
