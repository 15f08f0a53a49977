import type { Chart } from './chart.ts';
import type { FigureWords } from './figure-words.ts';
import { comparedFigures } from './headline-figures.ts';

/** The great figures of this year and of the year before. */
export function lastYearChart(words: FigureWords): Chart {
  const ids = comparedFigures((id) => words.exact(`${id}.增减额`) !== undefined);
  const sentences = ids
    .map((id) => [words.name(id), ...words.change(id)])
    .filter(({ length }) => length > 1)
    .flatMap((sentence, index) => [...(index === 0 ? [] : ['；']), ...sentence]);
  return {
    key: 'last-year',
    title: '与上年相比',
    message: sentences.length === 0 ? [] : [...sentences, '。'],
    series: [`${words.year - 1}年`, `${words.year}年`],
    rows: ids.flatMap((id) => words.row([`${id}.上年`, id])),
  };
}
