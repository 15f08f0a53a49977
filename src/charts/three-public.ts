import { reasonText } from '../document/reasons.ts';
import type { BookletSource } from '../document/booklet-source.ts';
import type { NamedFigure } from '../document/print-figure.ts';
import { varianceOf } from '../figures/variance.ts';
import type { FigureName, Sentence } from './chart.ts';
import { FigureWords, type Direction } from './figure-words.ts';

/** Why something is more or less than something else: the booklet's own words. */
export interface GivenReason {
  /** What is explained: `与上年相比`, or the figure of a part. */
  readonly of: string;
  readonly text: string;
}

/** One kind of the three public expenses, or all of them: what was spent, and what a reader asks next. */
export interface ThreePublicKind {
  readonly figure: NamedFigure;
  readonly name: FigureName;
  /** What it is, in everyday words. */
  readonly meaning: string;
  /** The kinds that it is made of, where the tables print them too. */
  readonly parts: Sentence;
  /** What had been allowed, and how much less or more was spent; nothing where no budget is known. */
  readonly budget: Sentence;
  readonly change: Sentence;
  readonly direction?: Direction | undefined;
  /** How many trips, cars, guests. */
  readonly counts: Sentence;
  readonly reasons: readonly GivenReason[];
}

interface Kind {
  /** As in the ids of its figures. */
  readonly item: string;
  readonly meaning: string;
  readonly parts: readonly string[];
  readonly counts: readonly string[];
}

/** In the order of the table. */
const KINDS: readonly Kind[] = [
  {
    item: '合计',
    meaning: '用财政拨款支付的三项开支：因公出国（境）、公务用车、公务接待。',
    parts: [],
    counts: [],
  },
  {
    item: '因公出国（境）费',
    meaning: '为公务出国、出境的旅费、住宿费、伙食费、培训费等。',
    parts: [],
    counts: ['因公出国（境）团组数', '因公出国（境）人次'],
  },
  {
    item: '公务用车购置及运行维护费',
    meaning: '买公务用车的钱，和养车的钱：燃料、维修、过路过桥、保险等。',
    parts: ['公务用车购置费', '公务用车运行维护费'],
    counts: ['公务用车购置数', '公务用车保有量'],
  },
  {
    item: '公务接待费',
    meaning: '接待来办公事的人的开支。',
    parts: [],
    counts: ['国内公务接待批次', '国内公务接待人次'],
  },
];

/** Budgets that an outturn may be held against, by the columns of the table: the adjusted one first. */
const BUDGETS = ['全年预算数', '年初预算数'];

const outturnOf = (item: string): string => `三公经费.决算数.${item}`;

/** The three public expenses of a booklet, all of them first. Every booklet has the figures of what was spent. */
export function threePublicKinds(source: BookletSource): readonly ThreePublicKind[] {
  const words = new FigureWords(source);
  return KINDS.map((kind) => {
    const id = outturnOf(kind.item);
    return {
      figure: words.figure(id),
      name: kind.item === '合计' ? words.name(id) : words.name(id, kind.item),
      meaning: kind.meaning,
      parts: partsOf(kind, words),
      budget: budgetOf(kind, words),
      change: words.change(id),
      direction: words.direction(id),
      counts: joined(kind.counts.map((name) => countOf(`三公经费.${name}`, words))),
      reasons: reasonsOf(kind, source, words),
    };
  });
}

/**
 * All of them and each kind in one sentence; nothing where what was spent is not disclosed.
 *
 * @param kinds as {@link threePublicKinds} gives them
 */
export function threePublicInBrief([total, ...kinds]: readonly ThreePublicKind[]): Sentence {
  if (total === undefined || total.figure.value === '') return [];
  const known = kinds.filter(({ figure }) => figure.value !== '');
  const amount = ({ name, figure }: ThreePublicKind): Sentence => [name, figure, '万元'];
  return [...amount(total), '：', ...joined(known.map(amount)), '。'];
}

function partsOf({ parts }: Kind, words: FigureWords): Sentence {
  return joined(
    parts.map((item) => [words.name(outturnOf(item), item), words.figure(outturnOf(item)), '万元']),
  );
}

function countOf(id: string, words: FigureWords): Sentence {
  if (!words.has(id)) return [];
  const figure = words.figure(id);
  return [words.name(id), '：', figure, figure.value === '' ? '' : figure.unit];
}

function joined(sentences: readonly Sentence[]): Sentence {
  return sentences
    .filter(({ length }) => length > 0)
    .flatMap((sentence, index) => [...(index === 0 ? [] : ['，']), ...sentence]);
}

function budgetOf({ item }: Kind, words: FigureWords): Sentence {
  const column = BUDGETS.find((one) => words.exact(`三公经费.${one}.${item}`) !== undefined);
  if (column === undefined) return [];
  const difference = words.exact(outturnOf(item))?.minus(words.exact(`三公经费.${column}.${item}`) ?? 0);
  const relation =
    difference === undefined
      ? []
      : [difference.isZero() ? '，与决算数相同' : difference.isNegative() ? '，没有花完' : '，花得更多'];
  return [column, words.figure(`三公经费.${column}.${item}`), '万元', ...relation];
}

/** The reason of the change first, then why the budget and what was spent differ; each text once. */
function reasonsOf(
  { item, parts }: Kind,
  { year }: BookletSource,
  words: FigureWords,
): readonly GivenReason[] {
  const id = outturnOf(item);
  const changes = words.change(id).length > 0 ? [[id, '与上年相比']] : [];
  const variances = [
    [varianceOf(id), '与预算相比'],
    ...parts.map((part) => [varianceOf(outturnOf(part)), `${part}与预算相比`]),
  ];
  const given = [...changes, ...variances].flatMap(([of = '', about = '']): readonly GivenReason[] => {
    const text = reasonText(of, year);
    return text === undefined ? [] : [{ of: about, text }];
  });
  return given.filter(({ text }, index) => given.findIndex((one) => one.text === text) === index);
}
