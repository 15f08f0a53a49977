import { z } from 'zod';
import { fields, type Field } from '../accounts/schema/fields.ts';

/** The units in which amounts can be printed, with how many 万元 each is. */
export const MONEY_UNITS = { 元: '0.0001', 万元: '1', 亿元: '10000' } as const;
export type PrintedMoneyUnit = keyof typeof MONEY_UNITS;

const places = z
  .string()
  .regex(/^[0-6]$/, '应为 0 至 6 的整数')
  .transform(Number);
const yes = z.enum(['是', '否']).transform((word) => word === '是');

const STYLE = {
  decimals: ['小数', places.optional(), '金额印几位小数'],
  rateDecimals: ['百分数小数', places.optional(), '百分数印几位小数'],
  separated: ['千分位', yes.optional(), '整数部分每三位加逗号'],
  zero: ['零', z.string().max(8, '不超过 8 个字符').optional(), '零印成什么，例如 0、—；空着写 ""'],
} as const satisfies Record<string, Field>;

/** 文字中的数字: how numbers are printed in all texts, whose words name the unit; what is not said is as usual: 1234.50. */
export const textStyleSchema = fields(STYLE).transform(said);

/** 数字: the same in tables, whose amounts may have another unit than 万元. */
export const tableStyleSchema = fields({
  unit: ['单位', z.enum(['元', '万元', '亿元']).optional(), '金额印成什么单位'],
  ...STYLE,
}).transform(said);

/** What is not said must not hide what a pack says for all its tables. */
function said(style: Readonly<Record<string, unknown>>): NumberStyle {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}

/** How numbers are printed, as far as it is said. */
export interface NumberStyle {
  readonly unit?: PrintedMoneyUnit;
  readonly decimals?: number;
  readonly rateDecimals?: number;
  readonly separated?: boolean;
  readonly zero?: string;
  /** Without its sign, which the words around it say. */
  readonly unsigned?: boolean;
}
