import type { z } from 'zod';

/** What is wrong with an entry, by the rule that it breaks. */
export interface Problem {
  readonly rule: string;
  readonly message: string;
}

/** A problem as an issue of zod, for checks that look at more than one value; the path leads on from the checked one. */
export function issueOf(
  { rule, message }: Problem,
  input: unknown,
  path: PropertyKey[] = [],
): z.core.$ZodRawIssue {
  return { code: 'custom', input, path, message, params: { rule } };
}
