import type { Severity } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import type { Source } from './reading.ts';

/** Where a finding of an import is: in a given file, or in one of the project's. */
export type FoundAt = Source | Place;

/** Something that a person should know before what was imported is used. */
export interface Finding {
  readonly rule: ImportRule;
  readonly severity: Severity;
  /** A Chinese sentence that says what is wrong and what to do. */
  readonly message: string;
  readonly at: FoundAt;
  readonly related: readonly { readonly message: string; readonly at: FoundAt }[];
}

/** What can be found: names that stay. */
export type ImportRule =
  /** A cell says something else than what its parts make. */
  | 'import-total'
  /** Two cells say different things of one figure. */
  | 'import-twice'
  /** What is entered already differs from what a file says. */
  | 'import-conflict'
  /** A code has another name than in its classification, or two names. */
  | 'import-name'
  /** Numbers that no file settles. */
  | 'import-undetermined';

/** A finding that must be looked at. */
export function found(
  rule: ImportRule,
  message: string,
  at: FoundAt,
  related: Finding['related'] = [],
): Finding {
  return { rule, severity: 'error', message, at, related };
}
