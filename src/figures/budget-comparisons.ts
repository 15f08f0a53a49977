import type { FactBook } from '../accounts/facts/fact-book.ts';
import { budgetsOf, type Budgets, type Find } from './budgets.ts';
import type { Definition } from './figure.ts';

/** Ends the id of a comparison of an outturn with its budget. */
const COMPARISON = /\.(预决算差异额|预决算差异率|完成年初预算率|完成全年预算率)$/u;

type BudgetComparison = '预决算差异额' | '预决算差异率' | '完成年初预算率' | '完成全年预算率';

type Compared = Pick<Definition, 'id' | 'label' | 'unit'>;

/** The budget from which a variance is told: the initial one where there is one. */
const nearest = ({ initial, adjusted }: Budgets): string | undefined => initial ?? adjusted;

const DEFINE: Readonly<
  Record<
    BudgetComparison,
    {
      readonly budget: (budgets: Budgets) => string | undefined;
      readonly define: (base: Compared, budget: string) => Omit<Definition, 'id'>;
    }
  >
> = {
  预决算差异额: {
    budget: nearest,
    define: ({ id, label, unit }, budget) => ({
      label: `${label}与${isAdjusted(budget) ? '全年' : '年初'}预算数之差`,
      unit,
      origin: { kind: 'derived', operation: 'difference', inputs: [id, budget] },
    }),
  },
  预决算差异率: {
    budget: nearest,
    define: ({ id, label }, budget) => ({
      label: `${label}预决算差异率`,
      unit: '%',
      origin: { kind: 'derived', operation: 'percentage', inputs: [`${id}.预决算差异额`, budget] },
    }),
  },
  完成年初预算率: { budget: ({ initial }) => initial, define: completion('年初预算') },
  完成全年预算率: { budget: ({ adjusted }) => adjusted, define: completion('全年预算') },
};

/** Whether an id is that of an adjusted budget. */
function isAdjusted(budget: string): boolean {
  return budget.includes('全年预算');
}

function completion(name: string): (base: Compared, budget: string) => Omit<Definition, 'id'> {
  return ({ id, label }, budget) => ({
    label: `${label}完成${name}`,
    unit: '%',
    origin: { kind: 'derived', operation: 'percentage', inputs: [id, budget] },
  });
}

/** The outturn that an id compares with its budget; undefined for other ids. */
export function outturnIn(id: string): string | undefined {
  return COMPARISON.test(id) ? id.replace(COMPARISON, '') : undefined;
}

/**
 * A comparison of an outturn with its budget (R66) that is in no list of figures: it follows from the two, and is found
 * under its id. Undefined where there is no such outturn or no such budget.
 */
export function budgetComparison(id: string, find: Find, book: FactBook): Definition | undefined {
  const name = COMPARISON.exec(id)?.[1] as BudgetComparison | undefined;
  if (name === undefined) return undefined;
  const base = find(id.slice(0, -name.length - 1));
  if (base === undefined) return undefined;
  const { initial, adjusted } = budgetsOf(base.id, book);
  const existing = {
    ...(initial !== undefined && find(initial) && { initial }),
    ...(adjusted !== undefined && find(adjusted) && { adjusted }),
  };
  const { budget, define } = DEFINE[name];
  const compared = budget(existing);
  return compared === undefined ? undefined : { id, ...define(base, compared) };
}
