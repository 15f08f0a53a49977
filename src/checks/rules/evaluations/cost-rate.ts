import { formatFixed } from '../../../accounts/decimal.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { placeOfSection, projectForms, rateOf } from '../../forms/forms.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';
import { isPrintOf } from '../../written-number.ts';

/** 预算控制率, 经费控制率, 成本控制率: what was spent of the budget. */
const COST_RATE = /(?:预算|经费|成本|费用?|资金).*控制率$/u;

/** A rate of cost control is the execution rate seen from the other side. */
export const costRate: Check = {
  rule: 'cost-rate',
  numbers: ['P01', 'P14'],
  source: '绩效自评表：控制率 = 实际支出 ÷ 预算，与执行率一致',
  summary: '预算（经费、成本）控制率的完成值应与执行率相符',
  run: ({ year, figures }) =>
    projectForms(year).flatMap((form) => {
      const rate = rateOf(figures, form);
      if (rate.state !== 'known') return [];
      return indicatorsOf(form).flatMap((item) => {
        const { actual, indicator } = item;
        if (actual?.unit !== '%' || !COST_RATE.test(indicator.name) || isPrintOf(actual, rate)) return [];
        const message = `“${indicator.name}”完成值为“${indicator.actual}”，按资金表应为 ${formatFixed(rate.exact, 2)}%（全年执行数 ÷ 全年预算数）；请核对完成值`;
        const related = [{ message: '资金在这里', place: placeOfSection(form, '资金') }];
        return [warning('cost-rate', message, placeOfIndicator(item, '完成值'), related)];
      });
    }),
};
