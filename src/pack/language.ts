import { unitKind } from '../accounts/schema/unit.ts';
import type { FigureUnit } from '../figures/figure.ts';

/**
 * The vocabulary of templates: which helpers, lists and texts a template may use. Templates speak; helpers only
 * print figures, choose words by the sign of a figure, and walk lists. There is no arithmetic and no comparison.
 */

/** What a helper's argument names. */
export type ArgumentKind =
  | 'figure'
  | 'list'
  | 'string'
  /** A state (情形) that the pack defines. */
  | 'state'
  /** A statutory table that the pack lists, or the 键 of an item of 决算表清单. */
  | 'table'
  /** A kind of self-evaluation forms that the pack lays down. */
  | 'form'
  /** How many decimals: a text of one digit. */
  | 'places'
  /** "是" or "否". */
  | 'yes'
  /** `@index` of a list's block. */
  | 'index'
  /** A list, which is true if it has items, or `@first` and `@last` of a list's block. */
  | 'condition';

/** A helper's arguments; the last kind repeats where `variadic`. */
export interface HelperSignature {
  readonly arguments: readonly ArgumentKind[];
  readonly variadic?: boolean;
  readonly named?: Readonly<Record<string, ArgumentKind>>;
  /** Whether it takes a block between `{{#…}}` and `{{/…}}`; otherwise it prints something itself. */
  readonly block?: true;
  /** The words that its texts can be. */
  readonly choices?: readonly string[];
  /** Whether it puts tables where it stands, which needs a paragraph. */
  readonly tables?: true;
  /** Units of the figures that it prints; others are refused. */
  readonly units?: readonly FigureUnit[];
  /** The figure that it looks up for an argument, where that is not the argument itself. */
  readonly figureOf?: (argument: string) => string;
}

/** Units of figures that are counted or measured, neither money nor rates. */
const COUNTED: readonly FigureUnit[] = ['年', '人', '人次', '个', '辆', '批次', '平方米', '台（套）', '分'];

/** How a number is printed where it stands otherwise than in the rest of the pack. */
const STYLE = { 小数: 'places', 千分位: 'yes', 零: 'string' } as const;

const HELPER_TABLE: Readonly<Record<string, HelperSignature>> = {
  元: { arguments: ['figure'], units: ['万元'], named: STYLE },
  万元: { arguments: ['figure'], units: ['万元'], named: STYLE },
  亿元: { arguments: ['figure'], units: ['万元'], named: STYLE },
  百分数: { arguments: ['figure'], units: ['%'], named: STYLE },
  数: { arguments: ['figure'], units: COUNTED, named: STYLE },
  占比: { arguments: ['figure'], units: ['%'], named: STYLE, figureOf: (id) => `${id}.占比` },
  较上年: { arguments: ['figure'], named: { 引: 'string' }, figureOf: (id) => `${id}.增减额` },
  原因: { arguments: ['figure'] },
  主要原因: { arguments: ['figure'], named: { 无: 'string' } },
  开支内容: { arguments: ['string'], figureOf: (name) => `三公经费.决算数.${name}` },
  中文序号: { arguments: ['index'] },
  序号: { arguments: ['index'] },
  连列: { arguments: ['list'] },
  绩效自评表: { arguments: ['form'], tables: true },
  决算表: { arguments: ['table'], tables: true },
  有数: { arguments: ['figure'], variadic: true, block: true },
  若单位: { arguments: ['string'], choices: unitKind.options, variadic: true, block: true },
  若情形: { arguments: ['state'], variadic: true, block: true },
  each: { arguments: ['list'], block: true },
  if: { arguments: ['condition'], block: true },
  unless: { arguments: ['condition'], block: true },
};

/** The helpers by name. A map and no object: a template may ask for any name, `constructor` too. */
export const HELPERS: ReadonlyMap<string, HelperSignature> = new Map(Object.entries(HELPER_TABLE));

/** What a field of a list's items or of a phrase holds; the unit of a figure where it is always the same. */
export type Field =
  { readonly kind: 'text' | 'string' } | { readonly kind: 'figure'; readonly unit?: FigureUnit };

/** Names that a place of a template can use, and what they stand for. */
export type Fields = ReadonlyMap<string, Field>;

/** What can be named at a place of a template. */
export interface Scope {
  readonly fields: Fields;
  /** Whether the place is in a list's block, which counts its items. */
  readonly inList: boolean;
  /** Whether tables can stand there: not in titles and phrases. */
  readonly tables: boolean;
}

