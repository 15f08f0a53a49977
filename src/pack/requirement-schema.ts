import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';
import { issueOf } from '../accounts/schema/issue.ts';

/** What a declared state can excuse, or rules out: last year's figures, and the two kinds of forms. */
export const EXCUSABLE = ['上年数', '整体自评表', '项目自评表'] as const;
export type Excusable = (typeof EXCUSABLE)[number];

/** What a declared state can rule out: what it can excuse, and booklets of any earlier year. */
export const EXCLUDABLE = [...EXCUSABLE, '以前年度决算'] as const;
export type Excludable = (typeof EXCLUDABLE)[number];

/** 必有: what every booklet must contain. Whatever the texts compare with last year is asked for without being listed. */
export const requirementsSchema = fields({
  approved: [
    '批复数',
    z.array(text).optional(),
    '批复表上的合计和数量：各单位都要写进“批复数”，没有公开的写“未公开”',
  ],
  forms: [
    '自评表',
    fields({
      overall: ['整体', text.optional(), '这个数不为 0 的，要有整体支出绩效自评表'],
      project: ['项目', text.optional(), '这个数不为 0 的，要有项目支出绩效自评表'],
    }).optional(),
    '什么时候要有绩效自评表；不公开自评表的地区写 {}',
  ],
});

/** 情形: a state that a unit can declare in its accounts.yaml. */
export const stateSchema = fields({
  excuses: ['免', z.array(z.enum(EXCUSABLE)).default([]), '申明了就可以没有的内容'],
  excludes: ['不应有', z.array(z.enum(EXCLUDABLE)).default([]), '与它矛盾的内容'],
  zero: ['应为零', z.array(text).default([]), '应当为 0 的数'],
  newCodes: ['列科目', z.literal('是').optional(), '申明时列出科目编码，这些科目的上年数按 0 计'],
  change: ['较上年', text.optional(), '没有上年数时，“较上年”印的话'],
}).check(({ value, issues }) => {
  if (!value.excuses.includes('上年数') || value.change !== undefined) return;
  const message = '：免“上年数”的情形应写“较上年”，说明没有上年数时印什么；请补上';
  issues.push(issueOf({ rule: 'missing-value', message }, value, ['免']));
});
