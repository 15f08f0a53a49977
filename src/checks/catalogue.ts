import type { LoadedYear } from '../accounts/load.ts';
import { placesToFill } from '../accounts/unfilled.ts';
import { documentsOf, isUnfinished } from '../accounts/year-documents.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { formatPlace } from '../source/place.ts';
import { ACCOUNT_CHECKS } from './account-checks.ts';
import type { Check, CheckSubject } from './check.ts';
import { EVALUATION_CHECKS } from './evaluation-checks.ts';
import { personalData } from './rules/texts/personal-data.ts';
import { TEXT_CHECKS } from './text-checks.ts';

/** Checks of the files as they are written, whatever state their booklet is in: they may be public already. */
const FILE_CHECKS: readonly Check[] = [personalData];

/** Every check, in the order in which a booklet is read. */
export const CATALOGUE: readonly Check[] = [
  ...ACCOUNT_CHECKS,
  ...EVALUATION_CHECKS,
  ...FILE_CHECKS,
  ...TEXT_CHECKS,
];

/**
 * The checks that a booklet goes through. Of one that is still being filled in (待填), only its figures and files are checked; where
 * a form could not be read, the forms are not compared.
 */
export function checksFor(year: LoadedYear): readonly Check[] {
  if (isUnfinished(year)) return [...ACCOUNT_CHECKS, ...FILE_CHECKS];
  return year.allForms ? CATALOGUE : [...ACCOUNT_CHECKS, ...FILE_CHECKS, ...TEXT_CHECKS];
}

/** All findings of all checks in one booklet. Of what is still to be filled in, there is nothing else to say. */
export function runChecks(subject: CheckSubject): readonly Diagnostic[] {
  const findings = checksFor(subject.year).flatMap((check) => check.run(subject));
  const open = new Set(documentsOf(subject.year).flatMap(placesToFill).map(formatPlace));
  return open.size === 0 ? findings : findings.filter(({ place }) => !open.has(formatPlace(place)));
}
