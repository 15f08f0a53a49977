import { FUNDS, keysOf } from '../../accounts/categories.ts';
import { codeLabel } from '../../accounts/code-table.ts';
import { cellIds } from '../cell-ids.ts';
import type { FigureContext } from './context.ts';
import { codeTree, defineBreakdown, isByCode } from './rows.ts';

/** Opening and closing balances by fund, and by code where entered: `年初结转和结余.<fund>`, `年末结转和结余.<code>.<fund>`. */
export function defineBalances({ definitions, year, ledger, codes }: FigureContext): void {
  const balances = {
    年初结转和结余: year.accounts.value.openingBalance,
    年末结转和结余: year.accounts.value.closingBalance,
  };
  for (const [name, balance] of Object.entries(balances)) {
    for (const fund of keysOf(FUNDS)) {
      const entered = balance[fund];
      const column = {
        tree: codeTree(isByCode(entered) ? Object.keys(entered) : []),
        id: cellIds(name, FUNDS[fund]),
        label: (code: string) => `${codeLabel(code, codes.functional)}${FUNDS[fund]}${name}`,
        totalId: `${name}.${FUNDS[fund]}`,
        totalLabel: `${FUNDS[fund]}${name}`,
      };
      defineBreakdown(definitions, ledger, column, [name, FUNDS[fund]], entered);
    }
  }
}
