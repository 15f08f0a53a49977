import { APPROPRIATIONS, THREE_PUBLIC_ITEMS } from '../accounts/categories.ts';
import type { Chart, Sentence } from './chart.ts';
import type { FigureWords } from './figure-words.ts';
import { OF_THE_YEAR } from './headline-figures.ts';

/** What was approved at the beginning of the year against what was spent in it, by appropriation. */
export function budgetChart(words: FigureWords): Chart {
  const { fiscal } = OF_THE_YEAR;
  const rate = `${fiscal}.完成年初预算率`;
  const completion: Sentence =
    words.exact(rate) === undefined ? [] : ['，', words.name(rate, '完成年初预算'), words.figure(rate), '%'];
  return {
    key: 'budget',
    title: '预算与决算',
    message: [...words.named('年初预算.财政拨款'), '，', ...words.named(fiscal), ...completion, '。'],
    series: ['年初预算数', '决算数'],
    rows: Object.values(APPROPRIATIONS).flatMap((fund) =>
      words.row([`年初预算.${fund}`, `支出.${fund}.合计`]),
    ),
  };
}

/** The three public expenses: what was allowed and what was spent, by kind. */
export function threePublicChart(words: FigureWords): Chart {
  const total = OF_THE_YEAR.threePublic;
  const change = words.change(total);
  return {
    key: 'three-public',
    title: '“三公”经费',
    message: [
      ...words.named('三公经费.全年预算数.合计'),
      '，',
      ...words.named(total),
      ...(change.length === 0 ? [] : ['，', ...change]),
      '。',
    ],
    series: ['全年预算数', '决算数'],
    rows: Object.values(THREE_PUBLIC_ITEMS).flatMap((kind) =>
      words.row([`三公经费.全年预算数.${kind}`, `三公经费.决算数.${kind}`], kind),
    ),
  };
}
