import { sectionsWith, type GramIndex } from './gram-index.ts';
import { gramsOfTerm } from './grams.ts';
import { withoutOneSign } from './near.ts';
import { union, type Runs } from './runs.ts';
import { segmentsOf } from './segments.ts';

/**
 * A stretch of some text that differs from a term in one sign; undefined if none is found.
 *
 * @param textsOf gives some of the folded texts of sections
 */
export async function writtenNearly(
  term: string,
  index: GramIndex,
  textsOf: (sections: Runs) => Promise<readonly string[]>,
): Promise<string | undefined> {
  const tried = withoutOneSign(term).map(({ before, after }) => ({
    at: before.length,
    pattern: new RegExp(`${escaped(before)}\\p{L}${escaped(after)}`, 'u'),
    sections: sectionsWith([...gramsOfTerm(before), ...gramsOfTerm(after)], 'text', index),
  }));
  const texts = await textsOf(tried.map(({ sections }) => sections).reduce(union, []));
  for (const { pattern, at } of tried.filter(({ sections }) => sections.length > 0))
    for (const text of texts) {
      const [written] = pattern.exec(text) ?? [];
      if (written !== undefined && isLikely(written, at)) return written;
    }
  return undefined;
}

/** Of so few signs one may be wrong only in a word: 葡萄洒 is 葡萄酒, 律师费 is no beginning of 律师咨询费. */
const FEW = 3;

function isLikely(written: string, at: number): boolean {
  if (written.length > FEW) return true;
  let end = 0;
  const word = segmentsOf(written).find((segment) => (end += segment.length) > at);
  return word !== undefined && word.length > 1;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
