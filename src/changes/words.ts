import { diffArrays } from 'diff';

/** A stretch of a sentence: on both sides, or on one. */
export interface Stretch {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Which words of a sentence are gone and which are new. */
export function wordChanges(before: string, after: string): readonly Stretch[] {
  const wordsOf = (text: string): string[] => [...WORDS.segment(text)].map(({ segment }) => segment);
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }));
}
