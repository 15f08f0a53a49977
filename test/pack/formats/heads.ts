/** Tables by key, each with the rows of its head: names of columns from left to right, those that span several once. */
export type Tables = readonly (readonly [key: string, head: readonly string[]])[];

const CODE = '功能分类科目编码｜科目名称';
const CODES = '类｜款｜项｜科目名称';
const REVENUE = '本年收入合计｜财政拨款收入｜上级补助收入｜事业收入｜经营收入｜附属单位上缴收入｜其他收入';
const EXPENDITURE = '本年支出合计｜基本支出｜项目支出｜上缴上级支出｜经营支出｜对附属单位补助支出';
const SPENT = '合计｜基本支出｜项目支出';
const VEHICLES = '小计｜公务用车购置费｜公务用车运行维护费';
const THREE_PUBLIC = '合计｜因公出国（境）费｜公务用车购置及运行维护费｜公务接待费';

const TOTALS: Tables = [['revenue-expenditure', ['收入｜支出', '项目｜行次｜决算数｜项目｜行次｜决算数']]];
const FISCAL: Tables = [
  [
    'fiscal-appropriation',
    [
      '收入｜支出',
      '项目｜行次｜决算数｜项目｜行次｜合计｜一般公共预算财政拨款｜政府性基金预算财政拨款｜国有资本经营预算财政拨款',
    ],
  ],
];
const BASIC: Tables = [
  [
    'basic-expenditure',
    ['人员经费｜公用经费', Array.from({ length: 3 }, () => '经济分类科目编码｜科目名称｜决算数').join('｜')],
  ],
];

/** T1 to T9 in the form of the Ministry: 三公 last, all budgets and then all outturns; 国资 without 收入. */
export const MINISTRY_TABLES: Tables = [
  ...TOTALS,
  ['revenue', [`项目｜${REVENUE}`, CODE]],
  ['expenditure', [`项目｜${EXPENDITURE}`, CODE]],
  ...FISCAL,
  ['general-budget', ['项目｜本年支出', `${CODE}｜${SPENT}`]],
  ...BASIC,
  ['government-fund', ['项目｜年初结转和结余｜本年收入｜本年支出｜年末结转和结余', `${CODE}｜${SPENT}`]],
  ['state-capital', ['项目｜本年支出', `${CODE}｜${SPENT}`]],
  ['three-public', ['预算数｜决算数', `${THREE_PUBLIC}｜${THREE_PUBLIC}`, `${VEHICLES}｜${VEHICLES}`]],
];

const FLOWS = '年初结转和结余｜本年收入｜本年支出合计｜基本支出｜项目支出｜年末结转和结余';

/** In the form of Shanghai: codes in three columns, 三公 seventh with a pair for each item, 国资 with 收入. */
export const SHANGHAI_TABLES: Tables = [
  ...TOTALS,
  ['revenue', [`${CODES}｜${REVENUE}`]],
  ['expenditure', [`${CODES}｜${EXPENDITURE}`]],
  ...FISCAL,
  ['general-budget', [`${CODES}｜${SPENT}`]],
  ...BASIC,
  ['three-public', [THREE_PUBLIC, VEHICLES, Array.from({ length: 6 }, () => '预算数｜决算数').join('｜')]],
  ['government-fund', [`${CODES}｜${FLOWS}`]],
  ['state-capital', [`${CODES}｜${FLOWS}`]],
];
