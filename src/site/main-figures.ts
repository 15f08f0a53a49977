import type { Element } from 'hast';
import type { Sentence } from '../charts/chart.ts';
import { drawBullet } from '../charts/draw-bullet.ts';
import { FigureWords, type Direction } from '../charts/figure-words.ts';
import type { Booklet } from '../compile/booklet.ts';
import { reasonText } from '../document/reasons.ts';
import type { Printed } from './printed.ts';

/** A question of a citizen that one figure answers. */
interface Question {
  readonly id: string;
  readonly name: string;
  /** The term in everyday words. */
  readonly meaning: string;
  /** Whose reason explains the change, or the variance from the budget. */
  readonly reason: string;
}

const QUESTIONS: readonly Question[] = [
  {
    id: '收入.总计',
    name: '收入总计',
    meaning: '一年里可以用的钱：当年收到的，加上动用的以前的结余，和上年没花完、转到今年的。',
    reason: '收入.总计',
  },
  {
    id: '支出.本年支出合计',
    name: '本年支出',
    meaning: '一年里实际花出去的钱：发工资、保日常运转的是“基本支出”，办专门事情的是“项目支出”。',
    reason: '支出.本年支出合计',
  },
  {
    id: '财政拨款.支出总计',
    name: '财政拨款支出',
    meaning: '“财政拨款”是政府从税收等公共资金里拨给单位的钱。这里是它的去向：当年花掉的，加上留到下年用的。',
    reason: '财政拨款.支出总计',
  },
  {
    id: '三公经费.决算数.合计',
    name: '“三公”经费',
    meaning: '用财政拨款支付的三项开支：因公出国（境）、公务用车的购置和运行维护、公务接待。',
    reason: '三公经费.决算数.合计',
  },
];

/** How much of the budget was spent: no change on last year belongs to it. */
const EXECUTION: Question = {
  id: '财政拨款.支出总计.完成年初预算率',
  name: '预算执行率',
  meaning:
    '财政拨款的决算数是年初预算数的百分之几。不到100%，是没有花完；超过100%，是年中追加了预算，或者用了上年结转的钱。',
  reason: '财政拨款.支出总计.预决算差异率',
};

/** A main figure with what it means, how it changed and why. */
export interface MainFigure {
  readonly name: string;
  readonly figure: Printed;
  /** The same amount in 亿元, where it is that large. */
  readonly large: Printed | undefined;
  readonly meaning: string;
  /** What became of it: the change on last year, or the budget beside the outturn. */
  readonly comparison: Sentence;
  readonly direction?: Direction | undefined;
  readonly picture?: Element | undefined;
  /** The booklet's own words. */
  readonly reason?: string;
}

/** The main figures of a booklet, in the order in which a citizen asks. */
export function mainFigures(booklet: Booklet): readonly MainFigure[] {
  const words = new FigureWords(booklet.source);
  const answers = QUESTIONS.map((question) => {
    const change = words.change(question.id);
    const comparison = change.length === 0 ? ['与上年的比较没有公开'] : change;
    return { ...answer(question, booklet, words), comparison, direction: words.direction(question.id) };
  });
  const budget = words.figure('年初预算.财政拨款');
  const outturn = words.figure('财政拨款.支出总计');
  return [
    ...answers,
    {
      ...answer(EXECUTION, booklet, words),
      comparison: ['年初预算', budget, '万元，决算', outturn, '万元'],
      picture: drawBullet(budget, outturn),
    },
  ];
}

function answer({ id, name, meaning, reason }: Question, { source }: Booklet, words: FigureWords) {
  const text = reasonText(reason, source.year);
  const [figure, large] = [words.figure(id), words.inHundredMillions(id)];
  return { name, figure, large, meaning, ...(text !== undefined && { reason: text }) };
}

/** The booklet in a breath: what came in, what was spent, and on what kind of thing; nothing where that is not known. */
export function headline(booklet: Booklet): Sentence {
  const words = new FigureWords(booklet.source);
  const [revenue, expenditure] = ['收入.总计', '支出.本年支出合计'] as const;
  if (words.exact(revenue) === undefined || words.exact(expenditure) === undefined) return [];
  return [
    `${booklet.year}年一共有`,
    words.figure(revenue),
    '万元可用，花了',
    words.figure(expenditure),
    '万元。',
    ...kindsOfExpenditure(words),
  ];
}

function kindsOfExpenditure(words: FigureWords): Sentence {
  const [basic, project] = ['支出.基本支出.占比', '支出.项目支出.占比'] as const;
  if (words.exact(basic) === undefined || words.exact(project) === undefined) return [];
  const spent = ['元用来发工资、保日常运转，', words.figure(project), '元用来办专门的事。'];
  return ['每花100元，', words.figure(basic), ...spent];
}
