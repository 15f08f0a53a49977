import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';
import { issueOf } from '../accounts/schema/issue.ts';
import { CALLED_FORM } from './requirement-schema.ts';
import { scoringSchema } from './scoring-schema.ts';

/** Names that become steps of figure ids and keys of content files. */
const step = text.check(({ value, issues }) => {
  if (/[.{}[\]:#]/u.test(value)) {
    const message = `为“${value}”，不能含有标点；请改名`;
    issues.push(issueOf({ rule: 'bad-name', message }, value));
  }
});

/** What a kind of forms is called, long enough to tell it from others. */
const calledForm = z.string().regex(CALLED_FORM, '应以“表”结尾，至少四个字，例如 重点项目评价表');

const yes = z.literal('是');

const row = z.union([
  text.transform((name) => ({ name, nature: undefined, optional: undefined })),
  fields({
    name: ['行', step],
    nature: ['性质', z.enum(['财政拨款', '上年结转', '其他资金']).optional(), '只用来核对'],
    optional: ['可无', yes.optional(), '没有这种资金的自评表可以不写'],
  }),
]);

const money = fields({
  total: ['合计', step, '合计行的名称，由程序计算'],
  rows: ['各行', z.array(row).min(1).optional(), '固定的几行资金'],
  bySource: ['按来源', yes.optional(), '各表自己写来源，行数不定'],
  fiscalWords: ['财政来源', z.array(text).default([]), '来源的名称里有哪些字的是财政拨款；只用来核对'],
}).check(({ value, issues }) => {
  if ((value.rows === undefined) !== (value.bySource === undefined)) return;
  const message = '：“各行”和“按来源”应写其中一项；请补上或删去';
  issues.push(issueOf({ rule: 'missing-value', message }, value, []));
});

const indicators = fields({
  levels: ['级数', z.string().regex(/^[1-3]$/, '应为 1 至 3'), '几级指标'],
  columns: ['栏', z.array(z.enum(['设定依据', '偏差原因'])).default([]), '指标另有的栏'],
});

/** 自评表种类: one kind of self-evaluation forms. */
export const formKindSchema = fields({
  file: ['格式', text.optional(), 'forms/ 下的文件名；附链接的不写'],
  link: ['附', z.literal('链接').optional(), '不印自评表，只印在哪里可以看到'],
  called: ['称', calledForm.optional(), '核对信息里怎么称，也是“免”“不应有”里的写法；不写为种类加“自评表”'],
  title: ['全称', text.optional(), '不写的照“称”'],
  expenditure: ['支出', text.optional(), '它评价的支出怎么称；不写为种类加“支出”'],
  count: ['张数', z.enum(['一张', '每个项目一张', '不限']), '一个单位有几张'],
  nameKey: [
    '名称栏',
    z
      .string()
      .regex(/^[\p{Script=Han}]{1,10}名称$/u, '应以“名称”结尾，例如 项目名称')
      .optional(),
    '评价对象的名称写在哪一栏；不写为项目名称，只有一张的没有',
  ],
  money: ['资金', money.optional(), '没有资金表的不写'],
  executionPoints: ['执行得分', yes.optional(), '合计行另有分值和得分'],
  indicators: ['指标', indicators.optional(), '没有指标表的不写'],
  scoring: ['评分', scoringSchema.optional(), '这种自评表的评分办法；没有写的项照全包的“评分”'],
  outturn: ['执行数应为', text.optional(), '各张全年执行数之和应等于哪个数；只用来核对'],
}).check(({ value, issues }) => {
  const lacking = (key: string): void => {
    issues.push(issueOf({ rule: 'missing-key', message: '没有写' }, value, [key]));
  };
  if (value.link === undefined && value.file === undefined) lacking('格式');
  if (value.executionPoints !== undefined && value.money === undefined) lacking('资金');
});
export type FormKindFile = z.output<typeof formKindSchema>;

/** The kinds by their key, which is a step of figure ids; 无 does away with one that is inherited. */
export const formKindsSchema = z.record(step, z.union([z.literal('无'), formKindSchema]));
