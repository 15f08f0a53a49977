import type { TextHit } from './booklet-texts.ts';

const CLAUSE_ENDS = '，。；！？\n';
const SENTENCE_ENDS = '。；！？\n';

/** The clause around a hit, from one punctuation mark to the next. */
export function clauseOf(hit: TextHit): string {
  return between(hit, CLAUSE_ENDS);
}

/** The sentence around a hit. */
export function sentenceOf(hit: TextHit): string {
  return between(hit, SENTENCE_ENDS);
}

/** No sentence reaches further; a text without punctuation is not searched to its ends for each of its words. */
const REACH = 300;

function between({ source: { text }, match, offset }: TextHit, ends: string): string {
  const first = Math.max(offset - REACH, 0);
  let from = offset;
  while (from > first && !ends.includes(text.charAt(from - 1))) from -= 1;
  let to = offset + match[0].length;
  const last = Math.min(to + REACH, text.length);
  while (to < last && !ends.includes(text.charAt(to))) to += 1;
  return text.slice(from, to);
}
