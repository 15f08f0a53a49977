import {
  APPROPRIATIONS,
  EXPENDITURE_KINDS,
  REVENUE_KINDS,
  THREE_PUBLIC_ITEMS,
} from '../accounts/categories.ts';
import { AGAINST_BUDGET } from './lists.ts';

/** One item of a list whose items are the same in every booklet: a name and ids of figures, by field. */
export type FixedItem = Readonly<Record<string, string>>;

const ITEMS: Readonly<Record<string, readonly FixedItem[]>> = {
  收入来源: [
    { 名称: '财政拨款收入', 收入: '收入.财政拨款收入' },
    ...Object.entries(REVENUE_KINDS)
      .filter(([kind]) => !(kind in APPROPRIATIONS))
      .map(([, name]) => ({ 名称: name, 收入: `收入.${name}` })),
  ],
  支出性质: Object.values(EXPENDITURE_KINDS).map((name) => ({ 名称: name, 支出: `支出.${name}` })),
  财政拨款: Object.values(APPROPRIATIONS).map((name) => ({
    名称: name,
    收入: `收入.${name}财政拨款收入`,
    支出: `支出.${name}.合计`,
    年初预算: `年初预算.${name}`,
    全年预算: `全年预算.${name}`,
    ...againstBudget(`支出.${name}.合计`),
    年初结转和结余: `年初结转和结余.${name}`,
    年末结转和结余: `年末结转和结余.${name}`,
  })),
  三公经费各项: Object.values(THREE_PUBLIC_ITEMS).map((name) => ({
    名称: name,
    年初预算数: `三公经费.年初预算数.${name}`,
    全年预算数: `三公经费.全年预算数.${name}`,
    决算数: `三公经费.决算数.${name}`,
    ...againstBudget(`三公经费.决算数.${name}`),
  })),
};

/** The lists whose items are the same in every booklet, by their names. */
export const FIXED_LISTS: ReadonlyMap<string, readonly FixedItem[]> = new Map(Object.entries(ITEMS));

/** The comparisons of an outturn with its budgets, by field. */
function againstBudget(id: string): Readonly<Record<string, string>> {
  return Object.fromEntries(AGAINST_BUDGET.map((name) => [name, `${id}.${name}`]));
}
