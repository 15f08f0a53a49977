import { isCutAtWords } from './segments.ts';

/** How much better a text answers in which the terms are words of their own, and in which they are not just listed. */
const WORD = 2;
const NOT_LISTED = 1;

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
  const isWord = found.some((at) => standsAlone(word, folded, at));
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

/** Whether a word begins and ends where words of the text do. */
function standsAlone(word: string, text: string, at: number): boolean {
  const start = Math.max(0, at - AROUND);
  const around = text.slice(start, at + word.length + AROUND);
  return isCutAtWords(around, at - start, at - start + word.length);
}
