import { formatExact, ZERO, type Exact } from '../../../accounts/decimal.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf, nameKey } from '../../forms/indicators.ts';
import { placeOfSection, scaleOf, titleOf } from '../../forms/forms.ts';
import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import type { Scoring } from '../../../pack/scoring-schema.ts';

/** A form's weights make 100: the indicators' with the execution row's. */
export const indicatorWeights: Check = {
  rule: 'indicator-weights',
  numbers: ['P11'],
  source: '绩效自评表：指标分值 90 分，预算执行 10 分，合计 100 分',
  summary: '三级指标的分值之和应与执行分值凑成总分',
  run: (subject) =>
    subject.year.evaluations.flatMap((form) => {
      const scale = scaleOf(form, subject);
      return [...checkIndicators(form, scale), ...checkSources(form, scale)];
    }),
};

function checkIndicators(form: LoadedEvaluation, scale: Scoring): readonly Diagnostic[] {
  if (form.value.kind.indicators === undefined) return [];
  const { indicatorWeight: expected, executionWeight: execution } = scale;
  const sum = total(indicatorsOf(form).map(({ indicator }) => indicator.weight));
  if (sum.eq(expected)) return [];
  const all = formatExact(expected.plus(execution));
  const basis = execution.isZero() ? '' : `（与执行分值 ${formatExact(execution)} 合计 ${all}）`;
  const difference = formatExact(sum.minus(expected).abs());
  const message = `${titleOf(form)}${nameKey(form)}分值合计为 ${formatExact(sum)}，应为 ${formatExact(expected)}${basis}，差 ${difference} 分；请核对各指标的分值`;
  return [warning('indicator-weights', message, placeOfSection(form, '指标'))];
}

function checkSources(form: LoadedEvaluation, scale: Scoring): readonly Diagnostic[] {
  const given = form.value.money.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  const sum = total(given);
  if (given.length === 0 || sum.eq(scale.executionWeight)) return [];
  const message = `${titleOf(form)}各来源的分值合计为 ${formatExact(sum)}，应为 ${formatExact(scale.executionWeight)}（预算执行的分值）；请核对`;
  return [warning('indicator-weights', message, placeOfSection(form, '资金'))];
}

function total(weights: readonly Exact[]): Exact {
  return weights.reduce((sum, weight) => sum.plus(weight), ZERO);
}
