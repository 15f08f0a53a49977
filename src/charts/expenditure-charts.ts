import { EXPENDITURE_KINDS } from '../accounts/categories.ts';
import { isDisclosed, type Chart, type ChartRow, type Sentence } from './chart.ts';
import { largestFirst, type FigureWords } from './figure-words.ts';

/** Expenditure by 类: of all money, or of the general public budget where nothing more is disclosed. */
interface ByClass {
  readonly id: (code: string) => string;
  readonly title: string;
  readonly whole: string;
}

const ALL_MONEY: ByClass = {
  id: (code) => `支出.${code}.合计`,
  title: '钱用在哪些方面',
  whole: '每花100元',
};
const GENERAL_BUDGET: ByClass = {
  id: (code) => `支出.${code}.一般公共预算.合计`,
  title: '一般公共预算财政拨款用在哪些方面',
  whole: '一般公共预算财政拨款每花100元',
};

/** How many classes the message names. */
const NAMED = 2;

/** What the money was spent on, by the functional classification. */
export function expenditureByClass(words: FigureWords): Chart {
  const all = classRows(words, ALL_MONEY);
  const [scope, classes] = all.every(({ row }) => row.values.every(isDisclosed))
    ? [ALL_MONEY, all]
    : [GENERAL_BUDGET, classRows(words, GENERAL_BUDGET)];
  const rows = largestFirst(classes.map(({ row }) => row));
  const largest = rows.slice(0, NAMED).flatMap((row) => classes.filter((one) => one.row === row));
  const message = largest.flatMap(({ code, row }) => shareOf(words, scope.id(code), row));
  return {
    key: 'expenditure-classes',
    title: scope.title,
    message: message.length === 0 ? [] : [scope.whole, ...message, '。'],
    series: ['决算'],
    rows,
  };
}

function classRows(words: FigureWords, { id }: ByClass): readonly { code: string; row: ChartRow }[] {
  return words
    .classes(id)
    .flatMap((code) => words.row(words.className(code), [id(code)]).map((row) => ({ code, row })))
    .filter(({ row }) => row.values.some(({ value }) => value !== '0'));
}

function shareOf(words: FigureWords, id: string, { label }: ChartRow): Sentence {
  const share = words.share(`${id}.占比`);
  return share === undefined ? [] : ['，有', share, `元用于${label.replace(/支出$/, '')}`];
}

/** What each kind of expenditure means to somebody who keeps no accounts. */
const MEANING = { 基本支出: '人员工资和日常运转', 项目支出: '专门任务' } as const;

/** Money for running the body against money for single tasks. */
export function expenditureByKind(words: FigureWords): Chart {
  const kinds = Object.values(EXPENDITURE_KINDS);
  const shares = Object.entries(MEANING).flatMap(([kind, meaning]) => {
    const share = words.share(`支出.${kind}.占比`);
    return share === undefined ? [] : ['，', share, `元是${kind}（${meaning}）`];
  });
  return {
    key: 'expenditure-kinds',
    title: '日常运转还是专门任务',
    message: shares.length === 0 ? [] : ['每花100元', ...shares, '。'],
    series: ['决算'],
    rows: largestFirst(kinds.flatMap((kind) => words.row(kind, [`支出.${kind}`]))),
  };
}
