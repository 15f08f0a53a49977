import { APPROPRIATIONS, keysOf } from '../../accounts/categories.ts';
import type { FigureContext } from './context.ts';

/** The appropriations' budgets together: `年初预算.财政拨款`; `全年预算.财政拨款` where they were entered. */
export function deriveBudget(name: '年初预算' | '全年预算'): (context: FigureContext) => void {
  return ({ definitions }) => {
    const funds = keysOf(APPROPRIATIONS).map((fund) => `${name}.${APPROPRIATIONS[fund]}`);
    if (funds.every((id) => definitions.has(id)))
      definitions.sum(`${name}.财政拨款`, `财政拨款支出${name}数`, funds);
  };
}
