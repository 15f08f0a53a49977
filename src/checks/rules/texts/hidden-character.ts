import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfHit } from '../../words/booklet-texts.ts';

/** Marks without width, pasted in from pages and office programs. */
const HIDDEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+/gu;

/** What cannot be seen is printed and copied all the same, and no search finds the word around it. */
export const hiddenCharacter: Check = {
  rule: 'hidden-character',
  numbers: [],
  source: '公布的文本可供检索、复制',
  summary: '文字中不应有看不见的字符',
  run: (subject) => {
    const seen = new Set<unknown>();
    return corpusOf(subject)
      .hits(HIDDEN)
      .flatMap((hit) => {
        // One finding for each text is enough to correct it.
        if (seen.has(hit.source)) return [];
        seen.add(hit.source);
        const { text } = hit.source;
        const around = text.slice(Math.max(hit.offset - 4, 0), hit.offset + hit.match[0].length + 4);
        const message = `“${around.replaceAll(HIDDEN, '□')}”中的“□”处有看不见的字符；请删去重打`;
        return [warning('hidden-character', message, placeOfHit(hit))];
      });
  },
};
