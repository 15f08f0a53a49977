import { Exact, formatFixed } from '../../../accounts/decimal.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { excess, indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';
import { scaleOf } from '../../forms/forms.ts';

const HUNDRED = new Exact(100);

/** A target far exceeded was set too low, or needs a reason. */
export const overFulfilment: Check = {
  rule: 'over-fulfilment',
  numbers: ['P10'],
  source: '绩效自评：完成值超出指标值较多的，应分析原因',
  summary: '完成值超出指标值较多的，应说明原因',
  run: (subject) => {
    return subject.year.evaluations.flatMap((form) => {
      const { overFulfilment: threshold } = scaleOf(form, subject);
      return indicatorsOf(form).flatMap((item) => {
        const { name, target, actual, deviationReason } = item.indicator;
        const reached = excess(item)?.times(HUNDRED);
        if (deviationReason !== undefined || reached === undefined || reached.lt(threshold)) return [];
        const message = `“${name}”完成值为 ${actual}，是指标值 ${target} 的 ${formatFixed(reached, 0)}%，没有说明原因；请写明超额的原因，或核对指标值`;
        return [warning('over-fulfilment', message, placeOfIndicator(item, '完成值'))];
      });
    });
  },
};
