import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';

const span = z
  .string()
  .regex(/^[1-9]\d?$/, '应为 1 至 99 的整数')
  .transform(Number);
const size = { columns: ['跨列', span.default(1)], rows: ['跨行', span.default(1)] } as const;
const format = z.enum(['两位小数', '去尾零', '百分数', '分数']).default('两位小数');

/** One cell of a form: fixed text, a text of the form's file, or a figure of the form. */
const cell = z.union([
  z.string().transform((value) => ({ text: value, columns: 1, rows: 1 })),
  fields({ text: ['文', z.string()], ...size, rowsFrom: ['跨行随', z.enum(['指标', '来源']).optional()] }),
  fields({ value: ['值', text], ...size }),
  fields({ figure: ['数', text], format: ['格式', format], ...size }),
]);
export type FormCell = z.output<typeof cell>;

/** A row of cells, or rows repeated for each source of funds or each indicator. */
const row = z.union([
  fields({
    cells: ['格', z.array(cell)],
    heading: ['表头', z.enum(['是']).optional()],
    when: ['有则印', text.optional()],
  }),
  fields({ perSource: ['逐来源', z.array(cell)] }),
  fields({ perIndicator: ['逐指标', z.array(cell)] }),
]);
export type FormRow = z.output<typeof row>;

/** `forms/overall.yaml`, `forms/project.yaml`: the layout of a self-evaluation form as a grid. */
export const formSchema = fields({
  title: ['标题', text],
  yearLine: ['年度行', text, '如（{{年度}}年度）'],
  widths: [
    '列宽',
    z.array(
      z
        .string()
        .regex(/^\d+(\.\d+)?$/, '应为数')
        .transform(Number),
    ),
  ],
  rows: ['行', z.array(row)],
});
export type FormLayout = z.output<typeof formSchema>;
