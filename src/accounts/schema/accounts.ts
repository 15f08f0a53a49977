import { z } from 'zod';
import { APPROPRIATIONS, FUNDS, REVENUE_KINDS, THREE_PUBLIC_ITEMS } from '../categories.ts';
import { anyCode, codeName, economicCode, functionalCode, functionalCodeOrUndisclosed } from './codes.ts';
import { amount, count, measure, moneyUnit, packName, print, signedAmount, text, year } from './entries.ts';
import { fields, type Field } from './fields.ts';
import { toReview } from './to-review.ts';
import { waivers } from './waiver.ts';

/** One amount, or amounts by functional code. */
const breakdown = z.union([amount, z.record(functionalCode, amount)]);
const signedBreakdown = z.union([signedAmount, z.record(functionalCode, signedAmount)]);

/** The same schema for every label of a category table. */
function each<T extends Record<string, string>, S extends z.ZodType>(
  labels: T,
  schema: S,
  description: string,
) {
  return Object.fromEntries(
    Object.entries(labels).map(([name, label]) => [name, [label, schema, description]]),
  ) as unknown as { readonly [K in keyof T]: Field<S> };
}

const staff = fields({
  active: ['在职人员', count, '人'],
  retiredVeterans: ['离休人员', count, '人'],
  retired: ['退休人员', count, '人'],
});

const revenue = fields({
  ...each(REVENUE_KINDS, signedBreakdown, '一个金额，或“功能分类科目编码: 金额”；没有的写 0.00'),
  surplusUsed: ['使用非财政拨款结余', signedAmount, '用以前年度非财政拨款结余弥补本年收支差额的数额'],
});

const balance = fields(each(FUNDS, signedBreakdown, '结转和结余：一个金额，或“功能分类科目编码: 金额”'));

const fiscalExpenditure = fields({
  basic: ['基本支出', signedAmount.optional(), '没有的不写'],
  project: ['项目支出', signedAmount.optional(), '没有的不写'],
}).optional();

const otherExpenditure = fields({
  basic: ['基本支出', signedAmount.optional(), '没有的不写'],
  project: ['项目支出', signedAmount.optional(), '没有的不写'],
  superiorRemittance: ['上缴上级支出', signedAmount.optional(), '没有的不写'],
  businessExpenditure: ['经营支出', signedAmount.optional(), '没有的不写'],
  affiliateSubsidy: ['对附属单位补助支出', signedAmount.optional(), '没有的不写'],
}).optional();

const expenditureItem = fields({
  name: ['名称', codeName.optional(), '科目名称；编码表中有的可不写，写了就与编码表核对'],
  generalBudget: [FUNDS.generalBudget, fiscalExpenditure, '一般公共预算财政拨款支出'],
  governmentFund: [FUNDS.governmentFund, fiscalExpenditure, '政府性基金预算财政拨款支出'],
  stateCapital: [FUNDS.stateCapital, fiscalExpenditure, '国有资本经营预算财政拨款支出'],
  nonFiscal: [FUNDS.nonFiscal, otherExpenditure, '财政拨款以外的资金安排的支出'],
});
export type ExpenditureItem = z.output<typeof expenditureItem>;

const economicItem = z.union([
  signedAmount.transform((value) => ({ written: 'amount' as const, name: undefined, amount: value })),
  fields({
    name: ['名称', codeName.optional(), '科目名称；编码表中有的可不写，写了就与编码表核对'],
    amount: ['金额', signedAmount, '决算数'],
  }).transform((item) => ({ written: 'item' as const, ...item })),
]);

const threePublicBudget = fields(each(THREE_PUBLIC_ITEMS, amount, '财政拨款安排的金额'));
const threePublicOutturn = fields(each(THREE_PUBLIC_ITEMS, signedAmount, '财政拨款安排的金额'));

const threePublic = fields({
  initialBudget: ['年初预算数', threePublicBudget.optional(), '公布年初预算数的地区填写'],
  adjustedBudget: ['全年预算数', threePublicBudget, '调整后的预算数'],
  outturn: ['决算数', threePublicOutturn, '当年财政拨款和以前年度结转资金安排的实际支出'],
  delegations: ['因公出国（境）团组数', count, '个'],
  travellers: ['因公出国（境）人次', count, '人次'],
  vehiclesPurchased: ['公务用车购置数', count, '辆'],
  vehiclesHeld: ['公务用车保有量', count, '辆'],
  receptions: ['国内公务接待批次', count, '批次'],
  guests: ['国内公务接待人次', count, '人次'],
});

