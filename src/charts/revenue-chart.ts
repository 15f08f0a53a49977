import { REVENUE_KINDS } from '../accounts/categories.ts';
import type { Chart, Sentence } from './chart.ts';
import { largestFirst, type FigureWords } from './figure-words.ts';

const SOURCES = [...Object.values(REVENUE_KINDS), '使用非财政拨款结余', '年初结转和结余'];

/** Where the money of the year came from: the revenue of the year, surplus used and what was carried over. */
export function revenueChart(words: FigureWords): Chart {
  const rows = largestFirst(SOURCES.flatMap((name) => words.row(name, [`收入.${name}`])));
  return {
    key: 'revenue',
    title: '钱从哪里来',
    message: [`${words.year}年收入总计`, words.figure('收入.总计'), '万元', ...fiscalShare(words), '。'],
    series: ['决算'],
    rows,
  };
}

function fiscalShare(words: FigureWords): Sentence {
  const share = words.share('收入.财政拨款收入.占比');
  return share === undefined ? [] : ['；财政拨款占当年收入的', share, '%'];
}
