import { note } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfHit } from '../../words/booklet-texts.ts';

const HALF_WIDTH = /(?<=[\p{Script=Han}”》）])[,;:!?](?=[\p{Script=Han}“《（])/gu;

/** Chinese sentences have Chinese punctuation. */
export const halfWidthPunctuation: Check = {
  rule: 'half-width-punctuation',
  numbers: [],
  source: '标点符号用法（GB/T 15834）',
  summary: '中文句子应用全角标点',
  run: (subject) => {
    const seen = new Set<unknown>();
    return corpusOf(subject)
      .hits(HALF_WIDTH)
      .flatMap((hit) => {
        // One finding for each text is enough to correct it.
        if (seen.has(hit.source)) return [];
        seen.add(hit.source);
        return [
          note('half-width-punctuation', `汉字之间有半角标点“${hit.match[0]}”；请改用全角`, placeOfHit(hit)),
        ];
      });
  },
};