const procurement = fields({
  goods: ['货物', amount, '政府采购货物支出'],
  works: ['工程', amount, '政府采购工程支出'],
  services: ['服务', amount, '政府采购服务支出'],
  sme: ['授予中小企业合同金额', amount, '其中授予中小企业'],
  microSmall: ['授予小微企业合同金额', amount, '其中授予小微企业'],
});

const stateAssets = fields({
  fixedAssetsAtCost: ['固定资产原值', amount, '年末数'],
  floorSpace: ['房屋面积', measure, '平方米'],
  buildingsValue: ['房屋价值', amount, '年末数'],
  vehiclesValue: ['车辆价值', amount, '年末数'],
  vehicles: ['车辆', z.record(text, count), '类别: 辆数，按批复表的类别和顺序'],
  majorEquipment: ['单价100万元以上设备数', count, '单价 100 万元（含）以上设备（不含车辆），台（套）'],
});

/** Sections that belong to one year's publication alone: a new year's file begins without them. */
export const OF_ONE_YEAR: ReadonlySet<string> = new Set(['印数', '核对说明']);

/** `accounts.yaml` of a year that has a booklet: every fact once, by official label or code. */
export const accountsSchema = fields({
  toReview,
  year: ['年度', year, '决算年度'],
  moneyUnit: ['金额单位', moneyUnit, '本文件金额的单位：元或万元'],
  pack: ['模板', packName, '模板包：templates/ 下的文件夹名'],
  staff: ['人员', staff, '年末实有人数'],
  revenue: ['收入', revenue, '本年收入和使用非财政拨款结余'],
  openingBalance: ['年初结转和结余', balance, '上年末转来的数额'],
  closingBalance: ['年末结转和结余', balance, '转入下年的数额'],
  surplusDistribution: ['结余分配', signedAmount, '事业单位按规定提取和缴纳的数额'],
  expenditure: [
    '支出',
    z.record(functionalCodeOrUndisclosed, expenditureItem),
    '功能分类科目编码 → 资金来源 → 支出类型 → 金额；科目没有公开的写在“未公开”下',
  ],
  initialBudget: ['年初预算', fields(each(APPROPRIATIONS, breakdown, '年初预算数')), '财政拨款年初预算'],
  basicByEconomicCode: [
    '基本支出经济分类',
    z.record(economicCode, economicItem),
    '一般公共预算财政拨款基本支出，经济分类科目编码 → 金额',
  ],
  agencyOperating: ['机关运行经费', amount.optional(), '机关运行经费支出；不写则等于公用经费，事业单位不写'],
  threePublic: ['三公经费', threePublic, '财政拨款“三公”经费'],
  procurement: ['政府采购', procurement, '政府采购支出'],
  stateAssets: ['国有资产', stateAssets, '国有资产占用情况'],
  codeNames: [
    '科目名称',
    z.record(anyCode, codeName).default({}),
    '编码表中没有的科目，编码 → 批复表上的名称；收入、支出、结转、预算、经济分类都用它',
  ],
  approved: ['批复数', z.record(z.string(), signedAmount).default({}), '批复的合计数：只核对、不相加'],
  pinned: ['印数', z.record(z.string(), print).default({}), '已公布的印数，与计算结果在末位不同'],
  waivers,
});
export type Accounts = z.output<typeof accountsSchema>;

/** `accounts.yaml` of a year without booklet, entered only so that the next year can be compared with it. */
export const comparativesSchema = fields({
  year: ['年度', year, '对比数所属年度'],
  moneyUnit: ['金额单位', moneyUnit, '本文件金额的单位：元或万元'],
  purpose: ['用途', z.literal('仅作上年对比'), '说明本年没有决算公开文本'],
  figures: ['对比数', z.record(z.string(), signedAmount), '数字的名称（如 收入.总计）: 金额'],
});
export type Comparatives = z.output<typeof comparativesSchema>;
