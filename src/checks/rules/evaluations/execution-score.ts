import { Exact, formatExact, formatFixed } from '../../../accounts/decimal.ts';
import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import { percentageOf, type KnownValue, type Value } from '../../../figures/value.ts';
import type { Scoring } from '../../../pack/scoring-schema.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey, type YamlPath } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { moneyOf, placeInForm, rateOf, scaleOf, totalRow } from '../../forms/forms.ts';
import { executionPoints } from '../../forms/scores.ts';

const HALF_STEP = new Exact('0.005');

/** The points of the execution row follow from the execution rate. */
export const executionScore: Check = {
  rule: 'execution-score',
  numbers: ['P02'],
  source: '绩效自评：执行得分 = 执行率 × 执行分值，最高为满分',
  summary: '预算执行率的得分应与执行率相符',
  run: (subject) =>
    subject.year.evaluations.flatMap((form) => [
      ...checkTotal(form, subject),
      ...checkSources(form, subject),
    ]),
};

/** The points of the row of sums. */
function checkTotal(form: LoadedEvaluation, subject: CheckSubject): readonly Diagnostic[] {
  const { executionScore: score } = form.value;
  if (score === undefined) return [];
  const scale = scaleOf(form, subject);
  const rates = [rateOf(subject.figures, form)];
  const row = { label: totalRow(form), score, weight: scale.executionWeight, rates };
  return checkRow(row, scale, form, { score: ['执行得分'], money: ['资金'] });
}

/** The points beside a source. */
function checkSources(form: LoadedEvaluation, subject: CheckSubject): readonly Diagnostic[] {
  const scale = scaleOf(form, subject);
  return form.value.money.flatMap(({ name, score, weight, path }) => {
    if (score === undefined) return [];
    const rateOfRow = (row: string): Value =>
      percentageOf(
        moneyOf(subject.figures, form, row, '全年执行数'),
        moneyOf(subject.figures, form, row, '全年预算数'),
      );
    // The points may stand on a source's row and be those of the whole form.
    const row = {
      label: name,
      score,
      weight: weight ?? scale.executionWeight,
      rates: [rateOfRow(name), rateOfRow(totalRow(form))],
    };
    return checkRow(row, scale, form, { score: [...path, '得分'], money: path });
  });
}

interface ExecutionRow {
  readonly label: string;
  readonly score: Exact;
  readonly weight: Exact;
  /** The row's own rate, then others that may be meant. */
  readonly rates: readonly Value[];
}

function checkRow(
  row: ExecutionRow,
  scale: Scoring,
  form: LoadedEvaluation,
  paths: { readonly score: YamlPath; readonly money: YamlPath },
): readonly Diagnostic[] {
  const { label, score, weight, rates } = row;
  const [own] = rates;
  // Without a budget there is no rate, and more points than there are is another finding.
  if (own?.state !== 'known' || score.gt(weight)) return [];
  const expected = executionPoints(own.exact, weight, scale);
  if (formatFixed(expected, 2) === formatFixed(score, 2)) return [];
  if (rates.some((rate) => rate.state === 'known' && agrees(score, rate, weight, scale))) return [];
  const basis = `执行率 ${formatFixed(own.exact, 2)}% × ${formatExact(weight)} 分`;
  const difference = formatFixed(score.minus(expected).abs(), 2);
  const message = `“${label}”得分为 ${formatFixed(score, 2)}，应为 ${formatFixed(expected, 2)}（${basis}），差 ${difference} 分；请核对得分，确有依据的写进“核对说明”`;
  const related = [
    { message: '执行率由这里的预算数和执行数算出', place: placeOfKey(form.document, paths.money) },
  ];
  return [warning('execution-score', message, placeInForm(form, paths.score), related)];
}

/** Whether some rate within rounding of the true one gives the points. */
function agrees(score: Exact, rate: KnownValue, weight: Exact, scale: Scoring): boolean {
  const spread = rate.tolerance.plus(HALF_STEP);
  const low = executionPoints(rate.exact.minus(spread), weight, scale).minus(HALF_STEP);
  const high = executionPoints(rate.exact.plus(spread), weight, scale).plus(HALF_STEP);
  return score.gte(low) && score.lte(high);
}
