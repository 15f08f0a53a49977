import { halfStep, formatFixed, ZERO } from '../../../accounts/decimal.ts';
import { isZero, known, type KnownValue } from '../../../figures/value.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { costIndicators, type CostIndicator } from '../../forms/cost.ts';
import { placeOfSection, projectForms, projectMoney, type ProjectForm } from '../../forms/forms.ts';
import {
  indicatorsOf,
  placeOfIndicator,
  type FormIndicator,
  type IndicatorKey,
} from '../../forms/indicators.ts';
import { isPrintOf, type Written } from '../../written-number.ts';

const RULE = 'cost-against-outturn';
/** What an indicator is called that is the cost of the whole project. */
const WHOLE_COST = /^(?:项目|年度|全年)*(?:总成本|成本总额|总费用|经费总额|资金总额|总支出)$/u;

/** The cost indicators that make up the budget state what the money row states. */
export const costAgainstOutturn: Check = {
  rule: RULE,
  numbers: ['R76'],
  source: '绩效自评表：成本指标与项目资金一致',
  summary: '项目总成本的指标值应等于资金表的预算数，完成值应等于全年执行数',
  run: (subject) => projectForms(subject.year).flatMap((form) => checkForm(form, subject)),
};

function checkForm(form: ProjectForm, { figures }: CheckSubject): readonly Diagnostic[] {
  const budget = projectMoney(figures, form, '全年预算数');
  const initial = projectMoney(figures, form, '年初预算数');
  const outturn = projectMoney(figures, form, '全年执行数');
  if (budget.state !== 'known' || outturn.state !== 'known' || isZero(budget)) return [];
  const costs = costIndicators(form);
  const misread = indicatorsOf(form).filter((item) => isMisread(item, budget));
  const others = costs.filter(({ item }) => !misread.includes(item));
  return [
    ...misread.map((item) => misreadUnit(item, budget)),
    ...others.flatMap((cost) =>
      checkTarget(form, cost, [budget, ...(initial.state === 'known' ? [initial] : [])]),
    ),
    ...checkSpent(form, partsOf(costs, budget), outturn),
  ];
}

/** 160元 where the budget is 160 万元. */
function isMisread({ target }: FormIndicator, budget: KnownValue): boolean {
  return target?.unit === '元' && isPrintOf(target, budget);
}

function misreadUnit(item: FormIndicator, budget: KnownValue): Diagnostic {
  const message = `“${item.indicator.name}”指标值为“${item.indicator.target}”，应为 ${formatFixed(budget.exact, 2)}万元（全年预算数）；请改正单位`;
  return warning(RULE, message, placeOfIndicator(item, '指标值'));
}

/** The ceiling of the whole cost is the budget, as it was at first or as it was adjusted. */
function checkTarget(
  form: ProjectForm,
  { item, target }: CostIndicator,
  budgets: readonly KnownValue[],
): readonly Diagnostic[] {
  const [budget] = budgets;
  if (budget === undefined || !WHOLE_COST.test(item.indicator.name)) return [];
  if (budgets.some((one) => isPrintOf(target, one))) return [];
  return [finding(form, item, '指标值', [target], { value: budget, label: '全年预算数' })];
}

function checkSpent(
  form: ProjectForm,
  parts: readonly CostIndicator[],
  outturn: KnownValue,
): readonly Diagnostic[] {
  const [first] = parts;
  const spent = parts.map(({ actual }) => actual);
  if (first === undefined || isSumOf(spent, outturn)) return [];
  return [finding(form, first.item, '完成值', spent, { value: outturn, label: '全年执行数' })];
}

function finding(
  form: ProjectForm,
  item: CostIndicator['item'],
  key: Extract<IndicatorKey, '指标值' | '完成值'>,
  written: readonly Written[],
  expected: { readonly value: KnownValue; readonly label: string },
): Diagnostic {
  const sum = sumOfNumbers(written);
  const subject = written.length === 1 ? `“${item.indicator.name}”` : '各成本指标';
  const difference = formatFixed(sum.minus(expected.value.exact).abs(), 2);
  const message = `${subject}${key}为 ${formatFixed(sum, 2)}万元，应为 ${formatFixed(expected.value.exact, 2)}万元（资金表的${expected.label}），差 ${difference}万元；请核对其一`;
  const related = [{ message: '资金在这里', place: placeOfSection(form, '资金') }];
  return warning(RULE, message, placeOfIndicator(item, key), related);
}

/** The one indicator of the whole cost, or whose ceiling is the budget; else all of them where they make the budget. */
function partsOf(costs: readonly CostIndicator[], budget: KnownValue): readonly CostIndicator[] {
  const whole =
    costs.find(({ item }) => WHOLE_COST.test(item.indicator.name)) ??
    costs.find(({ target }) => isPrintOf(target, budget));
  if (whole !== undefined) return [whole];
  const targets = costs.map(({ target }) => target);
  return costs.length > 1 && isSumOf(targets, budget) ? costs : [];
}

/** Whether numbers that were each rounded make a value; one that is written shorter than the others is a round one. */
function isSumOf(parts: readonly Written[], { exact, tolerance }: KnownValue): boolean {
  const decimals = Math.max(...parts.map((part) => part.decimals));
  const rounded = tolerance.plus(halfStep(decimals).times(parts.length - 1));
  return isPrintOf({ number: sumOfNumbers(parts), decimals }, known(exact, rounded));
}

function sumOfNumbers(parts: readonly Written[]): Written['number'] {
  return parts.reduce((sum, { number }) => sum.plus(number), ZERO);
}
