import { Joined } from './joined.ts';
import type { Ruling } from './page.ts';

/** The lines of one table, and where it is on its page. */
export interface RuledTable {
  readonly rulings: readonly Ruling[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** In points: how far apart lines may be that are meant to meet. */
export const REACH = 2.5;

/** Borders of cells, and lines, on a page: what has more is a drawing. */
const MAX_RULINGS = 50_000;
const MAX_LINES = 3000;

/** The tables of a page: lines that meet, at least two in either direction. */
export function ruledTables(rulings: readonly Ruling[]): readonly RuledTable[] {
  if (rulings.length > MAX_RULINGS) return [];
  const lines = joinedLines(rulings);
  if (lines.length > MAX_LINES) return [];
  const groups = groupsOf(lines);
  return groups
    .filter((group) => [true, false].every((isLevel) => positions(group, isLevel).length >= 2))
    .map((group) => {
      const [xs, ys] = [positions(group, false), positions(group, true)];
      return {
        rulings: group,
        left: xs[0] ?? 0,
        right: xs.at(-1) ?? 0,
        top: ys[0] ?? 0,
        bottom: ys.at(-1) ?? 0,
      };
    })
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Where lines of one direction are, those that are nearly the same as one, in their order. */
export function positions(rulings: readonly Ruling[], isLevel: boolean): readonly number[] {
  const all = rulings
    .filter((one) => one.isLevel === isLevel)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const at of all) {
    const last = groups.at(-1);
    if (last !== undefined && at - (last[0] ?? 0) <= REACH) last.push(at);
    else groups.push([at]);
  }
  return groups.map((group) => group.reduce((sum, one) => sum + one, 0) / group.length);
}

/** Borders are drawn cell by cell: pieces of one line are one. */
function joinedLines(rulings: readonly Ruling[]): readonly Ruling[] {
  const joined: { isLevel: boolean; at: number; from: number; to: number }[] = [];
  for (const isLevel of [true, false]) {
    const own = rulings.filter((one) => one.isLevel === isLevel);
    const lanes = positions(own, isLevel);
    const byLane = Map.groupBy(own, ({ at }) => nearest(lanes, at));
    for (const [lane, pieces] of byLane) {
      const at = lanes[lane] ?? 0;
      let last: (typeof joined)[number] | undefined;
      for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
        if (last !== undefined && from - last.to <= REACH) last.to = Math.max(last.to, to);
        else joined.push((last = { isLevel, at, from, to }));
      }
    }
  }
  return joined;
}

/** The index of the position that is nearest. */
export function nearest(sorted: readonly number[], at: number): number {
  const before = Math.max(lastUpTo(sorted, at), 0);
  const after = sorted[before + 1] ?? Infinity;
  return after - at < Math.abs((sorted[before] ?? 0) - at) ? before + 1 : before;
}

/** The index of the last position that is no further; -1 if all are. */
export function lastUpTo(sorted: readonly number[], at: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Lines that meet, directly or by others. */
function groupsOf(lines: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const joined = new Joined(lines.length);
  lines.forEach((one, a) => {
    lines.forEach((other, b) => {
      if (b > a && meet(one, other)) joined.join(a, b);
    });
  });
  return [...Map.groupBy(lines, (_, index) => joined.rootOf(index)).values()];
}

function meet(one: Ruling, other: Ruling): boolean {
  if (one.isLevel === other.isLevel) return false;
  const on = (line: Ruling, at: number): boolean => at >= line.from - REACH && at <= line.to + REACH;
  return on(one, other.at) && on(other, one.at);
}
