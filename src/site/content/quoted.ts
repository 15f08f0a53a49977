import { nestQuotes } from '../../source/diagnostic.ts';

/** A booklet's own words as a quotation; quotation marks in them become inner ones. */
export function quoted(words: string): string {
  return nestQuotes(`“${words}”`);
}
