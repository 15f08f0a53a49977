import type { Sentence } from '../../charts/chart.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { nameInSentence } from '../../document/print-figure.ts';
import { publishedFigures } from '../../compile/published-figures.ts';
import { exactOf, type Figure } from '../../figures/figure.ts';

/**
 * How a figure changed on the year before: `增加12.30万元，增长5.20%`, or 持平.
 *
 * @returns nothing where the change is not known
 */
export function changeWords(id: string, booklet: Booklet): Sentence {
  const { figures } = booklet;
  const change = figures.find(`${id}.增减额`);
  return change === undefined ? [] : wordsOfChange(change, figures.find(`${id}.增减率`), booklet);
}

/** `changeWords` of a change and its rate that are at hand. */
export function wordsOfChange(change: Figure, rate: Figure | undefined, booklet: Booklet): Sentence {
  const exact = exactOf(change);
  if (exact === undefined) return [];
  if (exact.isZero()) return ['持平'];
  const [more, grew] = exact.isNegative() ? ['减少', '下降'] : ['增加', '增长'];
  const words = [more, ...said(change, booklet)];
  const known = rate !== undefined && exactOf(rate) !== undefined;
  return known ? [...words, `，${grew}`, ...said(rate, booklet)] : words;
}

/** A figure with its unit; as words alone where it is not published, so that it leads nowhere. */
function said(figure: Figure, booklet: Booklet): Sentence {
  const named = nameInSentence(figure, booklet.source.pack.conventions);
  return publishedFigures(booklet).has(figure.id) ? [named, named.unit] : [`${named.printed}${named.unit}`];
}
