import { error } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { corpusOf, placeOfHit } from '../../words/booklet-texts.ts';

/** A decimal that begins with its point: .08%. */
const NO_DIGIT = /(?<![A-Za-z\p{N}.．])[.．]\d+\s*[%％]?/gu;
/** A rate that ends after its decimals: 增长13.95。 */
const NO_SIGN =
  /(?:增长|下降|上升|降低|增幅|降幅|占比|占|率|满意度|知晓度)(?:约|了|到|至|为|达到?|是|提高到|下降到)*\s*\d{1,3}\.\d{1,2}(?=[，。；、）)\n]|$)/gu;

/** A rate has a digit before its point and a percent sign behind. */
export const brokenRate: Check = {
  rule: 'broken-rate',
  numbers: ['R64'],
  source: '比率写百分号，小数点前有数字',
  summary: '文字中的比率不应丢掉百分号或小数点前的 0',
  run: (subject) => {
    const corpus = corpusOf(subject);
    return [
      ...corpus.hits(NO_DIGIT, 'narrative', 'goal', 'entry').map((hit) => {
        const message = `“${hit.match[0]}”小数点前没有数字；请补上，例如 0${hit.match[0].replace('．', '.')}`;
        return error('broken-rate', message, placeOfHit(hit));
      }),
      ...corpus.hits(NO_SIGN, 'narrative', 'goal').map((hit) => {
        return error('broken-rate', `“${hit.match[0]}”没有单位；是百分数的请补上 %`, placeOfHit(hit));
      }),
    ];
  },
};
