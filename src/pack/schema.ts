import { z } from 'zod';
import { economicCode, functionalCode } from '../accounts/schema/codes.ts';
import { packName, text, year } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';
import { formKindsSchema } from './form-kind-schema.ts';
import { declaredFacts, factUse, packRelations } from './fact-schema.ts';
import { declaredSums } from './sum-schema.ts';
import { declaredTexts } from './text-schema.ts';
import { partKey, tableKey } from './keys.ts';
import { ownPhrases } from './own-phrases.ts';
import { tableStyleSchema, textStyleSchema } from './number-style.ts';
import { requirementsSchema, stateSchema } from './requirement-schema.ts';
import { scoringSchema } from './scoring-schema.ts';

const phrase = text;

const days = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, '应为天数，例如 20')
  .transform(Number);

/** How a change on last year is worded; `增减额` and `增减率` stand for the figure's own comparison. */
const changePhrases = fields({
  increase: ['增加', phrase.optional()],
  decrease: ['减少', phrase.optional()],
  unchanged: ['持平', phrase.optional()],
  fromZero: ['基数为零', phrase.optional()],
  undisclosed: ['未公开', phrase.optional()],
});

/** How an outturn lies to its budget; `差异额` and `差异率` stand for the figure's own, without their sign. */
const budgetPhrases = fields({
  above: ['大于', phrase.optional()],
  below: ['小于', phrase.optional()],
  equal: ['等于', phrase.optional()],
  noBudget: ['无预算', phrase.optional()],
  undisclosed: ['未公开', phrase.optional()],
});

/** Codes of two classifications that stand for the same payments. */
const samePayment = fields({
  functional: ['功能', z.array(functionalCode).min(1), '功能分类科目，相加'],
  economic: ['经济', z.array(economicCode).min(1), '经济分类科目，相加'],
});

/** `pack.yaml`: the conventions of a region and year. A pack that extends another states only what differs. */
export const packSchema = fields({
  name: ['名称', text, '模板包的名称'],
  source: ['依据', text, '格式依据的文件'],
  years: [
    '年度',
    z.union([year.transform((one) => [one]), z.array(year).min(1)]),
    '适用的决算年度；几年相同的写成列表，例如 [2022, 2023]',
  ],
  extends: ['继承', packName.optional(), '继承哪个模板包'],
  bookletTitle: ['书名', phrase.optional(), '封面和页眉的书名'],
  coverHead: ['封面眉题', z.array(phrase).optional(), '封面最上面、双线以上的各行；不印的写 []'],
  coverLines: [
    '封面行',
    z.array(phrase).optional(),
    '封面上书名以上的各行，如 监督索引号、公开日期；空的行不印',
  ],
  coverFoot: ['封面落款', z.array(phrase).optional(), '封面最下面的各行，如 单位、公开日期；空的行不印'],
  runningHead: ['页眉', phrase.optional(), '每页页眉左边的话；不写的印书名'],
  charts: ['一图看懂', z.enum(['印', '不印']).optional(), '印本上目录后面有没有图；不写的照所继承的模板包'],
  layout: ['版式', text.optional(), '印本的版式：layouts/ 下的文件名，如 书刊、公文'],
  sharedSheets: [
    '空表并页',
    z.enum(['是', '否']).optional(),
    '挨着的几张没有数的表能不能印在一页上；不写的照所继承的模板包',
  ],
  parts: [
    '部分',
    z
      .array(
        fields({
          key: ['键', partKey, '网址的一段，如 overview'],
          title: ['标题', text],
          hidden: [
            '印标题',
            z.enum(['是', '否']).optional(),
            '否：网页上有标题，印本上没有，用于不分部分的文本',
          ],
          file: ['模板', text, 'parts/ 下的文件名，或别的模板包的：模板包/parts/文件名'],
        }),
      )
      .optional(),
    '各部分的顺序',
  ],
  tables: ['决算表', z.array(tableKey).optional(), '各表的顺序：tables/ 下的文件名'],
  phrases: [
    '措辞',
    fields({
      change: ['较上年', changePhrases.optional()],
      budget: ['较预算', budgetPhrases.optional(), '决算数与预算数相比；文字不用“较预算”的不写'],
      reason: ['主要原因', phrase.optional(), '原因从句，{{原因文字}} 处填原因'],
      none: ['无此项', phrase.optional(), '没有此项收支时的原因，{{名称}} 处填名称'],
    }).optional(),
    '由数字决定的措辞；没有写的照所继承的模板包',
  ],
  ownPhrases,
  conventions: [
    '惯例',
    fields({
      growthFromZero: ['基数为零增长率', text.optional(), '上年为零、本年不为零时印的增长率'],
      growthOfNothing: ['均为零增长率', text.optional(), '上年、本年均为零时印的增长率'],
      undisclosed: ['未公开', text.optional(), '未公开的数印成什么'],
      comparisonSigns: [
        '比较号',
        z.enum(['照填', '≥≤']).optional(),
        '印本上 >= 和 <= 怎么印：照填，还是印成 ≥ 和 ≤',
      ],
      inText: ['文字中的数字', textStyleSchema.optional(), '文字里的数字怎么印'],
      inTables: ['表中的数字', tableStyleSchema.optional(), '各表的数字怎么印；单独一张表写在它的“数字”里'],
    }).optional(),
    '印法；没有写的项照所继承的模板包',
  ],
  required: ['必有', requirementsSchema.optional(), '每本决算必有的内容；没有写的项照所继承的模板包'],
  facts: declaredFacts,
  sums: declaredSums,
  relations: packRelations,
  factUse,
  texts: declaredTexts,
  states: [
    '情形',
    z.record(text, stateSchema).default({}),
    '单位可以申明的情形；没有写的情形照所继承的模板包',
  ],
  formKinds: ['自评表种类', formKindsSchema.optional(), '有哪几种绩效自评表；一种也没有的写 {}'],
  publicationDays: ['公开期限', days.optional(), '批复后多少日内应当公开；没有规定的不写'],
  scoring: ['评分', scoringSchema.optional(), '绩效自评的评分办法；不写的按通行办法'],
  samePayments: [
    '同数科目',
    z.array(samePayment).optional(),
    '一般公共预算基本支出中，功能分类与经济分类记的是同一笔钱的科目；只用来核对',
  ],
  literals: ['字面数', z.array(text).default([]), '模板文字中不属于账目的数字；所继承的模板包的也都算'],
});
export type PackFile = z.output<typeof packSchema>;

/** `glossary.yaml`: 名词解释. */
export const glossarySchema = z.array(fields({ term: ['名词', text], definition: ['释义', text] }));
export type Glossary = z.output<typeof glossarySchema>;
