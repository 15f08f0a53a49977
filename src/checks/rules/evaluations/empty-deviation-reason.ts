import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';
import { givesReason } from '../../words/deviation-words.ts';
import { essence } from '../../words/same-text.ts';

/** A deviation reason must say what came between, or what will be done. */
export const emptyDeviationReason: Check = {
  rule: 'empty-deviation-reason',
  numbers: ['P09'],
  source: '绩效自评表：偏差原因分析及改进措施',
  summary: '偏差原因应说明为什么没有达到、怎么改进',
  run: ({ year }) =>
    year.evaluations.flatMap((form) => {
      const idle = indicatorsOf(form).filter(({ indicator: { deviationReason } }) => {
        return deviationReason !== undefined && !givesReason(deviationReason);
      });
      // The same empty sentence under several indicators is one finding.
      const texts = new Set(idle.map(({ indicator }) => essence(indicator.deviationReason ?? '')));
      return [...texts].flatMap((text) => {
        const [first, ...others] = idle.filter(
          (item) => essence(item.indicator.deviationReason ?? '') === text,
        );
        if (first === undefined) return [];
        const message = `“${first.indicator.name}”的偏差原因为“${first.indicator.deviationReason ?? ''}”，没有说明为什么没有达到、怎么改进；请改写`;
        const related = others.map((item) => ({
          message: `“${item.indicator.name}”也这样写`,
          place: placeOfIndicator(item, '偏差原因'),
        }));
        return [warning('empty-deviation-reason', message, placeOfIndicator(first, '偏差原因'), related)];
      });
    }),
};
