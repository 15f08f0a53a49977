import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import type { Comparand, Role } from './roles.ts';

/** The budgets that belong to an outturn. */
export function budgetsOf(id: string, which: Comparand | Role, figures: Registry): readonly Figure[] {
  const initial = figures.find(initialBudgetOf(id));
  const adjusted = figures.find(
    id.replace('.决算数.', '.全年预算数.').replace(/\.全年执行数$/u, '.全年预算数'),
  );
  const known = [
    ...(which === 'adjusted' ? [] : [initial]),
    ...(which === 'initial' ? [] : [adjusted?.id === id ? undefined : adjusted]),
  ];
  return known.flatMap((budget) => (budget === undefined || budget.id === id ? [] : [budget]));
}

function initialBudgetOf(id: string): string {
  return id
    .replace('.决算数.', '.年初预算数.')
    .replace(/\.全年执行数$/u, '.年初预算数')
    .replace(/^财政拨款\.(?:本年支出|支出总计)$/u, '年初预算.财政拨款')
    .replace(/^财政拨款\.(.+)\.支出总计$/u, '年初预算.$1')
    .replace(/^支出\.(\d+)\.(.+预算)\.合计$/u, '年初预算.$1.$2')
    .replace(/^支出\.([^.\d]+预算)\.合计$/u, '年初预算.$1');
}
