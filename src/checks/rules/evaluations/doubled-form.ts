import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { overallForms, placeInForm, placeOfName, projectForms } from '../../forms/forms.ts';
import { essence } from '../../words/same-text.ts';

/** A project has one form, a body one overall form: a second one was copied and not changed, or counts twice. */
export const doubledForm: Check = {
  rule: 'doubled-form',
  numbers: ['R76'],
  source: '一个项目一张自评表，一个单位一张整体自评表',
  summary: '同一项目不应有两张自评表，整体自评表只应有一张',
  run: ({ year }) => {
    const each = projectForms(year).filter(({ value }) => value.kind.count === 'per-project');
    const projects = each.flatMap((form, _, all) => {
      const { kind, name } = form.value;
      const first = all.find(({ value }) => value.kind === kind && essence(value.name) === essence(name));
      if (first === undefined || first === form) return [];
      const message = `${kind.nameKey ?? ''}“${name}”与 ${first.name}.yaml 相同，金额会重复计算；请改名称，或删去一张`;
      const related = [{ message: '另一张在这里', place: placeOfName(first) }];
      return [warning('doubled-form', message, placeOfName(form), related)];
    });
    const overall = overallForms(year).flatMap((form, _, all) => {
      const { kind } = form.value;
      const [first, ...others] = all.filter(({ value }) => value.kind === kind);
      if (first === undefined || first === form) return [];
      const message = `${kind.called}有 ${others.length + 1} 张，应为 1 张；请删去一张`;
      const related = [{ message: '另一张在这里', place: placeInForm(first, ['类型']) }];
      return [warning('doubled-form', message, placeInForm(form, ['类型']), related)];
    });
    return [...projects, ...overall];
  },
};
