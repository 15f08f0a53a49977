import type { Classifications } from '../accounts/code-table.ts';
import type { LoadedUnit, LoadedYear } from '../accounts/load.ts';
import type { Loaded } from '../accounts/reader.ts';
import type { Accounts, Comparatives } from '../accounts/schema/accounts.ts';
import { UNDISCLOSED } from '../accounts/disclosed.ts';
import { absentValue } from './absent-codes.ts';
import { defineBalances } from './define/balances.ts';
import { defineBasicExpenditure } from './define/basic-expenditure.ts';
import { defineBody, defineProcurement, defineStateAssets } from './define/resources.ts';
import { defineBudgets } from './define/budgets.ts';
import { defineEvaluations } from './define/evaluations.ts';
import { defineExpenditure } from './define/expenditure.ts';
import { defineFiscalAppropriation } from './define/fiscal-appropriation.ts';
import { defineRevenue } from './define/revenue.ts';
import { defineShares } from './define/shares.ts';
import { defineThreePublic } from './define/three-public.ts';
import { amountValue, countValue, Definitions } from './definitions.ts';
import type { Definition, Entry, Pin } from './figure.ts';
import { COMMON_EXECUTION_WEIGHT, type LaidDown } from './laid-down.ts';
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

const DEFINERS = [
  defineBody,
  defineBalances,
  defineRevenue,
  defineExpenditure,
  defineFiscalAppropriation,
  defineBudgets,
  defineBasicExpenditure,
  defineThreePublic,
  defineProcurement,
  defineStateAssets,
  defineEvaluations,
  defineShares,
] as const;

/**
 * The registry of all figures of one booklet. Pure; nothing is evaluated before it is asked for.
 *
 * @param executionWeight what the booklet's template pack lays down
 */
export function buildFigures(
  unit: LoadedUnit,
  year: LoadedYear,
  codes: Classifications,
  prior: PriorLookup,
  executionWeight: LaidDown = COMMON_EXECUTION_WEIGHT,
): Registry {
  const definitions = new Definitions();
  const ledger = { document: year.accounts.document, moneyUnit: year.accounts.value.moneyUnit };
  for (const define of DEFINERS)
    define({ definitions, unit: unit.unit.value, year, ledger, codes, executionWeight });
  return new Registry(
    definitions,
    overlays(year.accounts, definitions),
    (definition) => prior(definition)?.value,
  );
}

/** Approved totals and pinned prints by figure id; ids that do not exist are left to the checks. */
function overlays(accounts: Loaded<Accounts>, definitions: Definitions): Overlays {
  const { document, value } = accounts;
  const approved = new Map<string, { entry: Entry; value: Value }>();
  for (const [id, entered] of Object.entries(value.approved)) {
    // An approved total that is not disclosed says nothing: what the parts make is all that is known.
    if (entered === UNDISCLOSED) continue;
    // Last year's value and the change on it have the unit of their figure.
    const base = id.replace(/\.(上年|增减额)$/, '');
    const money = definitions.find(base)?.unit === '万元';
    const amount = money ? amountValue(entered, value.moneyUnit) : countValue(entered);
    approved.set(id, { entry: { document, path: ['批复数', id] }, value: amount });
  }
  const pinned = new Map<string, Pin>();
  for (const [id, print] of Object.entries(value.pinned)) {
    pinned.set(id, { entry: { document, path: ['印数', id] }, print });
  }
  return { approved, pinned };
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
