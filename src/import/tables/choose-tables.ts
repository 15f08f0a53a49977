import type { Candidate, Site } from './find-tables.ts';

/** A table of the given files, and which of the pack's it is. */
export interface ChosenTable {
  readonly site: Site;
  readonly candidate: Candidate;
}

/** Tables that are recognised, and those that may be several. */
export interface Choice {
  readonly chosen: readonly ChosenTable[];
  readonly unsure: readonly Site[];
}

/** By how much the best must be better than the next, where nothing but headings tells them apart. */
const CLEARLY = 0.05;

/**
 * Decides which table is which: first those that are named or whose headings fit one layout only, then, of what is left,
 * those for which one layout is left. A head that is repeated where a page begins goes on with the table above it.
 */
export function chooseTables(sites: readonly Site[]): Choice {
  const chosen = new Map<Site, Candidate>();
  sites.forEach((site, index) => {
    const clear = clearOf(site.candidates);
    const before = sites[index - 1];
    const above = before?.sheet === site.sheet ? chosen.get(before) : undefined;
    const again = site.candidates.find(({ table }) => table === above?.table);
    if (again !== undefined && site.caption.length === 0) {
      chosen.set(site, again);
    } else if (clear !== undefined) chosen.set(site, clear);
  });
  const taken = new Set([...chosen.values()].map(({ table }) => table));
  for (const site of sites.filter((one) => !chosen.has(one))) {
    const clear = clearOf(site.candidates.filter(({ table }) => !taken.has(table)));
    if (clear !== undefined) chosen.set(site, clear);
  }
  return {
    chosen: sites.flatMap((site) => {
      const candidate = chosen.get(site);
      return candidate === undefined ? [] : [{ site, candidate }];
    }),
    unsure: sites.filter((site) => !chosen.has(site)),
  };
}

function clearOf(candidates: readonly Candidate[]): Candidate | undefined {
  const [best, next] = candidates;
  if (best === undefined) return undefined;
  return next === undefined || best.score - next.score > CLEARLY ? best : undefined;
}
