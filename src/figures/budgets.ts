import { APPROPRIATIONS } from '../accounts/categories.ts';
import { rowId, type Fact } from '../accounts/facts/fact.ts';
import type { FactBook } from '../accounts/facts/fact-book.ts';
import type { Definition } from './figure.ts';

/** Ids of the budgets that belong to an outturn, as far as there are such; the figures need not exist. */
export interface Budgets {
  readonly initial?: string;
  readonly adjusted?: string;
}

const FUNDS = Object.values(APPROPRIATIONS).join('|');

/** Outturns of the common facts, with their initial and their adjusted budget. */
const RULES: readonly (readonly [outturn: RegExp, initial: string, adjusted: string])[] = [
  [new RegExp(`^支出\\.(\\d+\\.)?(${FUNDS})\\.合计$`, 'u'), '年初预算.$1$2', '全年预算.$1$2'],
  [/^财政拨款\.(?:本年支出|支出总计)$/u, '年初预算.财政拨款', '全年预算.财政拨款'],
  [new RegExp(`^财政拨款\\.(${FUNDS})\\.支出总计$`, 'u'), '年初预算.$1', '全年预算.$1'],
  [/^三公经费\.决算数\.(.+)$/u, '三公经费.年初预算数.$1', '三公经费.全年预算数.$1'],
  [/^绩效\.(.+)\.全年执行数$/u, '绩效.$1.年初预算数', '绩效.$1.全年预算数'],
];

/** The budgets that an outturn is compared with (R66): by code and fund, by kind of “三公”经费, of forms, of a pack's facts. */
export function budgetsOf(id: string, book: FactBook): Budgets {
  for (const [outturn, initial, adjusted] of RULES) {
    if (outturn.test(id))
      return { initial: id.replace(outturn, initial), adjusted: id.replace(outturn, adjusted) };
  }
  const { fact, key } = book.withBudget.length === 0 ? {} : (book.placeOf(id) ?? { fact: book.find(id) });
  const of = (budget: string | undefined): string | undefined => {
    const row = budget !== undefined && key !== undefined ? book.find(budget) : undefined;
    return row === undefined || key === undefined ? budget : rowId(row, key);
  };
  const [initial, adjusted] = [of(fact?.budget), of(fact?.adjustedBudget)];
  return { ...(initial !== undefined && { initial }), ...(adjusted !== undefined && { adjusted }) };
}

/** Finds what is defined under an id. */
export type Find = (id: string) => Definition | undefined;

/**
 * The budget of a code that has an outturn and no entry among the budgets by code: there was none. Where a budget was
 * entered as one amount, that may belong to any code.
 */
export function absentBudget(id: string, find: Find, book: FactBook): Definition | undefined {
  if (!/\.\d{3,7}(?:\.|$)/.test(id)) return undefined;
  const { fact, key } = book.placeOf(id) ?? {};
  if (fact === undefined || key === undefined || find(fact.id) === undefined) return undefined;
  const outturn = outturnOfBudget(fact, key, book);
  const label = outturn && find(outturn.id)?.label;
  if (outturn === undefined || label === undefined) return undefined;
  const hidden = find(`${fact.id}.分科目`) !== undefined;
  return {
    id,
    label: label.slice(0, label.length - outturn.rowLabel.length) + (fact.rowLabel ?? fact.label),
    unit: fact.unit,
    origin: { kind: 'derived', operation: hidden ? 'undisclosed' : 'sum', inputs: [] },
  };
}

function outturnOfBudget(
  budget: Fact,
  key: string,
  book: FactBook,
): { readonly id: string; readonly rowLabel: string } | undefined {
  const [, fund] = new RegExp(`^(?:年初|全年)预算\\.(${FUNDS})$`, 'u').exec(budget.id) ?? [];
  if (fund !== undefined) return { id: `支出.${key}.${fund}.合计`, rowLabel: `${fund}财政拨款支出` };
  const own = book.withBudget.find((one) => one.budget === budget.id || one.adjustedBudget === budget.id);
  return own && { id: rowId(own, key), rowLabel: own.rowLabel ?? own.label };
}
