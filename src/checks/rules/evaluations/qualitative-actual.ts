import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { scaleOf } from '../../forms/forms.ts';
import { indicatorsOf, placeOfIndicator, type FormIndicator } from '../../forms/indicators.ts';

/** A target in words is answered in the words of the scale; a target in numbers with a number. */
export const qualitativeActual: Check = {
  rule: 'qualitative-actual',
  numbers: ['P07', 'P14'],
  source: '绩效自评的评分办法（模板包的“评分”）：定性指标按达成程度评分',
  summary: '定性指标的完成值应为评分办法所列的达成程度，定量指标的完成值应为数',
  run: (subject) => {
    return subject.year.evaluations.flatMap((form) => {
      const answers = scaleOf(form, subject).qualitative.map(({ answer }) => answer);
      return indicatorsOf(form).flatMap((item) => {
        const problem = problemOf(item, answers);
        if (problem === undefined) return [];
        const { name, target, actual } = item.indicator;
        const message = `“${name}”指标值为“${target}”，完成值为“${actual}”，${problem}`;
        return [warning('qualitative-actual', message, placeOfIndicator(item, '完成值'))];
      });
    });
  },
};

function problemOf(
  { target, actual, indicator }: FormIndicator,
  answers: readonly string[],
): string | undefined {
  if (target !== undefined) {
    return answers.includes(indicator.actual) ? '定量指标没有填数；请填完成的数' : undefined;
  }
  if (actual !== undefined) return `定性指标填了数；请写“${answers.join('”“')}”之一`;
  // Words outside the scale cannot be scored; a date or a number in words is not of its kind.
  return answers.includes(indicator.actual) || /[\d〇一二三四五六七八九十]/u.test(indicator.target)
    ? undefined
    : `不是评分办法所列的达成程度；请写“${answers.join('”“')}”之一`;
}
