import { z } from 'zod';
import { text } from './entries.ts';
import { fields } from './fields.ts';
import { names } from './names.ts';

/** The kinds of bodies: what is said of 机关运行经费 depends on it. */
export const unitKind = z.enum(['行政单位', '参公事业单位', '事业单位']);
export type UnitKind = z.output<typeof unitKind>;

/** `content/units/<unit>/unit.yaml`: what does not change from year to year. */
export const unitSchema = fields({
  name: ['名称', text, '单位全称，与公章一致'],
  aliases: ['别名', z.array(text).default([]), '文中出现的其他名称'],
  kind: ['类型', unitKind, '行政单位、参公事业单位或事业单位'],
  supervisor: ['主管部门', text.optional(), '主管部门全称；自己就是主管部门的不写'],
  subordinates: ['下属单位', names, '纳入部门决算编报范围的下属预算单位；没有的写 []'],
});
export type Unit = z.output<typeof unitSchema>;
