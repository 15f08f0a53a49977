import type { Check } from './check.ts';
import { approvedTotal } from './rules/accounts/approved-total.ts';
import { balanceByCode } from './rules/accounts/balance-by-code.ts';
import { codeNames } from './rules/accounts/code-names.ts';
import { equalTotals } from './rules/accounts/equal-totals.ts';
import { figureIds } from './rules/accounts/figure-ids.ts';
import { knownCodes } from './rules/accounts/known-codes.ts';
import { pinnedPrint } from './rules/accounts/pinned-print.ts';

/** Checks of the figures, in the order in which the tables are read. */
export const ACCOUNT_CHECKS: readonly Check[] = [
  figureIds,
  knownCodes,
  codeNames,
  approvedTotal,
  equalTotals,
  balanceByCode,
  pinnedPrint,
];
