import { REVENUE_KINDS } from '../accounts/categories.ts';
import type { Chart, Sentence } from './chart.ts';
import { largestFirst, type FigureWords } from './figure-words.ts';

/** All money that a body had in the year. */
export const WHOLE = '收入.总计';
/** What the total is made of, and the kinds of revenue that make the first of them. */
const PARTS = ['收入.本年收入合计', '收入.使用非财政拨款结余', '收入.年初结转和结余'];
/** What that is made of, as rows of the table. */
export const SOURCES = [...Object.values(REVENUE_KINDS), '使用非财政拨款结余', '年初结转和结余'];

/** Where the money came from: the revenue of the year, surplus used and what was carried over. */
export function revenueChart(words: FigureWords): Chart {
  return {
    key: 'revenue',
    title: '钱从哪里来',
    whole: words.name(WHOLE),
    message: message(words),
    series: ['决算数'],
    rows: largestFirst(SOURCES.flatMap((name) => words.row([`收入.${name}`]))),
  };
}

function message(words: FigureWords): Sentence {
  if ([WHOLE, ...PARTS].some((id) => words.exact(id) === undefined)) return [];
  const parts = PARTS.filter((id) => words.exact(id)?.isZero() === false).flatMap((id, index) => [
    index === 0 ? '，其中：' : '、',
    ...words.named(id),
  ]);
  return [`${words.year}年`, ...words.named(WHOLE), ...parts, '。'];
}
