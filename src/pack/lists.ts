import { FUNDS, type Fund } from '../accounts/categories.ts';
import type { FigureUnit } from '../figures/figure.ts';

/** What a field of a list's items or of a phrase holds; the unit of a figure where it is always the same. */
export type Field =
  | { readonly kind: 'text' | 'string' }
  | { readonly kind: 'figure'; readonly unit?: FigureUnit }
  /** The items below an item. */
  | { readonly kind: 'list'; readonly items: Fields };

/** Names that a place of a template can use, and what they stand for. */
export type Fields = ReadonlyMap<string, Field>;

/** Names that a place of a template can use, as they are written down. */
type FieldTable = Readonly<Record<string, Field>>;

const TEXT: Field = { kind: 'text' };
const KEY: Field = { kind: 'string' };
const MONEY: Field = { kind: 'figure', unit: '万元' };
const RATE: Field = { kind: 'figure', unit: '%' };
const POINTS: Field = { kind: 'figure', unit: '分' };
const NAMED = { 名称: TEXT };
const KEYED = { 名称: TEXT, 键: KEY };

/** The list of terms with their definitions. */
export const TERM_LIST = '名词解释';

/** The list of projects with a self-evaluation form. */
export const PROJECT_LIST = '项目';

/** The list of statutory tables that a pack prints. */
export const TABLE_LIST = '决算表清单';

/** Money by functional code of which there are lists. */
export interface CodeList {
  /** First and last steps of the ids of an item's figures, by field: `支出.<code>.一般公共预算.合计`. */
  readonly figures: Readonly<Record<string, readonly [table: string, column: string]>>;
  /** The section of `accounts.yaml` in which the codes are entered, and the fund of which. */
  readonly section: '收入' | '支出';
  readonly fund?: Fund;
}

/** What an outturn is against its budgets: the last steps of its comparisons' ids. */
export const AGAINST_BUDGET = ['预决算差异额', '预决算差异率', '完成年初预算率', '完成全年预算率'] as const;

function spentOf(fund: keyof typeof FUNDS): CodeList {
  const name = FUNDS[fund];
  const figures = {
    支出: ['支出', `${name}.合计`],
    基本支出: ['支出', `${name}.基本支出`],
    项目支出: ['支出', `${name}.项目支出`],
    年初预算: ['年初预算', name],
    全年预算: ['全年预算', name],
    ...Object.fromEntries(AGAINST_BUDGET.map((one) => [one, ['支出', `${name}.合计.${one}`] as const])),
  } as const;
  return { figures, section: '支出', fund };
}

/** By what the names of lists begin with: 一般公共预算支出 for 一般公共预算支出类, 一般公共预算支出款, 一般公共预算支出项. */
export const CODE_LISTS: Readonly<Record<string, CodeList>> = {
  一般公共预算支出: spentOf('generalBudget'),
  政府性基金支出: spentOf('governmentFund'),
  国有资本经营支出: spentOf('stateCapital'),
  本年支出: {
    figures: {
      支出: ['支出', '合计'],
      基本支出: ['支出', '基本支出'],
      项目支出: ['支出', '项目支出'],
    },
    section: '支出',
  },
  本年收入: { figures: { 收入: ['收入', '合计'] }, section: '收入' },
};

/** Whether the items of a list are functional codes. */
export function isCodeList(name: string): boolean {
  return name.slice(0, -1) in CODE_LISTS;
}

/** The levels of functional classification, from above. */
export const CODE_LEVELS = ['类', '款', '项'] as const;
export type CodeLevel = (typeof CODE_LEVELS)[number];

/** The field of the items one level below. */
export const BELOW = '下级';

function codeFields(figures: readonly string[], [, ...below]: readonly CodeLevel[]): Fields {
  const own: readonly (readonly [string, Field])[] = [
    ...['编码', '类名', '款名', '名称'].map((name) => [name, TEXT] as const),
    ...figures.map((name) => [name, name.endsWith('率') ? RATE : MONEY] as const),
  ];
  return new Map(
    below.length === 0 ? own : [...own, [BELOW, { kind: 'list', items: codeFields(figures, below) }]],
  );
}

const COMPARED: FieldTable = Object.fromEntries(
  AGAINST_BUDGET.map((name) => [name, name.endsWith('率') ? RATE : MONEY]),
);

/** What every form has. */
const FORM_ITEM = {
  ...KEYED,
  年初预算数: MONEY,
  全年预算数: MONEY,
  全年执行数: MONEY,
  执行率: RATE,
  得分: POINTS,
};

const PLAIN_LISTS: Readonly<Record<string, FieldTable>> = {
  下设处室: NAMED,
  下属单位: KEYED,
  [PROJECT_LIST]: FORM_ITEM,
  收入来源: { ...NAMED, 收入: MONEY },
  支出性质: { ...NAMED, 支出: MONEY },
  财政拨款: {
    ...NAMED,
    收入: MONEY,
    支出: MONEY,
    年初预算: MONEY,
    全年预算: MONEY,
    ...COMPARED,
    年初结转和结余: MONEY,
    年末结转和结余: MONEY,
  },
  三公经费各项: { ...NAMED, 年初预算数: MONEY, 全年预算数: MONEY, 决算数: MONEY, ...COMPARED },
  人员经费科目: { ...NAMED, 编码: TEXT, 决算数: MONEY },
  公用经费科目: { ...NAMED, 编码: TEXT, 决算数: MONEY },
  车辆类别: { ...KEYED, 辆数: { kind: 'figure', unit: '辆' } },
  [TERM_LIST]: { 名词: TEXT, 释义: TEXT },
  [TABLE_LIST]: { 标题: TEXT, 键: KEY },
};

/** The items of lists of a pack's forms. */
export const FORM_FIELDS: Fields = new Map<string, Field>(
  Object.entries({
    ...FORM_ITEM,
    等级: TEXT,
    预期目标: TEXT,
    实际完成情况: TEXT,
    链接: TEXT,
  }),
);

/** The list of the forms of a kind: 重点项目自评表. */
export function formList(kind: string): string {
  return kind + FORMS;
}

/** Whether a list is named like one of forms. */
export function isFormList(list: string): boolean {
  return list.endsWith(FORMS);
}

const FORMS = '自评表';

/** The lists that every pack's templates can walk, with the fields of their items. */
export const LISTS: ReadonlyMap<string, Fields> = new Map([
  ...Object.entries(PLAIN_LISTS).map(([name, fields]) => [name, new Map(Object.entries(fields))] as const),
  ...Object.entries(CODE_LISTS).flatMap(([name, list]) =>
    CODE_LEVELS.map(
      (level, index) =>
        [name + level, codeFields(Object.keys(list.figures), CODE_LEVELS.slice(index))] as const,
    ),
  ),
]);
