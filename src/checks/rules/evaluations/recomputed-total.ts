import { formatFixed, type Exact } from '../../../accounts/decimal.ts';
import { note } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { placeInForm, rateOf, scaleOf, titleOf } from '../../forms/forms.ts';
import { executionPoints, scoredIndicators } from '../../forms/scores.ts';

/** What a project form's total would be by the scale: the sum of the findings about its points. */
export const recomputedTotal: Check = {
  rule: 'recomputed-total',
  numbers: ['P12'],
  source: '绩效自评：总分 = 执行得分 + 各指标得分',
  summary: '按评分办法重算的总分与表中总分不同时给出',
  run: (subject) => {
    return subject.year.evaluations.flatMap((form) => {
      const scale = scaleOf(form, subject);
      const rate = rateOf(subject.figures, form);
      const { executionScore } = form.value;
      if (rate.state !== 'known' || executionScore === undefined) return [];
      const execution = executionPoints(rate.exact, scale.executionWeight, scale).toDecimalPlaces(2);
      const difference = scoredIndicators(form, scale).reduce((sum, { item, points }) => {
        const { score } = item.indicator;
        // Most points are as expected: no arithmetic then.
        const expected =
          points === undefined || points.to === score ? score : clamp(score, points.from, points.to);
        return expected === score ? sum : sum.plus(expected).minus(score);
      }, execution.minus(executionScore));
      if (difference.abs().lt('0.02')) return [];
      const total = subject.figures.get(`绩效.${form.name}.总分`).value;
      if (total.state !== 'known') return [];
      const recomputed = formatFixed(total.exact.plus(difference), 2);
      const message = `${titleOf(form)}总分为 ${formatFixed(total.exact, 2)}，按评分办法重算为 ${recomputed}；差别见各行得分的发现`;
      return [note('recomputed-total', message, placeInForm(form, ['执行得分']))];
    });
  },
};

function clamp(score: Exact, from: Exact, to: Exact): Exact {
  if (score.lt(from)) return from;
  return score.gt(to) ? to : score;
}
