import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { overallForms, projectForms, titleOf } from '../../forms/forms.ts';
import { indicatorsOf, placeOfIndicator, type FormIndicator } from '../../forms/indicators.ts';

/** An indicator that stands in the overall form and in one project form has one value. */
export const indicatorContradiction: Check = {
  rule: 'indicator-contradiction',
  numbers: ['R76'],
  source: '绩效自评表：同一指标在整体表和项目表中一致',
  summary: '整体自评表与项目自评表的同一指标应填同一个完成值',
  run: ({ year }) => {
    const overall = overallForms(year).flatMap((form) => indicatorsOf(form));
    const byName = new Map<string, FormIndicator[]>(overall.map(({ indicator }) => [indicator.name, []]));
    for (const form of projectForms(year)) {
      for (const item of indicatorsOf(form)) byName.get(item.indicator.name)?.push(item);
    }
    return overall.flatMap((item) => {
      const twins = byName.get(item.indicator.name) ?? [];
      const [twin] = twins;
      // Several projects may each have their share of it.
      if (twin?.actual === undefined || twins.length > 1 || item.actual === undefined) return [];
      if (item.actual.unit !== twin.actual.unit || item.actual.number.eq(twin.actual.number)) return [];
      const message = `“${item.indicator.name}”完成值为 ${item.indicator.actual}，${titleOf(twin.form)}为 ${twin.indicator.actual}，两处不同；请核对`;
      const related = [{ message: '项目自评表的完成值在这里', place: placeOfIndicator(twin, '完成值') }];
      return [warning('indicator-contradiction', message, placeOfIndicator(item, '完成值'), related)];
    });
  },
};
