import type { Fact } from './fact.ts';
import { FactBook } from './fact-book.ts';
import * as money from './money-facts.ts';
import * as other from './other-facts.ts';

/**
 * The facts that every booklet states, by the topic whose figures they are listed with (figures/build-figures.ts), in the
 * order of the file.
 */
const TOPICS = {
  人员: other.STAFF,
  收入: money.REVENUE,
  使用结余: money.SURPLUS_USED,
  年初结转: money.OPENING,
  年末结转: money.CLOSING,
  结余分配: money.SURPLUS_DISTRIBUTION,
  一般公共预算支出: money.EXPENDITURE.generalBudget,
  政府性基金支出: money.EXPENDITURE.governmentFund,
  国有资本经营支出: money.EXPENDITURE.stateCapital,
  非财政拨款支出: money.EXPENDITURE.nonFiscal,
  年初预算: money.INITIAL_BUDGET,
  全年预算: money.ADJUSTED_BUDGET,
  经济分类: money.BASIC_BY_ECONOMIC_CODE,
  机关运行经费: money.AGENCY_OPERATING,
  三公年初预算数: other.THREE_PUBLIC.年初预算数,
  三公全年预算数: other.THREE_PUBLIC.全年预算数,
  三公决算数: other.THREE_PUBLIC.决算数,
  三公数量: other.THREE_PUBLIC_COUNTS,
  政府采购: other.PROCUREMENT,
  国有资产: other.ASSETS,
  设备: other.EQUIPMENT,
} as const satisfies Readonly<Record<string, readonly Fact[]>>;

/** A topic of common facts, or what a pack declares itself. */
export type FactTopic = keyof typeof TOPICS | '自定数';

/** Id of a fact that code asks for: a mistyped one does not compile. */
export type FactId = (typeof TOPICS)[keyof typeof TOPICS][number]['id'];

/** What is written beside the keys that lead to several facts. */
const NOTES: ReadonlyMap<string, string> = new Map([
  ['人员', '年末实有人数'],
  ['收入', '本年收入和使用非财政拨款结余'],
  ['年初结转和结余', '上年末转来的数额'],
  ['年末结转和结余', '转入下年的数额'],
  ['支出', '功能分类科目编码 → 资金来源 → 支出类型 → 金额；科目没有公开的写在“未公开”下'],
  ['支出.*.一般公共预算', '一般公共预算财政拨款支出'],
  ['支出.*.政府性基金预算', '政府性基金预算财政拨款支出'],
  ['支出.*.国有资本经营预算', '国有资本经营预算财政拨款支出'],
  ['支出.*.非财政拨款', '财政拨款以外的资金安排的支出'],
  ['年初预算', '财政拨款年初预算'],
  ['全年预算', '财政拨款全年预算，公布的地区填写'],
  ['三公经费', '财政拨款“三公”经费'],
  ['三公经费.年初预算数', '公布年初预算数的地区填写'],
  ['三公经费.全年预算数', '调整后的预算数'],
  ['三公经费.决算数', '当年财政拨款和以前年度结转资金安排的实际支出'],
  ['政府采购', '政府采购支出'],
  ['国有资产', '国有资产占用情况'],
]);

/** What a unit enters whose pack says nothing else. */
export const COMMON_FACTS: FactBook = new FactBook(
  Object.entries(TOPICS).flatMap(([topic, facts]) =>
    facts.map((fact: Fact) => ({ topic: topic as FactTopic, fact })),
  ),
  NOTES,
);
