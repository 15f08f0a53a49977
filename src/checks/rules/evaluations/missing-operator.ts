import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';

/** A target in numbers says whether it is a floor, a ceiling or a point. */
export const missingOperator: Check = {
  rule: 'missing-operator',
  numbers: ['P14'],
  source: '绩效自评表：指标值写明 >=、<= 或 =',
  summary: '数量指标的指标值应写明大于等于、小于等于或等于',
  run: ({ year }) =>
    year.evaluations.flatMap((form) =>
      indicatorsOf(form).flatMap((item) => {
        if (item.target === undefined || item.target.comparison !== undefined) return [];
        const { name, target } = item.indicator;
        const message = `“${name}”指标值为“${target}”，没有写 >=、<= 或 =；请补上`;
        return [warning('missing-operator', message, placeOfIndicator(item, '指标值'))];
      }),
    ),
};
