/** How much better a text answers in which the terms are words of their own, and in which they are not just listed. */
const WORD = 2;
const NOT_LISTED = 1;

/** A browser without one only sorts less well. */
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/**
 * How well a text fits terms that stand in it; more is better. 等保 in 大病等保险 is no word, since 保险 is cut apart; what
 * stands between 、 in a list is mentioned and no more.
 *
 * @param folded the text, folded
 * @param words of each term the words by which it stands in the text
 */
export function fitness(folded: string, words: readonly (readonly string[])[]): number {
  const points = words.map((alternatives) => Math.max(0, ...alternatives.map((word) => fitOf(word, folded))));
  return points.reduce((sum, one) => sum + one, 0);
}

function fitOf(word: string, folded: string): number {
  const found = placesOf(word, folded);
  const isWord = found.some((at) => standsAlone(word, lineAround(folded, at)));
  const isTold = found.some((at) => folded[at - 1] !== '、' && folded[at + word.length] !== '、');
  return (isWord ? WORD : 0) + (isTold ? NOT_LISTED : 0);
}

/** The first few places are enough to judge by. */
const PLACES = 8;

function placesOf(word: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0 && places.length < PLACES; at = text.indexOf(word, at + 1))
    places.push(at);
  return places;
}

/** Characters that tell enough of how a text falls into words. */
const AROUND = 12;

interface Stretch {
  readonly text: string;
  /** Where in it the word begins. */
  readonly at: number;
}

function lineAround(text: string, at: number): Stretch {
  const from = Math.max(0, at - AROUND);
  return { text: text.slice(from, at + 4 * AROUND), at: at - from };
}

/** Whether a word begins and ends where words of the text do. */
function standsAlone(word: string, { text, at }: Stretch): boolean {
  if (segmenter === undefined) return true;
  const ends = new Set([text.length]);
  for (const { index } of segmenter.segment(text)) ends.add(index);
  return ends.has(at) && ends.has(at + word.length);
}
