import { z } from 'zod';
import type { Problem } from './issue.ts';

/** A text as messages quote it. */
export function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

/** Reports what is wrong with a text that a schema reads. */
export function report(context: z.RefinementCtx, problem: Problem): never {
  context.addIssue({ code: 'custom', message: problem.message, params: { rule: problem.rule } });
  return z.NEVER;
}
