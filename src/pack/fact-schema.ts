import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';
import { issueOf } from '../accounts/schema/issue.ts';

const yes = z.enum(['是', '否']).transform((word) => word === '是');

const places = z
  .string()
  .regex(/^[0-4]$/, '应为 0 至 4 的整数')
  .transform(Number);

/** A unit is a word that follows a number: no punctuation, and not the name of another unit's sign. */
const unitName = text.check(({ value, issues }) => {
  if (!/[“”‘’"'，。：；、％\s]/u.test(value)) return;
  const message = '只写单位本身，不带标点，例如 个、人次、%';
  issues.push(issueOf({ rule: 'wrong-value', message }, value));
});

/** By what a figure is broken down. */
export const factKeys = z.enum(['科目', '经济科目', '名称', '项目', '单位']);

/** A figure, or several that are added. */
export const oneOrMore = z.union([text.transform((id) => [id]), z.array(text).min(1)]);

/** What a figure must keep to, and how grave it is where it does not: one relation to other figures. */
const RELATION = {
  equal: ['等于', oneOrMore.optional(), '另一个数，或几个数之和'],
  atMost: ['不大于', oneOrMore.optional(), '另一个数，或几个数之和'],
  shareOf: [
    '占比',
    fields({
      part: ['部分', oneOrMore, '一个数，或几个数之和'],
      whole: ['整体', oneOrMore, '同'],
    }).optional(),
    '本数是“部分”占“整体”的百分数',
  ],
  severity: ['程度', z.enum(['错误', '警告', '提示']), '不符时报错误、警告还是提示'],
  source: ['依据', text, '关系出自哪里'],
} as const;

const ownRelation = fields(RELATION);
export type RelationFile = z.output<typeof ownRelation>;

/** A relation says one thing. */
function saysOne({ value, issues }: z.core.ParsePayload<RelationFile>): void {
  const stated = [value.equal, value.atMost, value.shareOf].filter((one) => one !== undefined);
  if (stated.length === 1) return;
  const message = '的这一条：“等于”“不大于”“占比”应写其一，且只写其一';
  issues.push(issueOf({ rule: 'wrong-value', message }, value));
}

/** 关系: relations between any figures, by names of their own; 无 for one that is inherited and does not hold here. */
export const packRelations = [
  '关系',
  z
    .record(
      text,
      z.union([
        fields({
          figure: ['数', text, '哪个数；带 {科目}、{项} 的逐科目、逐项核对'],
          ...RELATION,
        }).check(saysOne),
        z.literal('无').transform(() => undefined),
      ]),
    )
    .default({}),
  '数与数之间必须符合的关系，名称 → 关系；没有写的照所继承的模板包，不要的写“无”',
] as const;

/** One entry of 自定数: a fact that units enter in accounts.yaml under the steps of its name. */
const declaredFact = fields({
  label: ['名称', text, '读者看到的名称'],
  unit: ['单位', unitName, '万元，或者个、人、人次、平方米、% 等'],
  by: ['分', factKeys.optional(), '按什么分列；不分列的不写'],
  columns: ['栏', z.array(text).min(1).optional(), '同样分列的几个数并排填，各栏的名称；只有一个数的不写'],
  orPlain: ['可不分', yes.optional(), '分列的，也可以只填一个数'],
  signed: ['可为负', yes.optional(), '可以为负数'],
  decimals: ['小数', places.optional(), '最多几位小数；不写的，金额和面积等两位，其余为整数'],
  optional: ['可不填', yes.optional(), '可以不填，不填的按 0 计'],
  description: ['说明', text.optional(), '填报时看到的说明'],
  source: ['依据', text.optional(), '出自哪张表、哪个文件'],
  budget: ['年初预算', text.optional(), '与它对比的年初预算数'],
  adjustedBudget: ['全年预算', text.optional(), '与它对比的全年预算数'],
  relations: ['关系', z.array(ownRelation.check(saysOne)).default([]), '必须符合的关系'],
});
export type DeclaredFact = z.output<typeof declaredFact>;

/** 自定数: facts that a pack adds to the common ones, by their ids. */
export const declaredFacts = [
  '自定数',
  z.record(text, declaredFact).default({}),
  '本地区另外填报的数，名称 → 说明；没有写的照所继承的模板包',
] as const;

const ids = z.array(text).default([]);

/** 账目: which of the common facts a region's units enter, by their ids or by the first steps of these. */
export const factUse = [
  '账目',
  fields({
    unused: ['不用', ids, '不填也不印的数，如 人员、国有资产.房屋面积'],
    optional: ['可不填', ids, '可以不填的数；不填的按未公开'],
    required: ['必填', ids, '必须填的数，如 三公经费.年初预算数、全年预算'],
  }).default({ unused: [], optional: [], required: [] }),
  '通用的数中，哪些不用、可不填、必填',
] as const;
