import type { SiteUnit } from '../compile/site-unit.ts';
import { summarizeBooklet, type BookletSummary } from './booklet-summary.ts';

/** What is told of a body itself, in plain values. */
export type UnitFacts = Pick<SiteUnit, 'slug' | 'unit' | 'formerNames'>;

/** A body and the summaries of its booklets, oldest first. */
export interface UnitSummary extends UnitFacts {
  readonly booklets: readonly BookletSummary[];
}

/**
 * Those of some units that have a booklet.
 *
 * @param pdf whether PDFs are made of their booklets
 */
export function summarizeUnits(units: readonly SiteUnit[], pdf: boolean): readonly UnitSummary[] {
  return units
    .filter(({ booklets }) => booklets.length > 0)
    .map((unit) => ({
      ...factsOf(unit),
      booklets: unit.booklets.map((booklet) => summarizeBooklet(booklet, pdf)),
    }));
}

/** The facts of a unit without its booklets. */
export function factsOf({ slug, unit, formerNames }: UnitFacts): UnitFacts {
  return { slug, unit, formerNames };
}

/**
 * Puts newer booklets beside older ones, in the order of the input. Of what is in both, the newer one stands: a body is
 * what its newest booklets say it is.
 */
export function mergeUnits(
  older: readonly UnitSummary[],
  newer: readonly UnitSummary[],
): readonly UnitSummary[] {
  const merged = new Map(older.map((unit) => [unit.slug, unit]));
  for (const unit of newer) {
    const booklets = new Map(
      [...(merged.get(unit.slug)?.booklets ?? []), ...unit.booklets].map((one) => [one.year, one]),
    );
    merged.set(unit.slug, { ...unit, booklets: [...booklets.values()].sort((a, b) => a.year - b.year) });
  }
  // As the paths of their files are sorted.
  return [...merged.values()].sort((a, b) => (`${a.slug}/` < `${b.slug}/` ? -1 : 1));
}
