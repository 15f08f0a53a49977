import type { Sentence } from '../../charts/chart.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { nameInSentence } from '../../document/print-figure.ts';
import { exactOf } from '../../figures/figure.ts';

/**
 * How a figure changed on the year before: `增加12.30万元，增长5.20%`, or 持平.
 *
 * @returns nothing where the change is not known
 */
export function changeWords(id: string, { figures, source }: Booklet): Sentence {
  const [change, rate] = [figures.find(`${id}.增减额`), figures.find(`${id}.增减率`)];
  const exact = change && exactOf(change);
  if (change === undefined || exact === undefined) return [];
  if (exact.isZero()) return ['持平'];
  const [more, grew] = exact.isNegative() ? ['减少', '下降'] : ['增加', '增长'];
  const amount = nameInSentence(change, source.pack.conventions);
  const words: Sentence = [more, amount, amount.unit];
  const known = rate !== undefined && exactOf(rate) !== undefined;
  return known ? [...words, `，${grew}`, nameInSentence(rate, source.pack.conventions), '%'] : words;
}
