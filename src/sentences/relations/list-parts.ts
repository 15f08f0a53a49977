import { intervalOf, sum, type Interval } from '../interval.ts';
import type { Item, List, Mention } from '../sentence.ts';
import type { Family } from './families.ts';
import { currentOf, mentionOf } from './relation.ts';

/** A part and its amount. */
export interface Part {
  readonly item: Item;
  readonly amount: Mention;
}

/** 设备 7 台（套），其中磁共振 1 台. */
const COUNTED_ALIKE: Readonly<Record<string, string | undefined>> = {
  '台（套）': '台',
  '件（套）': '件',
  '台（件）': '台',
};

/** The amount of a part, or its change where the whole is one (`ofChange`). */
export function partOf(item: Item, unit: string, ofChange = false): readonly Part[] {
  const alike = COUNTED_ALIKE[unit];
  const change = ofChange ? mentionOf(item, ['change'], unit) : undefined;
  const amount =
    change ?? currentOf(item, unit) ?? (alike === undefined ? undefined : currentOf(item, alike));
  return amount === undefined ? [] : [{ item, amount }];
}

/** The parts of a list before the one of an index. */
export function partsUpTo(list: List, end: number, unit: string, whole?: Mention): readonly Part[] {
  return list.parts.slice(0, end).flatMap((item) => partOf(item, unit, whole?.role === 'change'));
}

export function sumOf(parts: readonly Part[]): Interval {
  return sum(parts.map(({ amount }) => intervalOf(amount.quantity)));
}

/** Which parts are the members of a family; undefined where one is missing or told twice. */
export function membersOf(
  { required, optional, of }: Family,
  list: List,
  parts: readonly Part[],
): readonly Part[] | undefined {
  if (of !== undefined && !of.test(list.whole.name + list.whole.lead)) return undefined;
  const found = required.map((pattern) => parts.filter(({ item }) => pattern.test(item.name)));
  if (found.some((members) => members.length !== 1)) return undefined;
  const others = parts.filter(({ item }) => optional.some((pattern) => pattern.test(item.name)));
  return [...new Set([...found.flat(), ...others])];
}
