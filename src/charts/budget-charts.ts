import { APPROPRIATIONS, THREE_PUBLIC_ITEMS } from '../accounts/categories.ts';
import type { Chart, Sentence } from './chart.ts';
import type { FigureWords } from './figure-words.ts';

/** What was approved at the beginning of the year against what was spent, by appropriation. */
export function budgetChart(words: FigureWords): Chart {
  const rate = '财政拨款.支出总计.完成年初预算率';
  const message: Sentence =
    words.exact(rate) === undefined
      ? []
      : [
          '财政拨款年初预算',
          words.figure('年初预算.财政拨款'),
          '万元，决算是预算的',
          words.figure(rate),
          '%。',
        ];
  return {
    key: 'budget',
    title: '预算与决算',
    message,
    series: ['预算', '决算'],
    rows: Object.values(APPROPRIATIONS).flatMap((fund) =>
      words.row(`${fund}财政拨款支出`, [`年初预算.${fund}`, `财政拨款.${fund}.支出总计`]),
    ),
  };
}

/** The three public expenses: what was allowed and what was spent, by kind. */
export function threePublicChart(words: FigureWords): Chart {
  const total = '三公经费.决算数.合计';
  return {
    key: 'three-public',
    title: '“三公”经费',
    message: [
      '“三公”经费决算',
      words.inSentence(total),
      '万元，全年预算',
      words.figure('三公经费.全年预算数.合计'),
      '万元',
      ...words.change(total).flatMap((piece, index) => (index === 0 ? ['；', piece] : [piece])),
      '。',
    ],
    series: ['预算', '决算'],
    rows: Object.values(THREE_PUBLIC_ITEMS).flatMap((kind) =>
      words.row(kind, [`三公经费.全年预算数.${kind}`, `三公经费.决算数.${kind}`]),
    ),
  };
}
