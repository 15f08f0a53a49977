import { z } from 'zod';
import { text } from './entries.ts';
import { fields, type Field } from './fields.ts';
import { contactFields, type Contact } from './imprint.ts';
import { names } from './names.ts';
import { throughYears } from './through-years.ts';

/** The kinds of bodies: what is said of 机关运行经费 depends on it. */
export const unitKind = z.enum(['行政单位', '参公事业单位', '事业单位']);
export type UnitKind = z.output<typeof unitKind>;

const BY_YEAR = '；变更过的，每行写“年度: 值”，从这一年度起用';

const OF_ITS_OWN = '；写了，本单位的页面不用 site.yaml 的';

function ofItsOwn<S extends z.ZodType>([label, schema, description]: Required<Field<S>>) {
  return [label, throughYears(schema, '一个值').optional(), `${description}${OF_ITS_OWN}${BY_YEAR}`] as const;
}

/** `content/units/<unit>/unit.yaml`: the body itself, with what it was called and what it was in which year. */
export const unitSchema = fields({
  name: ['名称', throughYears(text, '一段文字'), `单位全称，与公章一致${BY_YEAR}`],
  aliases: ['别名', z.array(text).default([]), '文中出现的其他名称'],
  kind: ['类型', throughYears(unitKind, '一个值'), `行政单位、参公事业单位或事业单位${BY_YEAR}`],
  supervisor: [
    '主管部门',
    throughYears(text, '一段文字').optional(),
    `主管部门全称；自己就是主管部门的不写${BY_YEAR}，不再有的写“无”`,
  ],
  subordinates: [
    '下属单位',
    throughYears(names, '列表，每行以“- ”开头'),
    `纳入部门决算编报范围的下属预算单位；没有的写 []${BY_YEAR}`,
  ],
  phone: ofItsOwn(contactFields.phone),
  email: ofItsOwn(contactFields.email),
  postal: ofItsOwn(contactFields.postal),
  requests: ofItsOwn(contactFields.requests),
});
export type UnitThroughYears = z.output<typeof unitSchema>;

/** A body as it is, or was in one year. */
export interface Unit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly supervisor: string | undefined;
  readonly subordinates: readonly string[];
  /** How it is reached, where it says so itself. */
  readonly contact?: Contact;
}