const TEXT: Field = { kind: 'text' };
const RATE: Field = { kind: 'figure', unit: '%' };
const POINTS: Field = { kind: 'figure', unit: '分' };
const MONEY: Field = { kind: 'figure', unit: '万元' };

const CODE_ITEM = { 编码: TEXT, 类名: TEXT, 款名: TEXT, 名称: TEXT, 支出: MONEY } as const;
const NAMED = { 名称: TEXT } as const;
const KEYED = { 名称: TEXT, 键: { kind: 'string' } } as const;

/** The list of terms with their definitions. */
export const TERM_LIST = '名词解释';

/** The list of statutory tables that a pack prints. */
export const TABLE_LIST = '决算表清单';

const LIST_TABLE: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  下设处室: NAMED,
  下属单位: KEYED,
  一般公共预算支出类: CODE_ITEM,
  一般公共预算支出项: CODE_ITEM,
  政府性基金支出项: CODE_ITEM,
  国有资本经营支出项: CODE_ITEM,
  人员经费科目: { 名称: TEXT, 决算数: MONEY },
  公用经费科目: { 名称: TEXT, 决算数: MONEY },
  项目: { ...KEYED, 年初预算数: MONEY, 全年预算数: MONEY, 全年执行数: MONEY, 执行率: RATE, 得分: POINTS },
  车辆类别: { ...KEYED, 辆数: { kind: 'figure', unit: '辆' } },
  [TERM_LIST]: { 名词: TEXT, 释义: TEXT },
  [TABLE_LIST]: { 标题: TEXT, 键: { kind: 'string' } },
};

/** The lists that a template can walk, with the fields of their items. */
export const LISTS: ReadonlyMap<string, Fields> = new Map(
  Object.entries(LIST_TABLE).map(([name, fields]) => [name, new Map(Object.entries(fields))]),
);

/** The forms of a kind that a pack lays down; what they are called is behind its key: 项目自评表. */
const FORM_ITEM: Fields = new Map(
  Object.entries({
    ...KEYED,
    年初预算数: MONEY,
    全年预算数: MONEY,
    全年执行数: MONEY,
    执行率: RATE,
    得分: POINTS,
    等级: TEXT,
    预期目标: TEXT,
    实际完成情况: TEXT,
    链接: TEXT,
  } as const),
);

const FORM_LIST = '自评表';

/** The name of the list of a kind's forms. */
export function formList(kind: string): string {
  return `${kind}${FORM_LIST}`;
}

/** The kind whose forms a list walks; undefined for another list. */
export function kindOfList(name: string): string | undefined {
  return !LISTS.has(name) && name.endsWith(FORM_LIST) && name !== FORM_LIST
    ? name.slice(0, -FORM_LIST.length)
    : undefined;
}

/** What the items of a list can be asked for; undefined where there is no such list in any pack. */
export function listFields(name: string): Fields | undefined {
  return LISTS.get(name) ?? (kindOfList(name) === undefined ? undefined : FORM_ITEM);
}

/** The texts that a template can print. */
export const TEXTS: readonly string[] = [
  '单位.名称',
  '单位.类型',
  '单位.主管部门',
  '上年度',
  '公开.批复日期',
  '公开.公开日期',
  '叙述.主要职能',
  '叙述.其他用车用途',
  '叙述.绩效.成效',
  '叙述.绩效.发现的问题及原因',
  '叙述.绩效.下一步改进措施',
  '叙述.其他说明事项',
];

const NOTHING: Fields = new Map();

/** The scopes of the templates of a pack: its parts, its titles, and each phrase of pack.yaml with its own names. */
export const SCOPES = {
  part: { fields: NOTHING, inList: false, tables: true },
  title: phraseScope({}),
  change: phraseScope({ 增减额: { kind: 'figure' }, 增减率: { kind: 'figure', unit: '%' } }),
  reason: phraseScope({ 原因文字: TEXT }),
  none: phraseScope({ 名称: TEXT }),
} as const satisfies Readonly<Record<string, Scope>>;

function phraseScope(fields: Readonly<Record<string, Field>>): Scope {
  return { fields: new Map(Object.entries(fields)), inList: false, tables: false };
}

/** What can be named inside a list's block: the item's fields besides what stands around. */
export function itemScope(scope: Scope, list: string | undefined): Scope {
  const fields = new Map([...scope.fields, ...(listFields(list ?? '') ?? [])]);
  return { ...scope, fields, inList: true };
}

/** The lists of which a table can have a row for each item: their items have a key by which figures are named. */
export const ROW_LISTS: readonly string[] = [...LISTS].flatMap(([name, fields]) =>
  fields.get('键')?.kind === 'string' && fields.has('名称') ? [name] : [],
);
