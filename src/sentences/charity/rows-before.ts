import { isAmount, sameUnit } from '../equations/beside.ts';
import type { Placed } from '../relations/placed.ts';

const JOINED = /^(?:、|，|和|及|与)[^，。；：]*$/u;

/** The numbers that stand in a row right before one, each with a name of its own: all of them, and all from each one on. */
export function rowsBefore(one: Placed, placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const row: Placed[] = [];
  for (const other of placed.slice(0, placed.indexOf(one)).toReversed()) {
    const [first = other] = row;
    if (!isAmount(other) || !sameUnit(other.mention, first.mention)) break;
    row.unshift(other);
    if (!JOINED.test(other.lead)) break;
  }
  return row.slice(0, -1).map((_, from) => row.slice(from));
}
