import type { Element } from 'hast';
import type { Sentence } from '../../charts/chart.ts';
import { drawBullet } from '../../charts/draw-bullet.ts';
import { kindsOfExpenditure } from '../../charts/expenditure-charts.ts';
import { FigureWords, type Direction } from '../../charts/figure-words.ts';
import { OF_THE_YEAR } from '../../charts/headline-figures.ts';
import { outOfHundred } from '../../charts/out-of-hundred.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { reasonText } from '../../document/reasons.ts';
import { varianceOf } from '../../figures/variance.ts';
import { ANSWERS, type BesidePage } from '../answers/beside.ts';
import type { Printed } from './printed.ts';

/** A question of a citizen that one figure answers. */
interface Question {
  readonly id: string;
  /** The term in everyday words. */
  readonly meaning: string;
  /** Of which changes the booklet may give the reason, the nearest to the question first. */
  readonly explained: readonly string[];
  /** The page that tells more. */
  readonly more?: BesidePage;
}

const QUESTIONS: readonly Question[] = [
  {
    id: OF_THE_YEAR.revenue,
    meaning: '当年收到的钱。加上动用的以前的结余和上年没花完、转到今年的，就是“收入总计”。',
    explained: [OF_THE_YEAR.revenue, '收入.总计'],
  },
  {
    id: OF_THE_YEAR.expenditure,
    meaning: '一年里实际花出去的钱：发工资、保日常运转的是“基本支出”，办专门事情的是“项目支出”。',
    explained: [OF_THE_YEAR.expenditure],
  },
  {
    id: OF_THE_YEAR.fiscal,
    meaning:
      '本年支出里由“财政拨款”支付的部分，即政府从税收等公共资金里拨给单位的钱。加上留到下年用的，就是“财政拨款支出总计”。',
    explained: [OF_THE_YEAR.fiscal, '财政拨款.支出总计'],
  },
  {
    id: OF_THE_YEAR.threePublic,
    meaning: '用财政拨款支付的三项开支：因公出国（境）、公务用车的购置和运行维护、公务接待。',
    explained: [OF_THE_YEAR.threePublic],
    more: ANSWERS.threePublic,
  },
];

/** How much of a budget was spent, and of which budget. */
interface Rate {
  readonly id: string;
  readonly budget: string;
  readonly outturn: string;
  readonly meaning: string;
}

const COMPLETION: Rate = {
  id: `${OF_THE_YEAR.fiscal}.完成年初预算率`,
  budget: '年初预算.财政拨款',
  outturn: OF_THE_YEAR.fiscal,
  meaning: '本年财政拨款支出是年初预算数的百分之几。超过100%，是年中追加了预算，或者用了上年结转的钱。',
};

/** The execution rate (P01) where a self-evaluation of all expenditure tells the adjusted budget, otherwise completion. */
function ratesOf({ source }: Booklet): readonly Rate[] {
  const whole = source.pack.forms.filter(({ kind }) => kind.outturn === OF_THE_YEAR.expenditure);
  const rates = whole.map(({ kind: { key } }) => ({
    id: `绩效.${key}.执行率`,
    budget: `绩效.${key}.全年预算数`,
    outturn: `绩效.${key}.全年执行数`,
    meaning: '全年执行数是全年预算数的百分之几。全年预算数是年初预算加上年中的追加和调整。',
  }));
  return [...rates, COMPLETION];
}

/** A variance from the initial budget that the booklet gives a reason for. */
const VARIANCE = varianceOf('财政拨款.支出总计');

/** A change or a variance, and why: the booklet's own words. */
interface Explained {
  /** What is explained, where it is not the comparison that stands before it. */
  readonly what: Sentence;
  readonly reason: string;
}

/** A main figure with what it means, how it changed and why. */
export interface MainFigure {
  readonly figure: Printed;
  /** The same amount in 亿元, where it is that large. */
  readonly large: Printed | undefined;
  readonly meaning: string;
  /** What became of it: the change on last year, or the budget beside the outturn. */
  readonly comparison: Sentence;
  readonly direction?: Direction | undefined;
  readonly picture?: Element | undefined;
  readonly explained?: Explained | undefined;
  readonly more?: BesidePage | undefined;
}

/** The main figures of a booklet, in the order in which a citizen asks. */
export function mainFigures(booklet: Booklet): readonly MainFigure[] {
  const words = new FigureWords(booklet.source);
  const answers = QUESTIONS.map(({ id, meaning, explained, more }) => {
    const change = words.change(id);
    return {
      figure: words.figure(id),
      large: words.inHundredMillions(id),
      meaning,
      comparison: change.length === 0 ? ['没有上年数可比'] : change,
      direction: words.direction(id),
      explained: explainedChange(id, explained, booklet, words),
      more,
    };
  });
  return [...answers, ...rateOf(booklet, words)];
}

/** The first change with a reason; one of another figure is stated by its name. */
function explainedChange(
  id: string,
  candidates: readonly string[],
  { source }: Booklet,
  words: FigureWords,
): Explained | undefined {
  for (const candidate of candidates) {
    const reason = reasonText(candidate, source.year);
    const change = words.change(candidate);
    if (reason !== undefined && change.length > 0)
      return { what: candidate === id ? [] : [...words.named(candidate), '，', ...change], reason };
  }
  return undefined;
}

/** How much of the budget was spent; nothing where no budget is known, or there was none. */
function rateOf(booklet: Booklet, words: FigureWords): readonly MainFigure[] {
  const rate = ratesOf(booklet).find(({ id }) => words.exact(id) !== undefined);
  if (rate === undefined) return [];
  const { id, budget, outturn, meaning } = rate;
  const reason = reasonText(VARIANCE, booklet.source.year);
  const explained =
    reason !== undefined && words.exact(VARIANCE) !== undefined
      ? { what: [words.name(VARIANCE), words.figure(VARIANCE), '%'], reason }
      : undefined;
  return [
    {
      figure: words.figure(id),
      large: undefined,
      meaning,
      comparison: [...words.named(budget), '，', ...words.named(outturn)],
      picture: drawBullet(words.figure(budget), words.figure(outturn)),
      explained,
      more: booklet.source.year.evaluations.length > 0 ? ANSWERS.performance : undefined,
    },
  ];
}

/** The booklet in a breath: what came in, what was spent, and on what kind of thing; nothing where that is not known. */
export function headline(booklet: Booklet): Sentence {
  const words = new FigureWords(booklet.source);
  const { revenue, expenditure } = OF_THE_YEAR;
  if (words.exact(revenue) === undefined || words.exact(expenditure) === undefined) return [];
  return [
    `${booklet.year}年`,
    ...words.named(revenue),
    '，',
    ...words.named(expenditure),
    '。',
    ...outOfHundred(words, [words.name(expenditure)], kindsOfExpenditure(words)),
  ];
}
