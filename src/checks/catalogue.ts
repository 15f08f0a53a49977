import type { LoadedYear } from '../accounts/load.ts';
import { isUnfinished } from '../accounts/year-documents.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { ACCOUNT_CHECKS } from './account-checks.ts';
import type { Check, CheckSubject } from './check.ts';
import { EVALUATION_CHECKS } from './evaluation-checks.ts';
import { TEXT_CHECKS } from './text-checks.ts';

/** Every check, in the order in which a booklet is read. */
export const CATALOGUE: readonly Check[] = [...ACCOUNT_CHECKS, ...EVALUATION_CHECKS, ...TEXT_CHECKS];

/** The checks that a booklet goes through; of one that is still being filled in (待填), only its figures are checked. */
export function checksFor(year: LoadedYear): readonly Check[] {
  return isUnfinished(year) ? ACCOUNT_CHECKS : CATALOGUE;
}

/** All findings of all checks in one booklet. */
export function runChecks(subject: CheckSubject): readonly Diagnostic[] {
  return checksFor(subject.year).flatMap((check) => check.run(subject));
}
