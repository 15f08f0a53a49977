import { formatExact, formatFixed } from '../../../accounts/decimal.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { placeOfIndicator } from '../../forms/indicators.ts';
import { scaleOf } from '../../forms/forms.ts';
import { scoredIndicators, type ScoredIndicator } from '../../forms/scores.ts';

/** An indicator's points follow from target and achievement by the pack's scale. */
export const indicatorScore: Check = {
  rule: 'indicator-score',
  numbers: ['P04', 'P05', 'P06', 'P07', 'P08'],
  source: '绩效自评的评分办法（模板包的“评分”）',
  summary: '三级指标的得分应与指标值、完成值相符',
  run: (subject) => {
    return subject.year.evaluations.flatMap((form) =>
      scoredIndicators(form, scaleOf(form, subject)).flatMap(checkIndicator),
    );
  },
};

function checkIndicator({ item, points: expected }: ScoredIndicator): readonly Diagnostic[] {
  const { name, score, weight } = item.indicator;
  // More points than there are is another finding, whatever was achieved.
  if (expected === undefined || expected.to === score || score.gt(weight)) return [];
  if (score.gte(expected.from) && score.lte(expected.to)) return [];
  const range = expected.from.eq(expected.to)
    ? formatFixed(expected.to, 2)
    : `${formatExact(expected.from)}—${formatExact(expected.to)}`;
  const nearest = score.lt(expected.from) ? expected.from : expected.to;
  const difference = formatFixed(score.minus(nearest).abs(), 2);
  const message = `“${name}”得分为 ${formatFixed(score, 2)}，应为 ${range}（${expected.basis()}，分值 ${formatExact(weight)}），差 ${difference} 分；请核对，确有依据的写进“核对说明”`;
  const related = [{ message: '完成值在这里', place: placeOfIndicator(item, '完成值') }];
  return [warning('indicator-score', message, placeOfIndicator(item, '得分'), related)];
}
