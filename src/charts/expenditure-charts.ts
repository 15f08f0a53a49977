import { EXPENDITURE_KINDS } from '../accounts/categories.ts';
import { isDisclosed, type Chart, type ChartRow, type Sentence } from './chart.ts';
import { largestFirst, type FigureWords } from './figure-words.ts';
import { OF_THE_YEAR } from './headline-figures.ts';
import { outOfHundred, type Part } from './out-of-hundred.ts';

/** Expenditure by 类: of all money, or of the general public budget where nothing more is disclosed. */
export interface ByClass {
  readonly id: (code: string) => string;
  readonly whole: string;
}

const ALL_MONEY: ByClass = {
  id: (code) => `支出.${code}.合计`,
  whole: OF_THE_YEAR.expenditure,
};
const GENERAL_BUDGET: ByClass = {
  id: (code) => `支出.${code}.一般公共预算.合计`,
  whole: '支出.一般公共预算.合计',
};

/** The key of the chart that says what the money was spent on. */
export const BY_CLASS = 'expenditure-classes';

/** What the money was spent on, by the functional classification. */
export function expenditureByClass(words: FigureWords): Chart {
  const all = classRows(words, ALL_MONEY);
  const [{ whole }, classes] = all.every(({ row }) => row.values.every(isDisclosed))
    ? [ALL_MONEY, all]
    : [GENERAL_BUDGET, classRows(words, GENERAL_BUDGET)];
  const rows = largestFirst(classes.map(({ row }) => row));
  const purposes = new Map(classes.map(({ row, code }) => [row.name, words.classPurpose(code)]));
  return {
    key: BY_CLASS,
    title: '钱用在哪些方面',
    whole: words.name(whole),
    message: partsOf(
      words,
      whole,
      rows.map(({ name }) => ({ id: name.nameOf, name })),
    ),
    series: ['决算数'],
    rows,
    meanings: rows.flatMap(({ name }) => {
      const text = purposes.get(name);
      return text === undefined ? [] : [{ name, text }];
    }),
  };
}

/** The classes on which something was spent, in the order of their codes, with those that are not disclosed. */
export function classRows(
  words: FigureWords,
  { id }: ByClass,
): readonly { readonly code: string; readonly row: ChartRow }[] {
  return words
    .classes(id)
    .flatMap((code) => words.row([id(code)], words.className(code)).map((row) => ({ code, row })))
    .filter(({ row: { values } }) => values.some(({ value }) => value !== '0'));
}

/** The whole, and how much of each 100元 of it each part is. */
function partsOf(words: FigureWords, whole: string, parts: readonly Part[]): Sentence {
  if (words.exact(whole) === undefined) return [];
  return [...words.named(whole), '。', ...outOfHundred(words, [], parts)];
}

/** What each kind of expenditure means to somebody who keeps no accounts. */
const MEANING: Readonly<Record<string, string>> = { 基本支出: '人员工资和日常运转', 项目支出: '专门任务' };

/** The kinds of expenditure as parts of all that was spent in the year. */
export function kindsOfExpenditure(words: FigureWords): readonly Part[] {
  return Object.values(EXPENDITURE_KINDS).map((kind) => {
    const id = `支出.${kind}`;
    return { id, name: words.name(id), meaning: MEANING[kind] };
  });
}

/** Money for running the body against money for single tasks. */
export function expenditureByKind(words: FigureWords): Chart {
  const whole = OF_THE_YEAR.expenditure;
  const kinds = kindsOfExpenditure(words);
  return {
    key: 'expenditure-kinds',
    title: '日常运转还是专门任务',
    whole: words.name(whole),
    message: partsOf(words, whole, kinds),
    series: ['决算数'],
    rows: largestFirst(kinds.flatMap(({ id }) => words.row([id]))),
  };
}
