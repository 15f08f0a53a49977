import type { Chart } from './chart.ts';
import type { FigureWords } from './figure-words.ts';

const COMPARED = [
  ['收入总计', '收入.总计'],
  ['本年支出合计', '支出.本年支出合计'],
  ['财政拨款支出总计', '财政拨款.支出总计'],
] as const;

/** The great totals of this year and of the year before. */
export function lastYearChart(words: FigureWords): Chart {
  const [revenue, fiscal] = [words.change('收入.总计'), words.change('财政拨款.支出总计')];
  const sentences = [
    ...(revenue.length === 0 ? [] : ['收入总计', ...revenue]),
    ...(revenue.length === 0 || fiscal.length === 0 ? [] : ['；']),
    ...(fiscal.length === 0 ? [] : ['财政拨款支出总计', ...fiscal]),
  ];
  return {
    key: 'last-year',
    title: '与上年相比',
    message: sentences.length === 0 ? [] : [...sentences, '。'],
    series: [`${words.year - 1}年`, `${words.year}年`],
    rows: COMPARED.flatMap(([label, id]) => words.row(label, [`${id}.上年`, id])),
  };
}
