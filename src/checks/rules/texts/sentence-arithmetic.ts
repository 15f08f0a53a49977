import { error, warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { placeOfText } from '../../words/booklet-texts.ts';
import { readTexts } from '../../words/read-sentences.ts';

/** The numbers of one sentence fit together, whoever's they are. */
export const sentenceArithmetic: Check = {
  rule: 'sentence-arithmetic',
  numbers: ['R62', 'R63', 'R64', 'R66', 'R70'],
  source: '同一句中的金额、增减、比率、合计与分项相互勾稽',
  summary: '一句话里的本年数、上年数、增减额、增减率、预算、完成率、占比、合计与分项应能同时成立',
  run: (subject) =>
    readTexts(subject).flatMap(({ source, contradictions, judgements }) => {
      const wrong = new Set(
        judgements.filter(({ agrees }) => !agrees).map(({ mention }) => mention.quantity.from),
      );
      return contradictions
        .filter(({ members }) => !members.some(({ from }) => wrong.has(from)))
        .map(({ quantity, problem, nearly }) => {
          const own = source.document === subject.year.narrative.document;
          const hint = nearly ? '（是否截去了尾数，应四舍五入）' : '';
          const message = `文字中的“${quantity.text}”与同句的数不符：${problem}${hint}；请核对`;
          return (own && !nearly ? error : warning)(
            'sentence-arithmetic',
            message,
            placeOfText(source, quantity.from),
          );
        });
    }),
};
