import type { LoadedYear } from '../accounts/load-year.ts';
import { placesToFill } from '../accounts/unfilled.ts';
import { documentsOf, isUnfinished } from '../accounts/year-documents.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { formatPlace } from '../source/place.ts';
import { ACCOUNT_TOPICS } from './account-checks.ts';
import type { Check, CheckSubject, CheckTopic } from './check.ts';
import { EVALUATION_TOPICS } from './evaluation-checks.ts';
import { personalData } from './rules/texts/personal-data.ts';
import { TEXT_TOPICS } from './text-checks.ts';

/** Checks of the files as they are written, whatever state their booklet is in: they may be public already. */
const FILE_TOPICS: readonly CheckTopic[] = [
  { name: '个人信息', asks: '有身份证号、手机号、银行账号这样的号码吗', checks: [personalData] },
];

/** Every check by what it answers, in the order in which a booklet is read. */
export const TOPICS: readonly CheckTopic[] = [
  ...ACCOUNT_TOPICS,
  ...EVALUATION_TOPICS,
  ...FILE_TOPICS,
  ...TEXT_TOPICS,
];

/** Every check, in the same order. */
export const CATALOGUE: readonly Check[] = checksOf(TOPICS);

/**
 * The checks that a booklet goes through. Of one that is still being filled in (待填), only its figures and files are checked; where
 * a form could not be read, the forms are not compared.
 */
export function checksFor(year: LoadedYear): readonly Check[] {
  if (isUnfinished(year)) return checksOf([...ACCOUNT_TOPICS, ...FILE_TOPICS]);
  return year.allForms ? CATALOGUE : checksOf([...ACCOUNT_TOPICS, ...FILE_TOPICS, ...TEXT_TOPICS]);
}

function checksOf(topics: readonly CheckTopic[]): readonly Check[] {
  return topics.flatMap(({ checks }) => checks);
}

/** All findings of all checks in one booklet. Of what is still to be filled in, there is nothing else to say. */
export function runChecks(subject: CheckSubject): readonly Diagnostic[] {
  const findings = checksFor(subject.year).flatMap((check) => check.run(subject));
  const open = new Set(documentsOf(subject.year).flatMap(placesToFill).map(formatPlace));
  return open.size === 0 ? findings : findings.filter(({ place }) => !open.has(formatPlace(place)));
}
