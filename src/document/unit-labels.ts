import type { FigureUnit } from '../figures/figure.ts';

/** Units of figures that are counted or measured, not money and not rates: the helper 数 prints these. */
export const UNIT_LABELS: Readonly<Partial<Record<FigureUnit, string>>> = {
  年: '年',
  人: '人',
  人次: '人次',
  个: '个',
  辆: '辆',
  批次: '批次',
  平方米: '平方米',
  '台（套）': '台（套）',
  分: '分',
};
