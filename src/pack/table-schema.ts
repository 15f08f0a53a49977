import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';

const span = z
  .string()
  .regex(/^[1-9]\d?$/, '应为 1 至 99 的整数')
  .transform(Number);

const headerCell = z.union([
  z.string().transform((value) => ({ text: value, columns: 1, rows: 1 })),
  fields({
    text: ['文', z.string()],
    columns: ['跨列', span.default(1)],
    rows: ['跨行', span.default(1)],
  }),
]);

/** Ids of figures; `{科目}` stands for the row's code. An empty text is a blank cell. */
const ids = z.array(z.string());

/** Rows of one side of a table. */
const rowRule = z.union([
  fields({ label: ['项目', text], line: ['行次', z.string().default('')], figures: ['数', ids] }),
  fields({ blank: ['空行', span], firstLine: ['行次自', span.optional()] }),
  fields({
    classes: ['逐类', z.array(z.string()), '功能分类科目的类，依次编号一、二、……'],
    firstLine: ['行次自', span.optional()],
    figures: ['数', ids],
  }),
  fields({ codes: ['逐科目', z.string(), '科目清单的名称'], figures: ['数', ids] }),
  fields({ economic: ['逐经济科目', z.array(z.string()), '部门预算支出经济分类科目'], figures: ['数', ids] }),
  fields({ total: ['合计行', text], figures: ['数', ids] }),
]);
export type RowRule = z.output<typeof rowRule>;

/** `tables/<key>.yaml`: the layout of a statutory table. */
export const tableSchema = fields({
  title: ['标题', text],
  number: ['编号', text.optional(), '如 公开01表'],
  orientation: ['纸向', z.enum(['纵', '横'])],
  head: ['表头', z.array(z.array(headerCell))],
  widths: [
    '列宽',
    z
      .array(
        z
          .string()
          .regex(/^\d+(\.\d+)?$/, '应为数')
          .transform(Number),
      )
      .optional(),
    '各列相对宽度',
  ],
  sides: [
    '正文',
    z.array(
      fields({
        labels: ['标签列', z.array(z.enum(['项目', '行次', '编码', '名称'])), '金额列之前的列'],
        rows: ['行', z.array(rowRule)],
      }),
    ),
    '左右并列的各栏',
  ],
  footer: [
    '末行',
    z.array(fields({ label: ['项目', text], columns: ['跨列', span], figure: ['数', text] })).optional(),
  ],
  note: ['注', text.optional()],
});
export type TableLayout = z.output<typeof tableSchema>;
