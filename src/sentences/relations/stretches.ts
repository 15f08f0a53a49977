import type { Sentence } from '../sentence.ts';
import { TURNS_TO_ELSE } from '../split.ts';
import { countedIn } from './counted.ts';
import { placedIn } from './placed.ts';
import type { Relation } from './relation.ts';

/** Whether numbers that do not fit stand in one stretch of the sentence: behind a semicolon it speaks of something else. */
export function isWithinStretch({ members, holds }: Relation, { text, from }: Sentence): boolean {
  if (holds) return true;
  const own = members.filter((one) => one.from >= from);
  const [first, last] = [Math.min(...own.map((one) => one.from)), Math.max(...own.map((one) => one.to))];
  return own.length === 0 || !TURNS_TO_ELSE.test(text.slice(first - from, last - from));
}

/** 支出 3.26 万元；比上年的 2.90 万元增长…: behind the semicolon only what it is compared with. */
export function goesOnComparing({ members }: Relation, { text, from }: Sentence): boolean {
  const own = members.filter((one) => one.from >= from);
  const [first, last] = [Math.min(...own.map((one) => one.from)), Math.max(...own.map((one) => one.to))];
  const [, behind = '', ...more] = text.slice(first - from, last - from).split(TURNS_TO_ELSE);
  return more.length === 0 && /^(?:[比较与同](?:上年|去年|年初)|同比)/u.test(behind);
}

/** Whether what is left is told behind the semicolon: 成交 166.50 万元；已付 49.95 万元，其余 116.55 万元. */
export function leavesARest({ result }: Relation, sentence: Sentence): boolean {
  const rest = placedIn(sentence).find(({ mention }) => mention.quantity.from === result.from);
  return rest !== undefined && /^(?:其余|余款|尾款|余下)/u.test(rest.mention.words);
}

/** Whether a total is of several stretches: 两类合计, or 合计 right behind the semicolon. */
export function totalsStretches({ result }: Relation, sentence: Sentence): boolean {
  const total = placedIn(sentence).find(({ mention }) => mention.quantity.from === result.from);
  if (total === undefined) return false;
  return countedIn(total.mention.words) !== undefined || TURNS_TO_ELSE.test(total.lead);
}
