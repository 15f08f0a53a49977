import { fold } from './fold.ts';
import { gramsOfTerm } from './grams.ts';

/**
 * Reads what was typed into terms that must all be found, folded. There are none if no term has the two characters
 * that the index needs.
 */
export function readQuery(typed: string): readonly string[] {
  const terms = [...new Set(typed.split(/\s+/u).map(fold))].filter((term) => term !== '');
  return terms.some((term) => gramsOfTerm(term).length > 0) ? terms : [];
}
