import type { FactTopic } from '../accounts/facts/common-facts.ts';
import type { Classifications } from '../accounts/code-table.ts';
import type { Loaded } from '../accounts/reader.ts';
import type { Comparatives } from '../accounts/schema/accounts.ts';
import { UNDISCLOSED } from '../accounts/disclosed.ts';
import { absentValue } from './absent-codes.ts';
import { deriveAgencyOperating, deriveBasicExpenditure } from './define/basic-expenditure.ts';
import { deriveBudget } from './define/budgets.ts';
import type { FigureContext, FigureYear } from './define/context.ts';
import { deriveDeclaredSums } from './define/declared-sums.ts';
import { defineEvaluations } from './define/evaluations.ts';
import {
  defineUnclassified,
  deriveExpenditureRows,
  deriveExpenditureTotals,
  deriveFund,
  deriveUseOfFunds,
} from './define/expenditure.ts';
import { defineFacts } from './define/facts.ts';
import { defineFiscalAppropriation } from './define/fiscal-appropriation.ts';
import { defineYear, deriveBody, deriveProcurement, deriveVehicles } from './define/resources.ts';
import { deriveRevenue, deriveRevenueTotals } from './define/revenue.ts';
import { defineShares } from './define/shares.ts';
import { deriveThreePublicRates, deriveThreePublicSums } from './define/three-public.ts';
import { amountValue, countValue, Definitions } from './definitions.ts';
import type { Definition, Entry, Pin } from './figure.ts';
import type { FormRules } from './form-rules.ts';
import { Registry, type Overlays } from './registry.ts';
import type { Value } from './value.ts';

/** A figure of the year before: its value and where it was entered or which registry derived it. */
export interface PriorFigure {
  readonly value: Value;
  readonly year: number;
  readonly entry?: Entry;
  readonly registry?: Registry;
}

/** Looks up a figure of the year before. */
export type PriorLookup = (definition: Pick<Definition, 'id' | 'unit'>) => PriorFigure | undefined;

/** The facts that are listed at a place, or what follows from those before. */
type Step = FactTopic | ((context: FigureContext) => void);

/** All figures in the order in which they are listed: what was entered, topic by topic, with what is made of it. */
const STEPS: readonly Step[] = [
  defineYear,
  '人员',
  deriveBody,
  '年初结转',
  '年末结转',
  '收入',
  deriveRevenue,
  '使用结余',
  deriveRevenueTotals,
  defineUnclassified,
  '一般公共预算支出',
  deriveFund('generalBudget'),
  '政府性基金支出',
  deriveFund('governmentFund'),
  '国有资本经营支出',
  deriveFund('stateCapital'),
  '非财政拨款支出',
  deriveFund('nonFiscal'),
  deriveExpenditureRows,
  deriveExpenditureTotals,
  '结余分配',
  deriveUseOfFunds,
  defineFiscalAppropriation,
  '年初预算',
  deriveBudget('年初预算'),
  '全年预算',
  deriveBudget('全年预算'),
  '经济分类',
  deriveBasicExpenditure,
  '机关运行经费',
  deriveAgencyOperating,
  '三公年初预算数',
  deriveThreePublicSums('年初预算数'),
  '三公全年预算数',
  deriveThreePublicSums('全年预算数'),
  '三公决算数',
  deriveThreePublicSums('决算数'),
  deriveThreePublicRates,
  '三公数量',
  '政府采购',
  deriveProcurement,
  '国有资产',
  deriveVehicles,
  '设备',
  '自定数',
  defineEvaluations,
  defineShares,
  deriveDeclaredSums,
];

/**
 * The registry of all figures of one booklet. Pure; nothing is evaluated before it is asked for.
 *
 * @param forms what the booklet's template pack lays down about each kind of forms
 */
export function buildFigures(
  unit: { readonly unit: { readonly value: FigureContext['unit'] } },
  year: FigureYear,
  codes: Classifications,
  prior: PriorLookup,
  forms: readonly FormRules[] = [],
): Registry {
  const definitions = new Definitions();
  const ledger = { document: year.accounts.document, moneyUnit: year.accounts.value.moneyUnit };
  const { entered } = year.accounts.value;
  const context = { definitions, unit: unit.unit.value, year, entered, ledger, codes, forms };
  for (const step of STEPS) {
    if (typeof step === 'string') defineFacts(context, step);
    else step(context);
  }
  return new Registry(
    definitions,
    { book: entered.book, kinds: forms.map(({ kind }) => kind) },
    overlays(year.accounts, definitions),
    (definition) => prior(definition)?.value,
  );
}

/** Approved totals, pinned and corrected prints by figure id; ids that do not exist are left to the checks. */
function overlays(accounts: FigureYear['accounts'], definitions: Definitions): Overlays {
  const { document, value } = accounts;
  const approved = new Map<string, { entry: Entry; value: Value }>();
  for (const [id, entered] of Object.entries(value.approved)) {
    // An approved total that is not disclosed says nothing: what the parts make is all that is known.
    if (entered === UNDISCLOSED) continue;
    // Last year's value and the change on it have the unit of their figure.
    const base = id.replace(/\.(上年|增减额|预决算差异额)$/, '');
    const unit = definitions.find(base)?.unit ?? value.entered.book.placeOf(base)?.fact.unit;
    const money = unit === '万元';
    const amount = money ? amountValue(entered, value.moneyUnit) : countValue(entered);
    approved.set(id, { entry: { document, path: ['批复数', id] }, value: amount });
  }
  const pinned = new Map<string, Pin>();
  for (const [id, print] of Object.entries(value.pinned)) {
    pinned.set(id, { entry: { document, path: ['印数', id] }, print });
  }
  return { approved, pinned, corrected: correctedPrints(accounts) };
}

function correctedPrints({ document, value }: FigureYear['accounts']): Overlays['corrected'] {
  const steps = value.publication.corrections.flatMap(({ edition, date, before }, index) =>
    Object.entries(before).map(([id, print]) => {
      const entry = { document, path: ['公开', '更正', index, '原数', id] };
      return { id, correction: { entry, edition, date, before: print } };
    }),
  );
  const byFigure = Map.groupBy(steps, ({ id }) => id);
  return new Map([...byFigure].map(([id, of]) => [id, of.map(({ correction }) => correction)]));
}

/** Last year's figures from a file that holds nothing else. */
export function priorFromComparatives(comparatives: Loaded<Comparatives>): PriorLookup {
  const { document, value } = comparatives;
  return ({ id, unit }) => {
    const entered = value.figures[id];
    if (entered === undefined) return undefined;
    const figure = unit === '万元' ? amountValue(entered, value.moneyUnit) : countValue(entered);
    return { value: figure, year: value.year, entry: { document, path: ['对比数', id] } };
  };
}

/** Last year's figures from last year's booklet. */
export function priorFromBooklet(year: number, registry: Registry): PriorLookup {
  return ({ id }) => {
    const value = registry.find(id)?.value ?? absentValue(id, registry);
    return value && { value, year, registry };
  };
}
