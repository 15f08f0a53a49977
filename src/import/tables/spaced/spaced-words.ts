import type { PlacedWord } from '../../text/placed.ts';
import { cellAmount } from '../cell-amount.ts';

/** Whether a word is a number, or the dash that stands for one. */
export function isAmount({ text }: Pick<PlacedWord, 'text'>): boolean {
  return cellAmount({ text }).kind !== 'words';
}

/** A cell of a table, with the words that stand in it. */
export interface SpacedCell {
  readonly text: string;
  readonly words: readonly PlacedWord[];
}

/** The cell in which words stand: none, if there are none. */
export function cellOf(words: readonly PlacedWord[]): SpacedCell | undefined {
  return words.length === 0 ? undefined : { text: textOfWords(words), words };
}

/** What words in one cell say. Numbers stay apart, so that two are not taken for one. */
export function textOfWords(words: readonly PlacedWord[]): string {
  return words.reduce((text, word, index) => {
    const before = words[index - 1];
    return before !== undefined && isAmount(before) && isAmount(word)
      ? `${text} ${word.text}`
      : text + word.text;
  }, '');
}
