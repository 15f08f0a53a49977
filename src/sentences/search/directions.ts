import type { Term } from './terms.ts';

const UP = /(?:增[加长收支]|升|提高|上涨|增)$/u;
const DOWN = /(?:减[少收支]|降低?|下[降滑]|压减|缩减|减)$/u;

/** Whether the words of a number tell that something rose (1), fell (-1), or neither. */
export function signOfChange({ placed: { clause, mention } }: Term): number {
  if (mention.direction !== 0) return mention.direction;
  return DOWN.test(clause) ? -1 : UP.test(clause) ? 1 : 0;
}
