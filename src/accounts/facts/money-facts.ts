import { APPROPRIATIONS, EXPENDITURE_KINDS, FUNDS, keysOf, REVENUE_KINDS, type Fund } from '../categories.ts';
import { GENERAL_OPERATING_CLASSES, PERSONNEL_CLASSES } from '../economic-classes.ts';
import { CODE_STEP, fact, type Fact, type FactDetails } from './fact.ts';

type RevenueName = (typeof REVENUE_KINDS)[keyof typeof REVENUE_KINDS];
type FundName = (typeof FUNDS)[keyof typeof FUNDS];
type AppropriationName = (typeof APPROPRIATIONS)[keyof typeof APPROPRIATIONS];
type ExpenditureName = (typeof EXPENDITURE_KINDS)[keyof typeof EXPENDITURE_KINDS];

const SIGNED_BY_CODE: FactDetails = { keys: '科目', orPlain: true, signed: true };

function valuesOf<T extends Readonly<Record<string, string>>>(table: T): readonly T[keyof T][] {
  return Object.values(table) as unknown as readonly T[keyof T][];
}

/** Revenue of the year by kind: T1 rows 1–8, by code T2. A kind entered as one amount may belong to any row. */
export const REVENUE: readonly Fact<`收入.${RevenueName}`>[] = valuesOf(REVENUE_KINDS).map((kind) =>
  fact(`收入.${kind}`, '万元', '一个金额，或“功能分类科目编码: 金额”；没有的写 0.00', {
    ...SIGNED_BY_CODE,
    sharedRows: 'where-veiled',
  }),
);

/** T1: earlier surplus of non-fiscal money that was used. */
export const SURPLUS_USED = [
  fact('收入.使用非财政拨款结余', '万元', '用以前年度非财政拨款结余弥补本年收支差额的数额', { signed: true }),
] as const;

/** T1, T4, T8, T9: what was carried into the year and out of it, by fund. */
export const OPENING = balances('年初结转和结余');
export const CLOSING = balances('年末结转和结余');

function balances<const Section extends string>(section: Section): readonly Fact<`${Section}.${FundName}`>[] {
  return valuesOf(FUNDS).map((fund) =>
    fact(`${section}.${fund}`, '万元', '结转和结余：一个金额，或“功能分类科目编码: 金额”', {
      ...SIGNED_BY_CODE,
      label: `${fund}${section}`,
    }),
  );
}

/** T1: what institutions set aside and paid by the rules. */
export const SURPLUS_DISTRIBUTION = [
  fact('支出.结余分配', '万元', '事业单位按规定提取和缴纳的数额', { path: ['结余分配'], signed: true }),
] as const;

/** T3, T4, T5, T8, T9: expenditure of each fund by code and kind. */
export const EXPENDITURE = {
  generalBudget: expenditure('generalBudget'),
  governmentFund: expenditure('governmentFund'),
  stateCapital: expenditure('stateCapital'),
  nonFiscal: expenditure('nonFiscal'),
} as const satisfies Readonly<Record<Fund, readonly Fact[]>>;

function expenditure<F extends Fund>(
  fund: F,
): readonly Fact<`支出.${(typeof FUNDS)[F]}.${F extends 'nonFiscal' ? ExpenditureName : '基本支出' | '项目支出'}`>[] {
  const name = FUNDS[fund];
  const kinds = keysOf(EXPENDITURE_KINDS).filter(
    (kind) => fund === 'nonFiscal' || kind === 'basic' || kind === 'project',
  );
  return kinds.map((kind) =>
    fact(`支出.${name}.${EXPENDITURE_KINDS[kind]}`, '万元', '没有的不写', {
      path: ['支出', CODE_STEP, name, EXPENDITURE_KINDS[kind]],
      label: `${fundLabel(fund)}${EXPENDITURE_KINDS[kind]}`,
      keys: '科目',
      signed: true,
      required: 'never',
      sharedRows: 'all',
      unclassified: true,
    }),
  ) as ReturnType<typeof expenditure<F>>;
}

/** What a fund is called before a word for expenditure: `一般公共预算财政拨款`. */
export function fundLabel(fund: Fund): string {
  return fund === 'nonFiscal' ? FUNDS[fund] : `${FUNDS[fund]}财政拨款`;
}

/** Budgets of the appropriations: the initial one, and the one after all adjustments where a region prints it. */
export const INITIAL_BUDGET = budgets('年初预算', '年初预算数', { keys: '科目', orPlain: true });
export const ADJUSTED_BUDGET = budgets('全年预算', '全年预算数', {
  keys: '科目',
  orPlain: true,
  required: 'within',
});

function budgets<const Section extends string>(
  section: Section,
  description: string,
  details: FactDetails,
): readonly Fact<`${Section}.${AppropriationName}`>[] {
  return valuesOf(APPROPRIATIONS).map((fund) =>
    fact(`${section}.${fund}`, '万元', description, {
      ...details,
      label: `${fund}财政拨款支出${description}`,
    }),
  );
}

/** T6: basic expenditure from the general budget by economic code, in all classes of basic expenditure. */
export const BASIC_BY_ECONOMIC_CODE = [
  fact('基本支出', '万元', '一般公共预算财政拨款基本支出，经济分类科目编码 → 金额', {
    path: ['基本支出经济分类'],
    keys: '经济科目',
    signed: true,
    rowLabel: '',
    total: false,
    fixedRows: [...PERSONNEL_CLASSES, ...GENERAL_OPERATING_CLASSES],
  }),
] as const;

/** Only of a body with institutions below it, whose part is not in it (R75). */
export const AGENCY_OPERATING = [
  fact('机关运行经费', '万元', '机关运行经费支出；不写则等于公用经费，事业单位不写', { required: 'never' }),
] as const;
