import type { FigureUnit } from '../figures/figure.ts';

/**
 * The vocabulary of templates: which helpers, lists and texts a template may use. Templates speak; helpers only
 * print figures, choose words by the sign of a figure, and walk lists. There is no arithmetic and no comparison.
 */

/** What a helper's argument names. */
export type ArgumentKind = 'figure' | 'list' | 'string' | 'state' | 'index' | 'any';

/** A helper's arguments; the last kind repeats where `variadic`. */
export interface HelperSignature {
  readonly arguments: readonly ArgumentKind[];
  readonly variadic?: boolean;
  readonly named?: Readonly<Record<string, ArgumentKind>>;
  /** Units of the figures that it prints; others are refused. */
  readonly units?: readonly FigureUnit[];
  /** The figure that it looks up for an argument, where that is not the argument itself. */
  readonly figureOf?: (argument: string) => string;
}

/** Units of figures that are counted or measured, neither money nor rates. */
const COUNTED: readonly FigureUnit[] = ['年', '人', '人次', '个', '辆', '批次', '平方米', '台（套）', '分'];

const HELPER_TABLE: Readonly<Record<string, HelperSignature>> = {
  万元: { arguments: ['figure'], units: ['万元'] },
  百分数: { arguments: ['figure'], units: ['%'] },
  数: { arguments: ['figure'], units: COUNTED },
  占比: { arguments: ['figure'], units: ['%'], figureOf: (id) => `${id}.占比` },
  较上年: { arguments: ['figure'], named: { 引: 'string' }, figureOf: (id) => `${id}.增减额` },
  原因: { arguments: ['figure'] },
  主要原因: { arguments: ['figure'], named: { 无: 'string' } },
  开支内容: { arguments: ['string'], figureOf: (name) => `三公经费.决算数.${name}` },
  中文序号: { arguments: ['index'] },
  序号: { arguments: ['index'] },
  连列: { arguments: ['list'] },
  绩效自评表: { arguments: ['string'] },
  决算表: { arguments: ['string'] },
  有数: { arguments: ['figure'], variadic: true },
  若单位: { arguments: ['string'], variadic: true },
  若情形: { arguments: ['state'], variadic: true },
  each: { arguments: ['list'] },
  if: { arguments: ['list'] },
  unless: { arguments: ['any'] },
};

/** The helpers by name. A map and no object: a template may ask for any name, `constructor` too. */
export const HELPERS: ReadonlyMap<string, HelperSignature> = new Map(Object.entries(HELPER_TABLE));

/** What a field of a list's items holds. */
export type FieldKind = 'text' | 'figure' | 'string';

/** Names that a place of a template can use, and what they stand for. */
export type Fields = ReadonlyMap<string, FieldKind>;

const CODE_ITEM = { 编码: 'text', 类名: 'text', 款名: 'text', 名称: 'text', 支出: 'figure' } as const;
const NAMED = { 名称: 'text' } as const;

const LIST_TABLE: Readonly<Record<string, Readonly<Record<string, FieldKind>>>> = {
  下设处室: NAMED,
  下属单位: NAMED,
  一般公共预算支出类: CODE_ITEM,
  一般公共预算支出项: CODE_ITEM,
  政府性基金支出项: CODE_ITEM,
  国有资本经营支出项: CODE_ITEM,
  人员经费科目: { 名称: 'text', 决算数: 'figure' },
  公用经费科目: { 名称: 'text', 决算数: 'figure' },
  车辆类别: { 名称: 'text', 辆数: 'figure' },
  名词解释: { 名词: 'text', 释义: 'text' },
  决算表清单: { 标题: 'text', 键: 'string' },
};

/** The lists that a template can walk, with the fields of their items. */
export const LISTS: ReadonlyMap<string, Fields> = new Map(
  Object.entries(LIST_TABLE).map(([name, kinds]) => [name, new Map(Object.entries(kinds))]),
);

/** The texts that a template can print. */
export const TEXTS: readonly string[] = [
  '单位.名称',
  '单位.类型',
  '单位.主管部门',
  '叙述.主要职能',
  '叙述.其他用车用途',
  '叙述.绩效.成效',
  '叙述.绩效.发现的问题及原因',
  '叙述.绩效.下一步改进措施',
  '叙述.其他说明事项',
];

/** Names that exist only inside a phrase of pack.yaml. */
export const PHRASE_FIELDS: Fields = new Map([
  ['增减额', 'figure'],
  ['增减率', 'figure'],
  ['原因文字', 'text'],
  ['名称', 'text'],
]);
