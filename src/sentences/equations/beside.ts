import { remembered } from '../../source/remembered.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { TURNS_TO_ELSE } from '../split.ts';
import { isLimit, isQualified, placedIn, type Placed } from '../relations/placed.ts';

/** Units in which the same is counted. */
const ALIKE: readonly (readonly string[])[] = [
  ['人', '人次', '名'],
  ['台', '辆', '套', '台（套）', '部'],
  ['批', '批次'],
  ['月', '个月'],
  ['天', '日', '个工作日'],
  ['次', '场', '期', '场次', '班次'],
  ['户', '户次'],
  ['件', '件次'],
];

export function isAmount({ mention: { quantity } }: Placed): boolean {
  return quantity.kind === 'money' || quantity.kind === 'count';
}

export function isExact(one: Placed): boolean {
  return one.mention.quantity.approximation === undefined && !isLimit(one);
}

/** An amount or a count that is told exactly, and as no change. */
export function isPlain(one: Placed): boolean {
  return isAmount(one) && isExact(one) && one.mention.direction === 0;
}

/** The one of several; undefined where there are none or more. */
export function only(all: readonly Placed[]): Placed | undefined {
  return all.length === 1 ? all[0] : undefined;
}

export function isAlike(a: string, b: string): boolean {
  return a === b || ALIKE.some((group) => group.includes(a) && group.includes(b));
}

export function sameUnit(a: Mention, b: Mention): boolean {
  return a.quantity.unit === b.quantity.unit;
}

const QUALIFYING = /扣|剔除|另|加上|含/u;

/** Whether the words say that something else was added or taken off. */
export function isImpure(one: Placed): boolean {
  return isQualified(one) || QUALIFYING.test(one.clause);
}

/** 不采纳, 不满意: what is not so need not be all that is left. */
export const UNDONE_OF_SEVERAL = /不(?!合格|达标|及格|通过)[\p{Script=Han}]{2}$/u;

/** The stretches of a sentence, between its semicolons: numbers of one are told of one matter. */
export const stretchesOf = remembered((sentence: Sentence): readonly (readonly Placed[])[] => {
  const stretches: Placed[][] = [[]];
  for (const one of placedIn(sentence)) {
    if (TURNS_TO_ELSE.test(one.lead)) stretches.push([]);
    stretches.at(-1)?.push(one);
  }
  return stretches.filter(({ length }) => length > 0);
});

/** The words right before a number, behind the last mark and the last number. */
export function wordsOf({ lead }: Placed): string {
  return /[^，。；：、（）]*$/u.exec(lead)?.[0] ?? lead;
}

/** What is compared with: 上年末的 17.5 万册, 由 260 张. */
export function isBefore({ mention: { role, direction }, clause, lead }: Placed): boolean {
  if (role === 'last') return true;
  // 比上年缩短 2 天
  if (direction !== 0) return false;
  if (role === 'base') return !/计划|目标|任务|标准|要求/u.test(clause);
  return (
    /(?:上年末?|去年|年初)[^，。；：、]{0,6}$|上年末[^，。；：、\d]{0,16}$/u.test(lead) &&
    !/结[转余]/u.test(clause)
  );
}
