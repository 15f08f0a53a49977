import { formatFixed } from '../../../accounts/decimal.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';

/** Points lost must be explained. The execution row has no cell for it. */
export const missingDeviationReason: Check = {
  rule: 'missing-deviation-reason',
  numbers: ['P09'],
  source: '绩效自评表：得分低于分值的，填写偏差原因分析及改进措施',
  summary: '三级指标得分低于分值的，应写偏差原因',
  run: ({ year }) =>
    year.evaluations.flatMap((form) =>
      indicatorsOf(form).flatMap((item) => {
        const { name, score, weight, deviationReason } = item.indicator;
        if (score.gte(weight) || deviationReason !== undefined) return [];
        const where = form.value.kind === '整体' ? '（整体自评表没有这一栏的，请在实际完成情况中说明）' : '';
        const message = `“${name}”得分为 ${formatFixed(score, 2)}，低于分值 ${formatFixed(weight, 2)}，没有写偏差原因；请补写“偏差原因”${where}`;
        return [warning('missing-deviation-reason', message, placeOfIndicator(item, '得分'))];
      }),
    ),
};
