import { BUDGETS, type Role } from './roles.ts';
import type { Item, List, Mention } from './sentence.ts';

const NOW: ReadonlySet<Role> = new Set(['amount', 'outturn', 'total', 'whole']);

/**
 * What a number of a part is by its whole: 年初预算 5378.45 万元，其中一般公共预算 4648.45 万元 tells a part of the budget, and
 * 追加 217.18 万元，其中… or 增加…，其中… parts of what was added, of which the booklet has no figures. Undefined where no
 * figure is meant.
 */
export function asPart(mention: Mention, { list }: Item): Mention | undefined {
  if (list === undefined || mention.role !== 'amount') return mention;
  const role = roleOfWhole(list, mention.quantity.unit);
  if (role === undefined || NOW.has(role)) return mention;
  return BUDGETS.has(role) ? { ...mention, role } : undefined;
}

/** As what a list tells its whole, in a unit: this year's amount where it tells one. */
function roleOfWhole({ known }: List, unit: string): Role | undefined {
  const own = known.filter(({ quantity }) => quantity.unit === unit);
  return (own.findLast(({ role }) => NOW.has(role)) ?? own.at(-1))?.role;
}

/** 收入 5597.56 万元，比上年增加 534.99 万元，其中…: whether parts may be those of the change that was told last. */
export function mayBeOfChange({ role, quantity }: Mention, { list }: Item): boolean {
  if (list === undefined || role !== 'amount') return false;
  return list.known.findLast((one) => one.quantity.unit === quantity.unit)?.role === 'change';
}
