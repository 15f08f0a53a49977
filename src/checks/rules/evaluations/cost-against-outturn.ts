import { formatFixed, ZERO } from '../../../accounts/decimal.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { costIndicators, printsAlike, writtenTolerance, type CostIndicator } from '../../forms/cost.ts';
import { moneyOf, placeOfSection, projectForms, type ProjectForm } from '../../forms/forms.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';

/** The cost indicators that make up the budget state what the money row states. */
export const costAgainstOutturn: Check = {
  rule: 'cost-against-outturn',
  numbers: ['R76'],
  source: '绩效自评表：成本指标与项目资金一致',
  summary: '成本指标的完成值应等于资金表的全年执行数',
  run: (subject) => projectForms(subject.year).flatMap((form) => checkForm(form, subject)),
};

function checkForm(form: ProjectForm, { figures }: CheckSubject): readonly Diagnostic[] {
  const budget = moneyOf(figures, form, '年度资金总额', '全年预算数');
  const outturn = moneyOf(figures, form, '年度资金总额', '全年执行数');
  if (budget.state !== 'known' || outturn.state !== 'known' || budget.exact.isZero()) return [];
  const costs = costIndicators(form);
  const misread = indicatorsOf(form).flatMap((item) => {
    if (item.target?.unit !== '元' || !printsAlike(item.target.number, budget.exact)) return [];
    const message = `“${item.indicator.name}”指标值为“${item.indicator.target}”，应为 ${formatFixed(budget.exact, 2)}万元（全年预算数）；请改正单位`;
    return [warning('cost-against-outturn', message, placeOfIndicator(item, '指标值'))];
  });
  const parts = partsOf(costs, budget.exact);
  const [first] = parts;
  if (first === undefined) return misread;
  const spent = parts.reduce((sum, { actual }) => sum.plus(actual), ZERO);
  const difference = spent.minus(outturn.exact).abs();
  if (difference.lte(writtenTolerance(spent))) return misread;
  const label = parts.length === 1 ? `“${first.item.indicator.name}”` : '各成本指标';
  const stated = `${label}完成值为 ${formatFixed(spent, 2)}万元，应为 ${formatFixed(outturn.exact, 2)}万元（资金表的全年执行数），差 ${formatFixed(difference, 2)}万元`;
  const place = placeOfIndicator(first.item, '完成值');
  const related = [{ message: '资金在这里', place: placeOfSection(form, '资金') }];
  const finding = difference.lte(writtenTolerance(spent).plus(outturn.tolerance))
    ? note('cost-against-outturn', `${stated}，在尾差之内；建议核对其一`, place, related)
    : warning('cost-against-outturn', `${stated}；请核对其一`, place, related);
  return [...misread, finding];
}

/** The one indicator whose ceiling is the budget, or all of them where they together make the budget. */
function partsOf(costs: readonly CostIndicator[], budget: CostIndicator['target']): readonly CostIndicator[] {
  const whole = costs.find(({ target }) => printsAlike(target, budget));
  if (whole !== undefined) return [whole];
  const sum = costs.reduce((total, { target }) => total.plus(target), ZERO);
  return costs.length > 1 && printsAlike(sum, budget) ? costs : [];
}
