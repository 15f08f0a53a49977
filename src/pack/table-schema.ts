import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields, type Field } from '../accounts/schema/fields.ts';
import { tableStyleSchema } from './number-style.ts';

const span = z
  .string()
  .regex(/^[1-9]\d?$/, '应为 1 至 99 的整数')
  .transform(Number);

/** A cell of the head; one of several columns has a cell for each (`each`). */
export interface HeadCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly each?: string;
}

const headerCell = z.union([
  z.string().transform((value): HeadCell => ({ text: value, columns: 1, rows: 1 })),
  fields({
    each: ['逐栏', text, '写了“栏”的自定数：它有几栏，就有几格'],
    rows: ['跨行', span.default(1)],
  }).transform(({ each, rows }): HeadCell => ({ text: '', columns: 1, rows, each })),
  fields({
    text: ['文', z.string()],
    columns: ['跨列', span.default(1)],
    rows: ['跨行', span.default(1)],
  }).transform((cell): HeadCell => cell),
]);

/**
 * Ids of figures; `{科目}` stands for the row's code, `{项}` for the key of its item, `{栏}` for each column of a fact. An
 * empty text is a blank cell.
 */
const ids = z.array(z.string());

/** The levels of functional classification, with the digits of their codes. */
export const LEVELS = { 类: 3, 款: 5, 项: 7 } as const;
export type Level = keyof typeof LEVELS;

/** Stands in the name of a subtotal for the name of the class or section whose rows it adds up. */
export const GROUP_NAME = '{名称}';

/** A row behind the codes of each class or section, with what they come to. */
const subtotal = fields({
  level: ['逐', z.enum(['类', '款']), '每一类，或每一款，后面一行'],
  name: ['名', text, `这一行的名称；${GROUP_NAME} 代表这一类、款的名称`],
});
const subtotals = z.union([subtotal.transform((one) => [one]), z.array(subtotal).min(1)]).optional();
export type Subtotals = z.output<typeof subtotals>;

const SUBTOTALS = ['小计', subtotals, '各类、各款的科目后面加一行小计；有几级的写成列表'] as const;

/** Rows of one side of a table. */
const rowRule = z.union([
  fields({ label: ['项目', text], line: ['行次', z.string().default('')], figures: ['数', ids] }),
  fields({ blank: ['空行', span], firstLine: ['行次自', span.optional()] }),
  fields({
    classes: ['逐类', z.array(z.string()), '功能分类科目的类，依次编号一、二、……'],
    firstLine: ['行次自', span.optional()],
    figures: ['数', ids],
  }),
  fields({
    levels: [
      '逐科目',
      z.array(z.enum(['类', '款', '项'])).min(1),
      '印哪几级功能分类科目；各栏都是 0 的科目不印',
    ],
    only: ['只限', z.array(z.string()).min(1).optional(), '只印哪些科目，连同下级；不写的全印'],
    subtotals: SUBTOTALS,
    figures: ['数', ids],
  }),
  fields({
    economic: ['逐经济科目', z.array(z.string()), '部门预算支出经济分类科目'],
    subtotals: SUBTOTALS,
    figures: ['数', ids],
  }),
  fields({ list: ['逐项', text, '清单的名称，如 项目、下属单位；清单里有几项印几行'], figures: ['数', ids] }),
  fields({ total: ['合计行', text], figures: ['数', ids] }),
]);
export type RowRule = z.output<typeof rowRule>;

/** What a layout says, by what it is called in its file. */
export const LAYOUT = {
  title: ['标题', text],
  number: ['编号', text.optional(), '如 公开01表'],
  orientation: ['纸向', z.enum(['纵', '横'])],
  dense: ['密排', z.literal('是').optional(), '行多的表，字号小一些，尽量印在一页上'],
  style: ['数字', tableStyleSchema.optional(), '这张表的数字怎么印'],
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
        labels: [
          '标签列',
          z.array(z.enum(['项目', '序号', '行次', '编码', '类', '款', '项', '名称'])),
          '金额列之前的列',
        ],
        rows: ['行', z.array(rowRule)],
      }),
    ),
    '左右并列的各栏',
  ],
  footer: [
    '末行',
    z.array(fields({ label: ['项目', text], columns: ['跨列', span], figure: ['数', text] })).optional(),
  ],
  note: ['注', text.optional(), '印在表下；用别的模板包的表而不印它的，写 无'],
  empty: ['空表说明', text.optional(), '没有一个数不为 0 时，在表下说明；用别的模板包的表而不印它的，写 无'],
} as const satisfies Record<string, Field>;

/** `tables/<key>.yaml`: the layout of a statutory table. */
export const tableSchema = fields(LAYOUT);
export type TableLayout = z.output<typeof tableSchema>;

/** Another pack's table: its pack and its key. */
const tablePath = z
  .string()
  .regex(/^[a-z0-9-]+\/tables\/[a-z0-9-]+$/, '应为 模板包/tables/表的键，例如 ministry-2024/tables/revenue');

/** `tables/<key>.yaml` that uses the table of another pack, and states only what differs. */
export const usedTableSchema = fields({
  use: ['用', tablePath, '用哪个模板包的哪张表，如 ministry-2024/tables/revenue；下面只写不同的项'],
  ...optional(LAYOUT),
});
export type UsedTable = z.output<typeof usedTableSchema>;

type Optional<F extends Record<string, Field>> = {
  readonly [K in keyof F]: readonly [string, z.ZodOptional<F[K][1]>, string?];
};

function optional<F extends Record<string, Field>>(definition: F): Optional<F> {
  const entries = Object.entries(definition).map(([name, [label, schema, description]]) => [
    name,
    [label, schema.optional(), description],
  ]);
  return Object.fromEntries(entries) as Optional<F>;
}
