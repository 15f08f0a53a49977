import { z } from 'zod';
import { remembered } from '../../source/remembered.ts';
import { enteredFacts } from '../facts/entered.ts';
import type { FactBook } from '../facts/fact-book.ts';
import { anyCode, codeName } from './codes.ts';
import { moneyUnit, packName, textLike, year } from './entries.ts';
import { factFields } from './fact-fields.ts';
import { fields } from './fields.ts';
import { print, signedAmount } from './numbers.ts';
import { publication } from './publication.ts';
import { states } from './states.ts';
import { toReview } from './to-review.ts';
import { waivers } from './waiver.ts';

/** Sections that belong to one year's publication alone: a new year's file begins without them. */
export const OF_ONE_YEAR: ReadonlySet<string> = new Set(['情形', '公开', '印数', '核对说明']);

/** What `accounts.yaml` says of itself and of its booklet, before the facts. */
const HEAD = {
  toReview,
  year: ['年度', year, '决算年度'],
  moneyUnit: ['金额单位', moneyUnit, '本文件金额的单位：元或万元'],
  pack: ['模板', packName, '模板包：templates/ 下的文件夹名'],
  layout: ['版式', textLike('公文').optional(), '印本的版式，如 书刊、公文；不写的照模板包'],
  states,
  publication,
} as const;

/** What it says of the facts, after them. */
const TAIL = {
  codeNames: [
    '科目名称',
    z.record(anyCode, codeName).default({}),
    '编码表中没有的科目，编码 → 批复表上的名称；收入、支出、结转、预算、经济分类都用它',
  ],
  approved: ['批复数', z.record(z.string(), signedAmount).default({}), '批复的合计数：只核对、不相加'],
  pinned: ['印数', z.record(z.string(), print).default({}), '已公布的印数，与计算结果在末位不同'],
  waivers,
} as const;

/** `accounts.yaml` of a year that has a booklet: every fact once, by official label or code. */
export const accountsSchema = remembered((book: FactBook) => {
  const sections = factFields(book);
  const form = fields({ ...HEAD, ...(sections as Record<never, never>), ...TAIL });
  return form.transform((model) => {
    const { toReview, year, moneyUnit, pack, layout, states, publication, ...tail } = model;
    const { codeNames, approved, pinned, waivers } = tail;
    const head = { toReview, year, moneyUnit, pack, layout, states, publication };
    return { ...head, entered: enteredFacts(book, model), codeNames, approved, pinned, waivers };
  });
});
export type Accounts = z.output<ReturnType<typeof accountsSchema>>;

/** Labels of the file that are no facts: no pack can declare a fact below them. */
export const RESERVED_LABELS: readonly string[] = [
  ...[...Object.values(HEAD), ...Object.values(TAIL)].map(([label]) => label),
  ...['用途', '对比数'],
];

/** What a file of figures of a year without a booklet says of itself. */
export const COMPARATIVES_PURPOSE = '仅作上年对比';

/** `accounts.yaml` of a year without booklet, entered only so that the next year can be compared with it. */
export const comparativesSchema = fields({
  year: ['年度', year, '对比数所属年度'],
  moneyUnit: ['金额单位', moneyUnit, '本文件金额的单位：元或万元'],
  purpose: ['用途', z.literal(COMPARATIVES_PURPOSE), '说明本年没有决算公开文本'],
  figures: ['对比数', z.record(z.string(), signedAmount), '数字的名称（如 收入.总计）: 金额'],
});
export type Comparatives = z.output<typeof comparativesSchema>;
