import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { costIndicators } from '../../forms/cost.ts';
import { placeInForm, projectForms } from '../../forms/forms.ts';
import { placeOfIndicator } from '../../forms/indicators.ts';

/** Second levels that are for burdens on society and nature, not for money spent. */
const OTHER_COSTS: readonly string[] = ['社会成本指标', '生态环境成本指标'];

/** Money spent is an economic cost. */
export const costLevel: Check = {
  rule: 'cost-level',
  numbers: ['P11'],
  source: '财预〔2021〕101号：成本指标分经济成本、社会成本、生态环境成本',
  summary: '以金额表示的成本应列在经济成本指标下',
  run: ({ year }) =>
    projectForms(year).flatMap((form) => {
      const misplaced = costIndicators(form).filter(({ item }) => OTHER_COSTS.includes(item.above[1] ?? ''));
      const [first, ...others] = misplaced;
      if (first === undefined) return [];
      const { indicator, above, path } = first.item;
      const second = above[1] ?? '';
      const message = `“${indicator.name}”等以金额表示的指标列在“${second}”下，应列在“经济成本指标”下；请改正二级指标`;
      const related = others.map(({ item }) => ({
        message: `“${item.indicator.name}”也是金额`,
        place: placeOfIndicator(item, '指标名称'),
      }));
      return [warning('cost-level', message, placeInForm(form, [...path.slice(0, 4), '二级指标']), related)];
    }),
};
