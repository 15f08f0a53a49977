/** One of several parts that a site is built in, each perhaps on a machine of its own. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  /** How many parts there are. */
  readonly count: number;
}

/** What making units took, by the names of their folders, in any unit of time. */
export type Costs = ReadonlyMap<string, number>;

/**
 * The units of a shard: a function of the names of all units, of the shard and of the costs alone, so that all machines
 * that build a site agree without asking each other. Without costs units are dealt out in the order of their names; with
 * them the dearest first, each to the shard that has least to do. A unit of unknown cost counts as the mean of the others.
 */
export function unitsOfShard(
  slugs: readonly string[],
  { index, count }: Shard,
  costs: Costs = new Map(),
): readonly string[] {
  const sorted = slugs.toSorted();
  if (costs.size === 0) return sorted.filter((_, at) => at % count === index - 1);
  const mean = [...costs.values()].reduce((sum, cost) => sum + cost, 0) / costs.size;
  const costOf = (slug: string): number => costs.get(slug) ?? mean;
  const loads = Array.from({ length: count }, () => 0);
  const own: string[] = [];
  for (const slug of sorted.toSorted((a, b) => costOf(b) - costOf(a))) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + costOf(slug);
    if (least === index - 1) own.push(slug);
  }
  return own.sort();
}
