import type { Booklet } from '../../compile/booklet.ts';
import { publishedFigures } from '../../compile/published-figures.ts';
import type { Figure } from '../../figures/figure.ts';

/** The figures that a booklet publishes; where its text cannot be put together, all that are defined. */
export function knownFigures(booklet: Booklet): readonly Figure[] {
  return booklet.renderAnyway() === undefined
    ? booklet.figures.all()
    : [...publishedFigures(booklet).values()];
}
