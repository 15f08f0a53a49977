import { intervalOf, type Interval } from '../interval.ts';
import { isAmount } from '../equations/beside.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';

/** What a number may be made of, as far as charity asks. */
export interface Accused {
  readonly one: Placed;
  readonly failed: Relation;
  /** The numbers of the sentence in their order. */
  readonly placed: readonly Placed[];
  /** Where numbers stand that have a failed relation of their own: they explain nothing else. */
  readonly claimed: ReadonlySet<number>;
}

/** What a number says, and what other numbers make. */
export interface Make {
  readonly told: Interval;
  readonly outcome: Interval;
}

/** How many numbers before the accused one may make it. */
const REACH = 8;
/** Roles of what is compared with. */
export const BASES: ReadonlySet<string> = new Set(['last', 'base', 'initial', 'adjusted', 'budget']);

/** The amounts before the accused one, as far back as they may make it. */
export function earlier({ one, placed }: Accused): readonly Placed[] {
  return placed.slice(Math.max(placed.indexOf(one) - REACH, 0), placed.indexOf(one)).filter(isAmount);
}

/** The numbers that a number may stand for. */
export function valueOf({ mention }: Placed): Interval {
  return intervalOf(mention.quantity);
}

/** Whether the relation that failed holds a number. */
export function isIn({ members }: Relation, { mention }: Placed): boolean {
  return members.some(({ from }) => from === mention.quantity.from);
}
