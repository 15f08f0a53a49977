import { budgetsOf as idsOfBudgets } from '../figures/budgets.ts';
import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import type { Comparand, Role } from './roles.ts';

/** The budgets that belong to an outturn. */
export function budgetsOf(id: string, which: Comparand | Role, figures: Registry): readonly Figure[] {
  const { initial, adjusted } = idsOfBudgets(id, figures.book);
  const known = [...(which === 'adjusted' ? [] : [initial]), ...(which === 'initial' ? [] : [adjusted])];
  return known.flatMap((budget) => (budget === undefined ? [] : (figures.find(budget) ?? [])));
}
