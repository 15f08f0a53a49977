import { z } from 'zod';
import { text } from '../accounts/schema/entries.ts';
import { fields } from '../accounts/schema/fields.ts';
import { issueOf } from '../accounts/schema/issue.ts';

/** Last year's figures: a declared state can excuse them, or rule them out. */
export const LAST_YEAR = '上年数';

/** Booklets of any earlier year: a declared state can rule them out. */
export const EARLIER_BOOKLETS = '以前年度决算';

/** The form of what kinds of forms are called: 项目自评表. */
export const CALLED_FORM = /^[\p{L}\p{N}]{3,}表$/u;

const content = (others: readonly string[]) =>
  z
    .string()
    .regex(
      new RegExp(`^(?:${others.join('|')})$|${CALLED_FORM.source}`, 'u'),
      `应为${others.join('、')}，或一种自评表（照它的“称”）`,
    );

/** 必有: what every booklet must contain. Whatever the texts compare with last year is asked for without being listed. */
export const requirementsSchema = fields({
  approved: [
    '批复数',
    z.array(text).optional(),
    '批复表上的合计和数量：各单位都要写进“批复数”，没有公开的写“未公开”',
  ],
  forms: [
    '自评表',
    z.record(text, text).optional(),
    '每种自评表一个数，它不为 0 的就要有那种自评表；不要求的不写',
  ],
});

/** 情形: a state that a unit can declare in its accounts.yaml. */
export const stateSchema = fields({
  excuses: [
    '免',
    z.array(content([LAST_YEAR])).default([]),
    '申明了就可以没有的内容：上年数，或哪种自评表（照它的“称”）',
  ],
  excludes: [
    '不应有',
    z.array(content([LAST_YEAR, EARLIER_BOOKLETS])).default([]),
    '与它矛盾的内容：同上，或以前年度决算',
  ],
  zero: ['应为零', z.array(text).default([]), '应当为 0 的数'],
  newCodes: ['列科目', z.literal('是').optional(), '申明时列出科目编码，这些科目的上年数按 0 计'],
  change: ['较上年', text.optional(), '没有上年数时，“较上年”印的话'],
}).check(({ value, issues }) => {
  if (!value.excuses.includes(LAST_YEAR) || value.change !== undefined) return;
  const message = '：免“上年数”的情形应写“较上年”，说明没有上年数时印什么；请补上';
  issues.push(issueOf({ rule: 'missing-value', message }, value, ['免']));
});
