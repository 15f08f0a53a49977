import { z } from 'zod';
import { dateOrUndisclosed, text } from './entries.ts';
import { printOrUndisclosed } from './numbers.ts';
import { EDITOR_FORMS } from './editor-forms.ts';
import { fields } from './fields.ts';

/** The number of an edition: the booklet as first published is the first, its first correction the second. */
const edition = z
  .string()
  .regex(/^([2-9]|[1-9]\d)$/, '应为 2 至 99 的整数：最初公开的是第 1 版，第一次更正是第 2 版')
  .transform(Number)
  .register(EDITOR_FORMS, {
    type: ['integer', 'string'],
    pattern: '^([2-9]|[1-9]\\d)$',
    minimum: 2,
    maximum: 99,
    examples: ['2'],
    errorMessage: '应为 2 至 99 的整数',
  });

const correction = fields({
  edition: ['版次', edition, '更正后是第几版，从 2 起'],
  date: ['日期', dateOrUndisclosed, '更正后重新公开的日期，如 2024-10-08'],
  changes: ['内容', text, '改了什么'],
  before: [
    '原数',
    z.record(z.string(), printOrUndisclosed).default({}),
    '更正了的数字以前印的是多少，数字的名称: 原来印的数，如 政府采购.服务: 139.89；网页把它和现在的数印在一起',
  ],
});

/** What a booklet is called that is not final: 征求意见稿, 草稿, 送审稿; bodies have words of their own, all of them end so. */
const draft = z
  .string()
  .regex(/^\p{Script=Han}{1,7}稿$/u, '应为二至八个汉字、以“稿”结尾，如 征求意见稿、草稿')
  .register(EDITOR_FORMS, {
    type: ['string'],
    pattern: '^[\\u4e00-\\u9fff]{1,7}稿$',
    examples: ['征求意见稿', '草稿'],
    errorMessage: '应为二至八个汉字、以“稿”结尾，如 征求意见稿、草稿',
  });

/** Of what nobody has published. */
export const NOT_PUBLISHED = {
  draft: undefined,
  approvedOn: undefined,
  publishedOn: undefined,
  corrections: [],
};

/** 公开: whether a booklet is a draft, when a booklet's accounts were approved, when it was published, and what was corrected since. */
export const publication = [
  '公开',
  fields({
    draft: [
      '稿本',
      draft.optional(),
      '还没有定稿的，写它是什么稿，如 征求意见稿、草稿：每页印上水印，只能用 mingbai build --draft 生成；定稿时删去这一行',
    ],
    approvedOn: ['批复日期', dateOrUndisclosed.optional(), '财政部门批复决算的日期，如 2024-08-20'],
    publishedOn: ['公开日期', dateOrUndisclosed.optional(), '首次向社会公开的日期，如 2024-09-05'],
    corrections: ['更正', z.array(correction).default([]), '公开以后的更正，按版次从先到后'],
  }).default(NOT_PUBLISHED),
  '批复、公开、更正的日期',
] as const;
export type PublishedCorrection = z.output<typeof correction>;
export type Publication = z.output<(typeof publication)[1]>;
