import { unitKind } from '../accounts/schema/unit.ts';
import { isCounted } from '../accounts/facts/unit.ts';
import type { FigureUnit } from '../figures/figure.ts';
import type { Quotient } from '../figures/quotients.ts';

/**
 * The vocabulary of templates: which helpers, lists and texts a template may use. Templates speak; helpers only
 * print figures, choose words by the sign of a figure, and walk lists. There is no arithmetic and no comparison.
 */

/** What a helper's argument names. */
export type ArgumentKind =
  | 'figure'
  | 'list'
  | 'string'
  /** A text that can be printed at the place. */
  | 'text'
  /** A state (情形) that the pack defines. */
  | 'state'
  /** A phrase of the pack's own (自定措辞). */
  | 'phrase'
  /** A statutory table that the pack lists, or the 键 of an item of 决算表清单. */
  | 'table'
  /** A kind of self-evaluation forms that the pack lays down. */
  | 'form'
  /** How many decimals: a text of one digit. */
  | 'places'
  /** "是" or "否". */
  | 'yes'
  /** A figure of a list's items, by the name of its field. */
  | 'field'
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
  readonly units?: Units;
  /** Units that its number never has, at the beginning of what follows it. */
  readonly neverBefore?: RegExp;
  /** What its first figure is told to be of its second. */
  readonly quotient?: Quotient;
  /** The figure that it looks up for an argument, where that is not the argument itself. */
  readonly figureOf?: (argument: string) => string;
}

/** Units that a helper prints, and how messages say so. */
export interface Units {
  readonly words: string;
  includes(unit: FigureUnit): boolean;
}

const MONEY_ONLY: Units = { words: '万元', includes: (unit) => unit === '万元' };
const RATES: Units = { words: '%', includes: (unit) => unit === '%' };
/** What is counted or measured, neither money nor rates. */
const COUNTED: Units = { words: '人、个、平方米等数量', includes: isCounted };

/** How a number is printed where it stands otherwise than in the rest of the pack. */
const STYLE = { 小数: 'places', 千分位: 'yes', 零: 'string' } as const;

/** Which items of a list are meant, and in which order: those with an amount, the largest or the smallest first. */
const PICK = { 有数: 'field', 降序: 'field', 升序: 'field' } as const;

/** What is printed of money in one unit is in no other, nor a rate. */
const NOT_YUAN = /^(?:万|亿|千|百|[%％‰]|个百分点)/u;
const NOT_WAN = /^(?:元|亿|千|百|[%％‰]|个百分点)/u;
const NOT_YI = /^(?:元|万|千|百|[%％‰]|个百分点)/u;
const NOT_RATE = /^(?:[十百千万亿]*元|[万亿])/u;

const HELPER_TABLE: Readonly<Record<string, HelperSignature>> = {
  元: { arguments: ['figure'], units: MONEY_ONLY, named: STYLE, neverBefore: NOT_YUAN },
  万元: { arguments: ['figure'], units: MONEY_ONLY, named: STYLE, neverBefore: NOT_WAN },
  亿元: { arguments: ['figure'], units: MONEY_ONLY, named: STYLE, neverBefore: NOT_YI },
  百分数: { arguments: ['figure'], units: RATES, named: STYLE, neverBefore: NOT_RATE },
  数: { arguments: ['figure'], units: COUNTED, named: STYLE },
  占比: {
    arguments: ['figure'],
    units: RATES,
    named: STYLE,
    neverBefore: NOT_RATE,
    figureOf: (id) => `${id}.占比`,
  },
  占: { arguments: ['figure', 'figure'], named: STYLE, neverBefore: NOT_RATE, quotient: '占' },
  完成率: { arguments: ['figure', 'figure'], named: STYLE, neverBefore: NOT_RATE, quotient: '完成' },
  措辞: { arguments: ['phrase', 'figure'] },
  较上年: { arguments: ['figure'], named: { 引: 'string' }, figureOf: (id) => `${id}.增减额` },
  较预算: { arguments: ['figure'], named: { 引: 'string' }, figureOf: (id) => `${id}.预决算差异额` },
  原因: { arguments: ['figure'] },
  主要原因: { arguments: ['figure'], named: { 无: 'string' } },
  开支内容: { arguments: ['string'], figureOf: (name) => `三公经费.决算数.${name}` },
  节: { arguments: [] },
  小节: { arguments: [] },
  中文序号: { arguments: ['index'] },
  序号: { arguments: ['index'] },
  连列: { arguments: ['list'], named: PICK },
  绩效自评表: { arguments: ['form'], tables: true },
  决算表: { arguments: ['table'], tables: true },
  有数: { arguments: ['figure'], variadic: true, block: true },
  有文字: { arguments: ['text'], block: true },
  若单位: { arguments: ['string'], choices: unitKind.options, variadic: true, block: true },
  若情形: { arguments: ['state'], variadic: true, block: true },
  each: { arguments: ['list'], named: PICK, block: true },
  if: { arguments: ['condition'], block: true },
  unless: { arguments: ['condition'], block: true },
};

/** The helpers by name. A map and no object: a template may ask for any name, `constructor` too. */
export const HELPERS: ReadonlyMap<string, HelperSignature> = new Map(Object.entries(HELPER_TABLE));
