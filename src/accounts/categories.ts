/**
 * The fixed categories of the final accounts, each with its official label.
 * Sources: the nine tables of 部门决算公开; names of revenue as in 财决01表 and the reference booklet.
 */

/** Kinds of fiscal appropriation, in the order of the tables. */
export const APPROPRIATIONS = {
  generalBudget: '一般公共预算',
  governmentFund: '政府性基金预算',
  stateCapital: '国有资本经营预算',
} as const;

/** Where money comes from: the three appropriations, and everything else. */
export const FUNDS = { ...APPROPRIATIONS, nonFiscal: '非财政拨款' } as const;

/** The eight kinds of revenue, T1 rows 1–8. */
export const REVENUE_KINDS = {
  generalBudget: '一般公共预算财政拨款收入',
  governmentFund: '政府性基金预算财政拨款收入',
  stateCapital: '国有资本经营预算财政拨款收入',
  superiorSubsidy: '上级补助收入',
  activityRevenue: '事业收入',
  businessRevenue: '经营收入',
  affiliateRemittance: '附属单位上缴收入',
  otherRevenue: '其他收入',
} as const;

/** Kinds of revenue other than fiscal appropriations, T1 rows 4–8. */
export const NON_FISCAL_KINDS = [
  'superiorSubsidy',
  'activityRevenue',
  'businessRevenue',
  'affiliateRemittance',
  'otherRevenue',
] as const satisfies readonly (keyof typeof REVENUE_KINDS)[];

/** The five kinds of expenditure, the columns of T3. Appropriations know only the first two. */
export const EXPENDITURE_KINDS = {
  basic: '基本支出',
  project: '项目支出',
  superiorRemittance: '上缴上级支出',
  businessExpenditure: '经营支出',
  affiliateSubsidy: '对附属单位补助支出',
} as const;

/** The entered items of “三公”经费; the rest are their sums. */
export const THREE_PUBLIC_ITEMS = {
  overseasVisits: '因公出国（境）费',
  vehiclePurchase: '公务用车购置费',
  vehicleOperation: '公务用车运行维护费',
  hospitality: '公务接待费',
} as const;

export type Appropriation = keyof typeof APPROPRIATIONS;
export type Fund = keyof typeof FUNDS;
export type RevenueKind = keyof typeof REVENUE_KINDS;
export type ExpenditureKind = keyof typeof EXPENDITURE_KINDS;
export type ThreePublicItem = keyof typeof THREE_PUBLIC_ITEMS;

/** The keys of a category table, in its order, with their literal types. */
export function keysOf<T extends object>(table: T): readonly (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[];
}
