import type { Diagnostic } from '../source/diagnostic.ts';
import { ACCOUNT_CHECKS } from './account-checks.ts';
import type { Check, CheckSubject } from './check.ts';
import { EVALUATION_CHECKS } from './evaluation-checks.ts';
import { TEXT_CHECKS } from './text-checks.ts';

/** Every check, in the order in which a booklet is read. */
export const CATALOGUE: readonly Check[] = [...ACCOUNT_CHECKS, ...EVALUATION_CHECKS, ...TEXT_CHECKS];

/** All findings of all checks in one booklet. */
export function runChecks(subject: CheckSubject): readonly Diagnostic[] {
  return CATALOGUE.flatMap((check) => check.run(subject));
}
