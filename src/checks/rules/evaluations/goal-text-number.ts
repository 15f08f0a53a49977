import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeInText } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { placeOfIndicator } from '../../forms/indicators.ts';
import { contradicted, spokenIndicators, type Side } from '../../words/indicator-names.ts';
import { quantitiesIn, writtenOf } from '../../words/quantities.ts';

/** The two goal texts, and what their numbers must agree with. */
const TEXTS = [
  { key: '预期目标', side: 'target', indicatorKey: '指标值' },
  { key: '实际完成情况', side: 'actual', indicatorKey: '完成值' },
] as const satisfies readonly { key: string; side: Side; indicatorKey: string }[];

/** A number of what was planned, in a text about what was done. */
const PLANNED = /计划|目标|预期|拟|原定/u;

/** The goal texts say what the indicators say. */
export const goalTextNumber: Check = {
  rule: 'goal-text-number',
  numbers: ['P14'],
  source: '绩效自评表：总体目标与指标一致',
  summary: '总体目标文字中的数应与三级指标的指标值、完成值相同',
  run: ({ year }) => year.evaluations.flatMap(checkForm),
};

function checkForm(form: LoadedEvaluation): readonly Diagnostic[] {
  const items = spokenIndicators(form);
  const { goals } = form.value;
  if (goals === undefined) return [];
  return TEXTS.flatMap(({ key, side, indicatorKey }) => {
    const text = side === 'target' ? goals.expected : goals.achieved;
    return quantitiesIn(text).flatMap((quantity) => {
      if (side === 'actual' && PLANNED.test(quantity.phrase)) return [];
      const item = contradicted(quantity, items, side);
      if (item === undefined) return [];
      const { name, target, actual } = item.indicator;
      const message = `“${name}”${indicatorKey}为“${side === 'target' ? target : actual}”，${key}中为“${writtenOf(quantity)}”，两处不同；请核对其一`;
      const path = ['年度总体目标', key];
      const related = [
        { message: `${key}中的数在这里`, place: placeInText(form.document, path, text, quantity.offset) },
      ];
      return [warning('goal-text-number', message, placeOfIndicator(item, indicatorKey), related)];
    });
  });
}
