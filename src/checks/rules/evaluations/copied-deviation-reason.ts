import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';
import { groupsOfSameText } from '../../words/same-text.ts';

/** Different indicators fall short for different reasons: one sentence under several of them is a copy. */
export const copiedDeviationReason: Check = {
  rule: 'copied-deviation-reason',
  numbers: ['P09'],
  source: '绩效自评表：逐项分析偏差原因',
  summary: '不同指标的偏差原因不应照抄',
  run: ({ year }) => {
    const explained = year.evaluations
      .flatMap((form) => indicatorsOf(form))
      .filter(({ indicator }) => indicator.deviationReason !== undefined);
    return groupsOfSameText(explained, ({ indicator }) => indicator.deviationReason ?? '').flatMap(
      ([first, ...others]) => {
        // The same indicator may stand in two forms, with the same reason.
        if (others.every(({ indicator }) => indicator.name === first.indicator.name)) return [];
        const message = `“${first.indicator.name}”的偏差原因与另外 ${others.length} 个指标一字不差；请逐项写明各自的原因`;
        const related = others.map((item) => ({
          message: `“${item.indicator.name}”照抄在这里`,
          place: placeOfIndicator(item, '偏差原因'),
        }));
        return [warning('copied-deviation-reason', message, placeOfIndicator(first, '偏差原因'), related)];
      },
    );
  },
};
