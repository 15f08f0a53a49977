import { EXPENDITURE_KINDS } from '../accounts/categories.ts';
import { isDisclosed, type Chart, type ChartRow } from './chart.ts';
import { classRows } from './expenditure-charts.ts';
import { largestFirst, type FigureWords } from './figure-words.ts';
import { OF_THE_YEAR } from './headline-figures.ts';
import { SOURCES, WHOLE } from './revenue-chart.ts';

const SPENT = '支出.总计';
/** What of the total was not spent in the year. */
const LEFT = ['支出.结余分配', '支出.年末结转和结余'];

/**
 * Where the money of a year came from and where it went, what was carried over on both sides: on the left all that makes
 * the total of revenue, on the right all that makes that of expenditure, by class or, where not all classes are
 * disclosed, by kind. Nothing where a part is not known or negative: then the others do not make the whole.
 */
export function flowChart(words: FigureWords): Chart {
  const sources = largestFirst(SOURCES.flatMap((name) => words.row([`收入.${name}`])));
  const uses = [...largestFirst(usesOf(words)), ...LEFT.flatMap((id) => words.row([id]))];
  const isWhole =
    [...sources, ...uses].every(isKnown) && [WHOLE, SPENT].every((id) => words.exact(id) !== undefined);
  return {
    key: 'flow',
    title: '钱从哪里来，到哪里去',
    message: isWhole
      ? [`${words.year}年`, ...words.named(WHOLE), '，都去了哪里：', ...words.named(SPENT), '。']
      : [],
    series: ['决算数'],
    rows: isWhole ? [...sources, ...uses] : [],
    flow: { sources: sources.map(({ name }) => name.nameOf) },
  };
}

function usesOf(words: FigureWords): readonly ChartRow[] {
  const classes = classRows(words, {
    id: (code) => `支出.${code}.合计`,
    whole: OF_THE_YEAR.expenditure,
  }).map(({ row }) => row);
  if (classes.length > 0 && classes.every(isKnown)) return classes;
  return Object.values(EXPENDITURE_KINDS).flatMap((kind) => words.row([`支出.${kind}`]));
}

function isKnown({ values }: ChartRow): boolean {
  return values.every((one) => isDisclosed(one) && Number(one.value) >= 0);
}
