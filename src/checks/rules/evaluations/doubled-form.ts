import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { overallForms, placeInForm, projectForms } from '../../forms/forms.ts';
import { essence } from '../../words/same-text.ts';

/** A project has one form, a body one overall form: a second one was copied and not changed, or counts twice. */
export const doubledForm: Check = {
  rule: 'doubled-form',
  numbers: ['R76'],
  source: '一个项目一张自评表，一个单位一张整体自评表',
  summary: '同一项目不应有两张自评表，整体自评表只应有一张',
  run: ({ year }) => {
    const projects = projectForms(year).flatMap((form, _, all) => {
      const first = all.find(({ value }) => essence(value.name) === essence(form.value.name));
      if (first === undefined || first === form) return [];
      const message = `项目名称“${form.value.name}”与 ${first.name}.yaml 相同，金额会重复计算；请改名称，或删去一张`;
      const related = [{ message: '另一张在这里', place: placeInForm(first, ['项目名称']) }];
      return [warning('doubled-form', message, placeInForm(form, ['项目名称']), related)];
    });
    const [first, ...others] = overallForms(year);
    const overall = others.map((form) => {
      const message = `整体自评表有 ${others.length + 1} 张，应为 1 张；请删去一张`;
      const related =
        first === undefined ? [] : [{ message: '另一张在这里', place: placeInForm(first, ['类型']) }];
      return warning('doubled-form', message, placeInForm(form, ['类型']), related);
    });
    return [...projects, ...overall];
  },
};
