import { formatExact, ZERO } from '../../../accounts/decimal.ts';
import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import type { Registry } from '../../../figures/registry.ts';
import { isNonZero, isZero } from '../../../figures/value.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf } from '../../forms/indicators.ts';
import { moneyOf, placeInForm, placeOfSection, totalOf, totalRow } from '../../forms/forms.ts';

/** An execution rate needs a budget. */
export const zeroBudget: Check = {
  rule: 'zero-budget',
  numbers: ['P03'],
  source: '绩效自评：执行率 = 全年执行数 ÷ 全年预算数，预算数为 0 时没有执行率',
  summary: '全年预算数为 0 的，不应有执行率、执行得分和执行数',
  run: ({ year, figures }) =>
    year.evaluations.flatMap((form) => [...checkTotal(form, figures), ...checkRows(form, figures)]),
};

function checkTotal(form: LoadedEvaluation, figures: Registry): readonly Diagnostic[] {
  const { executionScore: score } = form.value;
  if (score === undefined || !isZero(totalOf(figures, form, '全年预算数'))) return [];
  const spent = isNonZero(totalOf(figures, form, '全年执行数'));
  if (score.isZero() && !spent) return [];
  const what = spent ? '却有全年执行数' : `却有执行得分 ${formatExact(score)} 分`;
  const message = `“${totalRow(form)}”全年预算数为 0，${what}，执行率没有意义；请核对预算数`;
  const place = spent ? placeOfSection(form, '资金') : placeInForm(form, ['执行得分']);
  return [warning('zero-budget', message, place)];
}

/** Of forms that name their sources themselves: there each row may have a rate and points. */
function checkRows(form: LoadedEvaluation, figures: Registry): readonly Diagnostic[] {
  if (form.value.executionScore !== undefined) return [];
  return form.value.money.flatMap(({ name, executionRate, score, outturn, path }) => {
    if (!isZero(moneyOf(figures, form, name, '全年预算数'))) return [];
    const spent = isNonZero(moneyOf(figures, form, name, '全年执行数'));
    if (executionRate === undefined && score === undefined && !spent) return [];
    const given = [
      ...(executionRate === undefined ? [] : [`执行率 ${executionRate}`]),
      ...(score === undefined ? [] : [`得分 ${formatExact(score)}`]),
      ...(spent ? [`全年执行数 ${outturn.toString()}`] : []),
    ];
    const key = executionRate === undefined ? (score === undefined ? '全年执行数' : '得分') : '执行率';
    const where = spent
      ? '请核对预算数'
      : `执行率和得分属于全部资金，“${totalRow(form)}”行却没有；请改填在有资金的一行`;
    const message = `“${name}”全年预算数为 0，却有${given.join('、')}，执行率没有意义；${where}${totalHint(form)}`;
    return [warning('zero-budget', message, placeInForm(form, [...path, key]))];
  });
}

/** Such a form has no row for its total score, so the finding says what it would be. */
function totalHint(form: LoadedEvaluation): string {
  const execution = form.value.money.reduce((sum, { score }) => sum.plus(score ?? ZERO), ZERO);
  const indicators = indicatorsOf(form).reduce((sum, { indicator }) => sum.plus(indicator.score), ZERO);
  return `（表中没有总分：执行得分 ${formatExact(execution)} 与指标得分 ${formatExact(indicators)} 合计 ${formatExact(execution.plus(indicators))}）`;
}
