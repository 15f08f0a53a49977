import { formatExact, ZERO, type Exact } from '../../../accounts/decimal.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf } from '../../forms/indicators.ts';
import { placeInForm, projectForms, scaleOf } from '../../forms/forms.ts';

/** Where the pack fixes the weight of each first level, a project form keeps to it. */
export const levelWeights: Check = {
  rule: 'level-weights',
  numbers: ['P11'],
  source: '绩效自评表：各一级指标的分值（模板包的“评分”）',
  summary: '一级指标的分值应等于规定的分值',
  run: (subject) => {
    return projectForms(subject.year).flatMap((form) => {
      const expected = scaleOf(form, subject).levelWeights;
      const sums = new Map<string, Exact>();
      for (const { above, indicator } of indicatorsOf(form)) {
        const [first = indicator.name] = above;
        sums.set(first, (sums.get(first) ?? ZERO).plus(indicator.weight));
      }
      return [...sums].flatMap(([level, sum]) => {
        const weight = expected[level];
        if (weight === undefined || weight.eq(sum)) return [];
        const index = form.value.indicators.findIndex(({ name }) => name === level);
        const difference = formatExact(sum.minus(weight).abs());
        const message = `“${level}”分值合计为 ${formatExact(sum)}，应为 ${formatExact(weight)}（评分办法），差 ${difference} 分；请核对各指标的分值`;
        return [warning('level-weights', message, placeInForm(form, ['指标', index, '一级指标']))];
      });
    });
  },
};
