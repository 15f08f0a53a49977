import type { Page } from './browser.ts';

/** A piece of what is done in a page: its name, and the text of an expression that does it and has what comes of it. */
export type PageStep = readonly [name: string, program: string];

/** What came of steps, and what each took, in milliseconds; both by the steps' names. */
export interface StepResults {
  readonly results: Readonly<Record<string, unknown>>;
  readonly took: Readonly<Record<string, number>>;
}

/** The call of a function as a program for a page. Only its text gets there: it may use nothing but its arguments. */
export function callOf<A extends readonly unknown[]>(work: (...words: A) => unknown, ...words: A): string {
  return `(${String(work)})(${words.map((word) => JSON.stringify(word)).join(', ')})`;
}

/**
 * Does several steps in a page in one go: between two calls Chrome would paint the page, which takes longer than to lay
 * it out, and which nobody looks at.
 */
export function runSteps(page: Page, steps: readonly PageStep[]): Promise<StepResults> {
  const calls = steps.map(([name, program]) => `await timed(${JSON.stringify(name)}, () => ${program});`);
  return page.evaluate(`(async () => {
    const results = {}, took = {};
    const timed = async (name, work) => {
      const start = performance.now();
      results[name] = await work();
      took[name] = performance.now() - start;
    };
    ${calls.join('\n')}
    return { results, took };
  })()`) as Promise<StepResults>;
}
