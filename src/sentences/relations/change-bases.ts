import type { Comparand, Role } from '../roles.ts';
import type { Item, Mention } from '../sentence.ts';
import { budgetTold } from '../belonging.ts';
import { currentOf, mentionOf } from './relation.ts';

const BASES: Readonly<Record<Comparand, readonly Role[]>> = {
  last: ['last', 'base'],
  initial: ['initial', 'budget'],
  adjusted: ['adjusted', 'budget'],
  budget: ['budget', 'initial', 'adjusted'],
  other: ['base'],
};

const ALL_BASES: readonly Role[] = ['last', 'base', 'initial', 'adjusted', 'budget'];

/** What a change is compared with: as it says, or as the change before it said. */
export function comparandOf(item: Item, index: number): Comparand | undefined {
  const own = item.mentions[index]?.comparand;
  if (own !== undefined) return own;
  const before = item.mentions
    .slice(0, index)
    .findLast(({ role }) => role === 'change' || role === 'changeRate');
  return before?.comparand;
}

/** What changed: this year's amount, or the budget where only that has been told and nothing says that it is compared with. */
export function changedOf(item: Item, index: number, unit: string): Mention | undefined {
  const comparand = comparandOf(item, index);
  const before = item.mentions.slice(0, index);
  const budget = budgetTold(before);
  const compared = before.some(
    ({ role, quantity }) => quantity.unit === unit && (role === 'last' || role === 'base'),
  );
  const ofBudget = comparand === undefined ? compared : comparand === 'last' || comparand === 'other';
  return ofBudget && budget?.quantity.unit === unit ? budget : currentOf(item, unit);
}

/** 比2022年的 842.10 万元增长 9.08%，比2021年的 790.40 万元增长 16.22%: each is told right behind its own. */
function baseBeside({ mentions }: Item, index: number, unit: string): Mention | undefined {
  const before = mentions.slice(0, index).findLast(({ role }) => role !== 'change' && role !== 'changeRate');
  const isCompared = before?.role === 'last' || before?.role === 'base';
  return isCompared && before.quantity.unit === unit ? before : undefined;
}

/** 比上年少 1 个，距2025年的 20 个目标还差 7 个: a plan is not what a change on last year is compared with. */
const PLAN = /目标|计划|任务|要求|标准/u;

/** Whether a number is what was planned, and nothing that there was before. */
export function isPlan({ role, words, after }: Mention): boolean {
  return role === 'base' && PLAN.test(words + after);
}

/** 比2022年减少 12.58 万元，比2021年的 342.10 万元…: another year's base is not that of a change on last year. */
function isOfEarlier({ role, comparand, words }: Mention): boolean {
  return role === 'base' && comparand === 'other' && /\d{4}年/u.test(words);
}

export function basesOf(item: Item, index: number, unit: string): readonly Mention[] {
  const comparand = comparandOf(item, index);
  // 完成年初预算 954.30 万元的 101.01%，增长 4.60%: how much of the budget was used is told already.
  const completed = item.mentions.slice(0, index).some(({ role }) => role === 'completion');
  const roles = comparand === undefined ? (completed ? BASES.last : ALL_BASES) : BASES[comparand];
  const beside = baseBeside(item, index, unit);
  if (beside !== undefined && roles.includes(beside.role)) return [beside];
  const named = roles
    .flatMap((role) => mentionOf(item, [role], unit) ?? [])
    .filter((base) => !(comparand === 'last' && (isOfEarlier(base) || isPlan(base))));
  // 由 1,380 箱减到 1,104 箱，节省 276 箱
  const turned = mentionOf(item, ['base'], unit);
  if (named.length === 0 && comparand === 'budget' && turned !== undefined)
    return /[由从]/u.test(turned.words) ? [turned] : [];
  // Of the budgets that may be meant, the one that is named so is.
  return comparand === 'initial' || comparand === 'adjusted' ? named.slice(0, 1) : named;
}
