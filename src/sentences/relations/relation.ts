import { formatExact, formatFixed, type Exact } from '../../accounts/decimal.ts';
import { intervalOf, overlaps, times, type Interval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import { Exact as Decimal } from '../../accounts/decimal.ts';
import type { Item, Mention } from '../sentence.ts';
import type { Role } from '../roles.ts';

/** How far the words of a sentence go in telling a relation. */
export type Strength =
  /** They say it: any difference beyond rounding is a mistake. */
  | 'said'
  /** They name what makes what: one slip of the hand, however few the digits, is a mistake. */
  | 'named'
  /** They only suggest it: it takes a slip that shows in many digits. */
  | 'suggested';

/** Quantities of a sentence that must fit together, and whether they do. */
export interface Relation {
  readonly members: readonly Quantity[];
  /** The one that follows from the others, as a rule the last. */
  readonly result: Quantity;
  readonly holds: boolean;
  /** The sum that does not come out, in Chinese. */
  readonly problem: string;
  /** It differs by less than a step of the last digit: cut off instead of rounded. */
  readonly nearly?: boolean;
  /** As its family has it where nothing is told here. */
  readonly strength?: Strength;
  /** By how much its sum or difference does not come out, where it is one: a slip in any number moves it by as much. */
  readonly gap?: Interval;
  /** It adds parts up, of which the sentence may say that they overlap or that there are more. */
  readonly isSum?: boolean;
  /** The number told is what the hand makes of the same numbers by mistake: of the other base, a part for the rest. */
  readonly isTwin?: boolean;
  /** It shows how the wrong number came about: no other explanation is looked for. */
  readonly explained?: boolean;
}

/** What is told of something in one unit. */
export function mentionOf(item: Item, roles: readonly Role[], unit?: string): Mention | undefined {
  return item.mentions.find(
    ({ role, quantity }) =>
      roles.includes(role) && (unit === undefined ? quantity.unit !== '%' : quantity.unit === unit),
  );
}

/** The amount of this year. */
export function currentOf(item: Item, unit?: string): Mention | undefined {
  return mentionOf(item, ['outturn'], unit) ?? ownAmount(item, unit) ?? mentionOf(item, ['total'], unit);
}

/** 比2019年减少 24.87 万元，2019年为 86.94 万元: what is told behind a change, of another year, is what it is compared with. */
function ownAmount(item: Item, unit: string | undefined): Mention | undefined {
  const amount = mentionOf(item, ['amount'], unit);
  const isBase = amount?.elsewhen === true && item.mentions[0]?.role === 'change';
  return isBase ? undefined : amount;
}

/** The rate that a mention tells, in percent; 1.5倍 is 150 %. */
export function rateOf({ quantity }: Mention): Interval {
  const interval = intervalOf(quantity);
  const hundred = { low: new Decimal(100), high: new Decimal(100) };
  return quantity.kind === 'times' ? times(interval, hundred) : interval;
}

/** With the sign of its word. */
export function signed(interval: Interval, direction: number): Interval {
  return direction < 0 ? { low: interval.high.neg(), high: interval.low.neg() } : interval;
}

/** A relation with one outcome out of several that would do. */
export function relation(
  members: readonly Mention[],
  result: Mention,
  told: Interval,
  outcomes: readonly Interval[],
  problem: string,
  step?: Exact,
): Relation {
  const holds = outcomes.some((outcome) => overlaps(told, outcome));
  const wide = step === undefined ? told : { low: told.low.minus(step), high: told.high.plus(step) };
  const nearly = !holds && outcomes.some((outcome) => overlaps(wide, outcome));
  return {
    members: members.map(({ quantity }) => quantity),
    result: result.quantity,
    holds,
    problem,
    ...(nearly && { nearly }),
  };
}

const ENDLESS = new Decimal('1e20');

/** The middle of what an outcome may be, for messages. */
export function shown({ low, high }: Interval, unit: string): string {
  // 超过 and 不足 have no other end.
  const middle = high.gt(ENDLESS) ? low : low.lt(ENDLESS.neg()) ? high : low.plus(high).div(2);
  const digits =
    unit === '万元' || unit === '%'
      ? formatFixed(middle, 2)
      : formatExact(new Decimal(formatFixed(middle, 2)));
  return `${digits}${unit}`;
}

/** `年初预算 120.00万元`. */
export function told(words: string, { quantity }: Mention): string {
  return `${words} ${quantity.text}`;
}

/** What a role is called in messages. */
export const ROLE_NAMES: Readonly<Partial<Record<Role, string>>> = {
  last: '上年',
  base: '原来',
  initial: '年初预算',
  adjusted: '全年预算',
  budget: '预算',
  outturn: '决算',
  amount: '本年',
};

export function nameOfRole({ role }: Mention): string {
  return ROLE_NAMES[role] ?? '';
}
