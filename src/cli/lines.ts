import { shortened, visibleText } from '../source/visible-text.ts';

/** A line of a report is no longer. */
const LONGEST = 2000;

/** Lines for a terminal: what values of the input hold is shown and never obeyed. */
export function lines(texts: readonly string[]): string {
  return texts.map((text) => `${shortened(visibleText(text), LONGEST)}\n`).join('');
}
