import type { Booklet } from '../compile/compile-site.ts';
import { publishedFigures } from '../document/published-figures.ts';
import { bookletAddress, elementAddress } from './addresses.ts';

const published = new WeakMap<Booklet, ReadonlySet<string>>();

/**
 * Address of a figure's origin; undefined for a comparison that the booklet does not print, which its list of figures
 * does not have.
 */
export function figureAddress(page: URL, booklet: Booklet, id: string): string | undefined {
  return publishedIds(booklet).has(id)
    ? elementAddress(bookletAddress(page, booklet, 'figures'), id)
    : undefined;
}

function publishedIds(booklet: Booklet): ReadonlySet<string> {
  const known = published.get(booklet);
  if (known !== undefined) return known;
  const ids = new Set(publishedFigures(booklet.figures, booklet.render()).map(({ id }) => id));
  published.set(booklet, ids);
  return ids;
}
