import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { placeOfSection, projectForms, scaleOf, titleOf } from '../../forms/forms.ts';

/** A project form has indicators of every first level that the scale asks for. */
export const missingLevel: Check = {
  rule: 'missing-level',
  numbers: ['P11'],
  source: '绩效自评表：产出、成本、效益、满意度指标（财预〔2021〕101号）',
  summary: '项目自评表不应缺少规定的一级指标',
  run: (subject) => {
    return projectForms(subject.year).flatMap((form) => {
      if (form.value.kind.indicators === undefined) return [];
      const { requiredLevels } = scaleOf(form, subject);
      const levels = form.value.indicators.map(({ name }) => name);
      const missing = requiredLevels.filter((level) => !levels.includes(level));
      return missing.map((level) => {
        const message = `${titleOf(form)}没有“${level}”；请补上，不设的在“核对说明”写明原因`;
        return warning('missing-level', message, placeOfSection(form, '指标'));
      });
    });
  },
};
