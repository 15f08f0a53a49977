import { Exact, formatFixed } from '../../../accounts/decimal.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { excess, indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';
import { scaleOf } from '../../forms/forms.ts';

/** A deviation reason beside full marks explains nothing, unless the target was far exceeded. */
export const idleDeviationReason: Check = {
  rule: 'idle-deviation-reason',
  numbers: ['P09', 'P10'],
  source: '绩效自评表：偏差原因对应未得满分或超额较多的指标',
  summary: '得满分又没有超额较多的指标，不应写偏差原因',
  run: (subject) => {
    return subject.year.evaluations.flatMap((form) => {
      const threshold = scaleOf(form, subject).overFulfilment.div(new Exact(100));
      return indicatorsOf(form).flatMap((item) => {
        const { name, score, weight, deviationReason } = item.indicator;
        if (deviationReason === undefined || score.lt(weight)) return [];
        if (excess(item)?.gte(threshold)) return [];
        const message = `“${name}”得满分 ${formatFixed(score, 2)}，却写了偏差原因；请核对得分，或把原因移到它所说的指标下`;
        return [warning('idle-deviation-reason', message, placeOfIndicator(item, '偏差原因'))];
      });
    });
  },
};
