import { warning, type Diagnostic, type RelatedPlace } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { costIndicators } from '../../forms/cost.ts';
import { projectForms, titleOf, type ProjectForm } from '../../forms/forms.ts';
import { indicatorsOf, placeOfIndicator, type FormIndicator } from '../../forms/indicators.ts';

/** One result cannot be claimed by two projects. */
export const sameResultTwice: Check = {
  rule: 'same-result-twice',
  numbers: ['R76'],
  source: '绩效自评表：成果归于一个项目',
  summary: '两个项目不应填报同一项成果',
  run: ({ year }) => {
    const seen = new Map<string, { readonly form: ProjectForm; readonly item: FormIndicator }>();
    return projectForms(year).flatMap((form) =>
      indicatorsOf(form).flatMap((item): readonly Diagnostic[] => {
        // Rates and prices may be equal by chance; a count of things done is done once.
        if (item.actual === undefined || item.actual.number.lte(1) || !isCount(item.actual.unit)) return [];
        const { name, target, actual } = item.indicator;
        const key = `${form.value.kind.key}\n${name}\n${target}\n${actual}`;
        const earlier = seen.get(key);
        if (earlier === undefined) seen.set(key, { form, item });
        if (earlier === undefined || earlier.form === form) return [];
        const costs = sharedCosts(earlier.form, form);
        const also = costs.length === 0 ? '' : '，所列费用也相同';
        const message = `“${name}”指标值 ${target}、完成值 ${actual} 与${titleOf(earlier.form)}完全相同${also}；请核对是否重复填报`;
        const related = [
          { message: '另一处在这里', place: placeOfIndicator(earlier.item, '指标名称') },
          ...costs,
        ];
        return [warning('same-result-twice', message, placeOfIndicator(item, '指标名称'), related)];
      }),
    );
  },
};

function isCount(unit: string): boolean {
  return /^(?:万|亿)?(?:人次|人|名|家|户|个|场|次|期|台|套|件|处|份|辆|条)$/u.test(unit);
}

/** Cost indicators of two forms with the same amounts. */
function sharedCosts(a: ProjectForm, b: ProjectForm): readonly RelatedPlace[] {
  return costIndicators(a).flatMap((cost) => {
    const twin = costIndicators(b).find(
      ({ item, target, actual }) =>
        target.number.eq(cost.target.number) &&
        actual.number.eq(cost.actual.number) &&
        haveWordInCommon(item.indicator.name, cost.item.indicator.name),
    );
    if (twin === undefined) return [];
    const place = (item: FormIndicator) => placeOfIndicator(item, '指标名称');
    const { indicator } = cost.item;
    return [
      { message: `“${indicator.name}”${indicator.target}`, place: place(cost.item) },
      { message: `“${twin.item.indicator.name}”${twin.item.indicator.target}`, place: place(twin.item) },
    ];
  });
}

/** Length of a word that two names share when they speak of one thing. */
const COMMON_LENGTH = 4;

function haveWordInCommon(a: string, b: string): boolean {
  for (let at = 0; at + COMMON_LENGTH <= a.length; at += 1)
    if (b.includes(a.slice(at, at + COMMON_LENGTH))) return true;
  return false;
}
