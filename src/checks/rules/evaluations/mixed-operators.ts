import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { titleOf } from '../../forms/forms.ts';
import { indicatorsOf, placeOfIndicator, type FormIndicator } from '../../forms/indicators.ts';

/** One form writes its comparisons one way, `>=` or `≥`. */
export const mixedOperators: Check = {
  rule: 'mixed-operators',
  numbers: ['P14'],
  source: '绩效自评表：同一张表写法一致',
  summary: '一张表内 >= 与 ≥、<= 与 ≤ 不应混用',
  run: ({ year }) => year.evaluations.flatMap(checkForm),
};

function checkForm(form: LoadedEvaluation): readonly Diagnostic[] {
  const items = indicatorsOf(form);
  const ascii = items.filter(({ indicator }) => /^[<>]=/.test(indicator.target));
  const signs = items.filter(({ indicator }) => /^[≤≥]/.test(indicator.target));
  const [odd, usual] = signs.length <= ascii.length ? [signs, ascii] : [ascii, signs];
  const [first, ...others] = odd;
  const [model] = usual;
  if (first === undefined || model === undefined) return [];
  const written = `“${first.indicator.target}”与“${model.indicator.target}”`;
  const message = `${titleOf(form)}的指标值有两种写法：${written}；请统一`;
  const place = (item: FormIndicator) => placeOfIndicator(item, '指标值');
  const related = [
    { message: '另一种写法在这里', place: place(model) },
    ...others.map((item) => ({ message: `“${item.indicator.target}”也是这样写`, place: place(item) })),
  ];
  return [warning('mixed-operators', message, place(first), related)];
}
