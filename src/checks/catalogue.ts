import type { Diagnostic } from '../source/diagnostic.ts';
import type { Check, CheckSubject } from './check.ts';
import { approvedTotal } from './rules/approved-total.ts';
import { balanceByCode } from './rules/balance-by-code.ts';
import { codeNames } from './rules/code-names.ts';
import { equalTotals } from './rules/equal-totals.ts';
import { figureIds } from './rules/figure-ids.ts';
import { knownCodes } from './rules/known-codes.ts';
import { pinnedPrint } from './rules/pinned-print.ts';
import { unboundNumber } from './rules/unbound-number.ts';

/** Every check, in the order in which a booklet is read. */
export const CATALOGUE: readonly Check[] = [
  figureIds,
  knownCodes,
  codeNames,
  approvedTotal,
  equalTotals,
  balanceByCode,
  pinnedPrint,
  unboundNumber,
];

/** All findings of all checks in one booklet. */
export function runChecks(subject: CheckSubject): readonly Diagnostic[] {
  return CATALOGUE.flatMap((check) => check.run(subject));
}
