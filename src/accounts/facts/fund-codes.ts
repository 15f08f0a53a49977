import type { Fund } from '../categories.ts';
import { UNDISCLOSED } from '../disclosed.ts';
import type { Entered } from './entered.ts';
import { EXPENDITURE } from './money-facts.ts';

/** The codes for which expenditure of a fund was entered, in the order of the file. */
export function codesOfFund(entered: Entered, fund: Fund): readonly string[] {
  return entered.keysOf(...EXPENDITURE[fund].map(({ id }) => id)).filter((code) => code !== UNDISCLOSED);
}

/** Whether expenditure of a fund was entered without its code, under 未公开. */
export function hasUnclassified(entered: Entered, fund: Fund): boolean {
  return EXPENDITURE[fund].some(({ id }) => entered.rows(id).has(UNDISCLOSED));
}
