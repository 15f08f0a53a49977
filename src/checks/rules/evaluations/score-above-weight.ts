import { formatExact, type Exact } from '../../../accounts/decimal.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';
import { placeInForm, scaleOf, totalRow } from '../../forms/forms.ts';

/** No row can have more points than its weight. */
export const scoreAboveWeight: Check = {
  rule: 'score-above-weight',
  numbers: ['P08'],
  source: '绩效自评：得分不超过分值',
  summary: '得分不应超过分值',
  run: (subject) => {
    return subject.year.evaluations.flatMap((form) => {
      const { executionWeight } = scaleOf(form, subject);
      const { executionScore, money } = form.value;
      return [
        ...indicatorsOf(form).flatMap((item) => {
          const { name, score, weight } = item.indicator;
          return checkScore(name, score, weight, () => placeOfIndicator(item, '得分'));
        }),
        ...(executionScore === undefined
          ? []
          : checkScore(totalRow(form), executionScore, executionWeight, () =>
              placeInForm(form, ['执行得分']),
            )),
        ...money.flatMap(({ name, score, weight, path }) =>
          score === undefined
            ? []
            : checkScore(name, score, weight ?? executionWeight, () => placeInForm(form, [...path, '得分'])),
        ),
      ];
    });
  },
};

function checkScore(label: string, score: Exact, weight: Exact, place: () => Place): readonly Diagnostic[] {
  if (score.lte(weight)) return [];
  const message = `“${label}”得分为 ${formatExact(score)}，应不超过分值 ${formatExact(weight)}，多 ${formatExact(score.minus(weight))} 分；请核对`;
  return [warning('score-above-weight', message, place())];
}
