import { z } from 'zod';
import { date, text } from './entries.ts';
import { fields } from './fields.ts';

const waiver = fields({
  rule: ['规则', text, '发现的规则名，如 approved-total'],
  figure: ['数字', text.optional(), '有关数字的名称，如 支出.项目支出；与“位置”写其一'],
  place: [
    '位置',
    text.optional(),
    '有关的文件和键，如 performance/project-8.yaml#指标.1；文件从年度文件夹起写；与“数字”写其一',
  ],
  wording: ['内容', text, '照抄发现的说明，到最后一个分号（；）以前；其中的数变了，这一条就不再算数'],
  reason: ['理由', text, '为什么可以保留'],
  by: ['决定人', text, '谁决定的'],
  date: ['日期', date, '哪一天决定的，如 2024-08-20'],
}).refine(({ figure, place }) => (figure === undefined) !== (place === undefined), {
  error: '的这一条：“数字”和“位置”应写其一，且只写其一',
  params: { rule: 'wrong-waiver' },
});
export type Waiver = z.output<typeof waiver>;

/** 核对说明: findings that somebody decided to let stand, in `accounts.yaml`. */
export const waivers = [
  '核对说明',
  z.array(waiver).default([]),
  '决定保留的核对发现，逐条写明理由；保留的错误降为警告，仍列在报告里',
] as const;
