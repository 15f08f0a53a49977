import { exactly } from '../equations/equation.ts';
import { intervalOf, widened, type Interval } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import { rateOf, type Relation } from '../relations/relation.ts';

/** What is told of numbers whose words leave no other reading; the last of them is the wrong one. */
export function wrong(members: readonly Placed[], problem: string): Relation {
  const all = members.map(({ mention }) => mention.quantity);
  const result = all.at(-1);
  if (result === undefined) throw new Error('a relation of no numbers');
  return { members: all, result, holds: false, problem, explained: true };
}

/** Numbers of the unit of one. */
export function ofUnitOf(one: Placed, all: readonly Placed[]): readonly Placed[] {
  return all.filter(({ mention }) => mention.quantity.unit === one.mention.quantity.unit);
}

/** 设计能力 4 万吨: what was laid down is no rounded number. */
const LAID_DOWN = /设计|规划|计划|任务|目标|核定|定额|指标|应/u;

/** What a number may be; what was laid down is exactly what is written. */
export function toldIn({ clause, mention: { quantity } }: Placed): Interval {
  return LAID_DOWN.test(clause) ? exactly(quantity.value) : intervalOf(quantity);
}

/** What a rate beside its numbers may be, twice as wide as it is rounded. */
export function toldRate({ mention }: Placed): Interval {
  return widened(rateOf(mention), mention.quantity.half.times(2));
}

export function textOf({ mention: { quantity } }: Placed): string {
  return quantity.text;
}
