import { APPROPRIATIONS, FUNDS, REVENUE_KINDS } from '../../../accounts/categories.ts';
import type { Check } from '../../check.ts';
import { checkSum } from '../../relations.ts';

/** A total that its table also shows as the sum of other rows or columns than those that define it. */
export interface OtherSum {
  readonly total: string;
  readonly parts: readonly string[];
  readonly partsLabel: string;
  readonly basis: string;
}

const ofAppropriations = (total: string, column: string): OtherSum => ({
  total: `财政拨款.${total}`,
  parts: Object.values(APPROPRIATIONS).map((fund) => `财政拨款.${fund}.${column}`),
  partsLabel: '三类财政拨款相加',
  basis: '财政拨款收入支出决算总表：合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算，R25',
});

export const OTHER_SUMS: readonly OtherSum[] = [
  {
    total: '收入.本年收入合计',
    parts: Object.values(REVENUE_KINDS).map((kind) => `收入.${kind}`),
    partsLabel: '八项收入相加',
    basis: '收入支出决算总表：本年收入合计 = 第 1 至 8 行之和，R01',
  },
  {
    total: '支出.本年支出合计',
    parts: Object.values(FUNDS).map((fund) => `支出.${fund}.合计`),
    partsLabel: '各资金来源的支出相加',
    basis: '全部支出 = 财政拨款支出 + 其他资金支出，R40、R41',
  },
  ofAppropriations('收入总计', '收入总计'),
  ofAppropriations('支出总计', '支出总计'),
];

/** Totals over funds must be the sums of the funds as well as the sums of their kinds. */
export const sumOverFunds: Check = {
  rule: 'sum-over-funds',
  numbers: ['R01', 'R25', 'R40', 'R41'],
  source: '收入支出决算总表、财政拨款收入支出决算总表的横向合计',
  summary: '各项收入、各资金来源相加应等于总数',
  run: (subject) =>
    OTHER_SUMS.flatMap((relation) => checkSum(subject, { rule: 'sum-over-funds', ...relation })),
};
