import { halfStep, formatExact, type Exact } from '../../../accounts/decimal.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { coveringForms, overallForms, titleOf } from '../../forms/forms.ts';
import { indicatorsOf, placeOfIndicator, type FormIndicator } from '../../forms/indicators.ts';

const RULE = 'indicator-contradiction';
/** Scores have two decimals. */
const SCORE_DECIMALS = 2;

/** An indicator that stands in the overall form and in one project form has one value and is judged alike. */
export const indicatorContradiction: Check = {
  rule: RULE,
  numbers: ['R76'],
  source: '绩效自评表：同一指标在整体表和项目表中一致',
  summary: '整体自评表与项目自评表的同一指标应填同一个完成值，定性指标的得分比例也应相同',
  run: ({ year }) => {
    const overall = overallForms(year).flatMap((form) => indicatorsOf(form));
    const byName = new Map<string, FormIndicator[]>(overall.map(({ indicator }) => [indicator.name, []]));
    for (const form of coveringForms(year)) {
      for (const item of indicatorsOf(form)) byName.get(item.indicator.name)?.push(item);
    }
    return overall.flatMap((item) => {
      const [twin, ...others] = byName.get(item.indicator.name) ?? [];
      // Several projects may each have their share of it.
      if (twin === undefined || others.length > 0) return [];
      return [...checkNumbers(item, twin), ...checkJudgement(item, twin)];
    });
  },
};

function checkNumbers(item: FormIndicator, twin: FormIndicator): readonly Diagnostic[] {
  if (twin.actual === undefined || item.actual === undefined) return [];
  if (item.actual.unit !== twin.actual.unit || item.actual.number.eq(twin.actual.number)) return [];
  const message = `“${item.indicator.name}”完成值为 ${item.indicator.actual}，${titleOf(twin.form)}为 ${twin.indicator.actual}，两处不同；请核对`;
  const related = [
    { message: `${twin.form.value.kind.called}的完成值在这里`, place: placeOfIndicator(twin, '完成值') },
  ];
  return [warning(RULE, message, placeOfIndicator(item, '完成值'), related)];
}

/** One result that is judged in words, and in the same words, earns the same share of the points. */
function checkJudgement(item: FormIndicator, twin: FormIndicator): readonly Diagnostic[] {
  const judged = item.target === undefined && item.actual === undefined;
  if (!judged || item.indicator.actual !== twin.indicator.actual || scoredAlike(item, twin)) return [];
  const message = `“${item.indicator.name}”得分为 ${pointsOf(item)}，${titleOf(twin.form)}为 ${pointsOf(twin)}，完成值都是“${item.indicator.actual}”，得分占分值的比例却不同；请核对`;
  const related = [
    { message: `${twin.form.value.kind.called}的得分在这里`, place: placeOfIndicator(twin, '得分') },
  ];
  return [warning(RULE, message, placeOfIndicator(item, '得分'), related)];
}

/** Whether the two scores can be the same share of their weights, each rounded for itself. */
function scoredAlike({ indicator: a }: FormIndicator, { indicator: b }: FormIndicator): boolean {
  const crossed: Exact = a.score.times(b.weight).minus(b.score.times(a.weight)).abs();
  return crossed.lte(a.weight.plus(b.weight).times(halfStep(SCORE_DECIMALS)));
}

function pointsOf({ indicator: { score, weight } }: FormIndicator): string {
  return `${formatExact(score)}（分值 ${formatExact(weight)}）`;
}
