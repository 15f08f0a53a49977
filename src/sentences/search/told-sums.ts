import { DONE, TAKEN_IN } from '../deeds.ts';
import { wordsOf } from '../equations/beside.ts';
import { FAMILIES } from '../relations/families.ts';
import { mayOverlap } from '../relations/overlapping.ts';
import { signOfChange } from './directions.ts';
import type { Term } from './terms.ts';
import { IN_ALL, TOGETHER } from '../sum-words.ts';

const SUM_WORD = new RegExp(String.raw`[合总小]计|${TOGETHER}|${IN_ALL}[\p{Script=Han}]{1,3}$`, 'u');
const NO_SUM = /其中|预算|计划|目标|平均|现有|共有(?!在)|达到?$|增|减|升|降|以上|另/u;
const RUNS_ON = /^(?:[、，]|和|及|与|以及|另)/u;

/** A 37 个、B 14 个，共 51 个: nothing else is told, and nothing stands between. */
export function isToldSum(parts: readonly Term[], whole: Term, terms: readonly Term[]): boolean {
  const [first] = parts;
  const beside = first !== undefined && terms.indexOf(whole) - terms.indexOf(first) === parts.length;
  if (!beside || !/^[，；（]/u.test(whole.placed.lead)) return false;
  const words = parts.map(({ placed }) => placed.clause);
  return (
    isSum(whole.placed.clause, words) &&
    parts.every((one) => signOfChange(one) === 0 && !/[合共总小]计|各/u.test(one.placed.clause)) &&
    parts.slice(1).every(({ placed }) => RUNS_ON.test(placed.lead))
  );
}

function isSum(clause: string, words: readonly string[]): boolean {
  const sums = SUM_WORD.test(clause) || (CUMULATED.test(clause) && areInOrder(words));
  // 两个展厅分别接待…，全年共接待…: more than the two may have.
  const isOfMore = /全年|年内|当年/u.test(clause) && words.some((one) => one.includes('分别'));
  return sums && !NO_SUM.test(clause) && !isOfMore && !isOfElse(clause, words);
}

/** What was done of what came in is no sum of it. */
function isOfElse(clause: string, words: readonly string[]): boolean {
  const done = words.some((one) => DONE.test(one));
  if (/总投资|总预算|总概算/u.test(clause) && (done || words.some((one) => one.includes('到位'))))
    return true;
  return DONE.test(clause) && !done && words.some((one) => TAKEN_IN.test(one));
}

/** 第一期 42 人、第二期 38 人、第三期 45 人，累计…. */
const CUMULATED = /累计/u;

function areInOrder(words: readonly string[]): boolean {
  return words.length >= SOME && words.every((one, at) => one.includes(`第${NUMERALS.charAt(at)}`));
}

const NUMERALS = '一二三四五六七八九';

/** 实有 92 人，较年初净减 5 人，年初为 97 人: what there is, how far it has moved, and from where. */
export function isFromOpening(three: readonly Term[]): boolean {
  const opens = three.filter(({ placed }) =>
    /^(?:年初|上年末|期初)(?:为|有|实有|共有)?$/u.test(placed.clause),
  );
  const moved = three.filter(
    (one) => signOfChange(one) !== 0 && /[比较](?:年初|上年末|期初)/u.test(one.placed.clause),
  );
  return opens.length === 1 && moved.length === 1;
}

/** 一等奖、二等奖、三等奖; 集中供养、分散供养: parts of one kind. */
const NEARLY = 0.25;
/** So many parts that hardly one is left out. */
const LITTLE = 0.18;
/** Three parts that lie so close to their whole are hardly some of it. */
const CLOSE = 0.05;
/** Parts that share no members are not more than their whole. */
const TOO_MANY = 0.1;
const MANY = 4;
const SOME = 3;

/** 240 个，城区 168 个、乡镇 72 个: kinds into which a whole falls; 分别为: each of its parts. */
export function isDivided({ placed: whole, value }: Term, parts: readonly Term[]): boolean {
  const [first, ...others] = parts;
  if (first === undefined || !others.every(({ placed }) => RUNS_ON.test(placed.lead))) return false;
  if (/^[，（：]分别(?:为|是)?$/u.test(first.placed.lead)) return true;
  const names = parts.map(({ placed }) => wordsOf(placed).replace(/^其中|^(?:和|及|与|以及)/u, ''));
  const all = parts.reduce((made, one) => made + one.value, 0);
  const apart = Math.abs(all - value) / value;
  if (isByFamily(names, whole.clause)) return true;
  // 报名 86 人，录用 52 人、培训 31 人: what was done of what came in, one behind the other.
  const areStages = TAKEN_IN.test(whole.clause) && names.some((name) => DONE.test(name));
  if (areStages || !areNames(names)) return false;
  const isAmong = first.placed.lead.includes('其中');
  return apart <= reachOf(names, isAmong) || (isAmong && all > value && apart <= TOO_MANY);
}

function areNames(names: readonly string[]): boolean {
  return !mayOverlap(names) && names.every((name) => name.length > 1 && !DONE_WITH.test(name));
}

function isByFamily(names: readonly string[], whole: string): boolean {
  return FAMILIES.some(
    ({ required, optional, of }) =>
      (of === undefined || of.test(whole)) &&
      required.every((kind) => names.filter((name) => kind.test(name)).length === 1) &&
      names.every((name) => [...required, ...optional].some((kind) => kind.test(name))),
  );
}

/** How far parts may lie from their whole, as a part of it, and still be told as all of it. */
function reachOf(names: readonly string[], isAmong: boolean): number {
  const endAlike = (length: number): boolean =>
    names.every((name) => name.length > length && name.slice(-length) === names[0]?.slice(-length));
  const [a = '', b = ''] = names;
  if (names.length >= SOME) return endAlike(1) ? NEARLY : isAmong && names.length < MANY ? CLOSE : LITTLE;
  return !isAmong && (endAlike(2) || (endAlike(1) && a.length === b.length)) ? NEARLY : -1;
}

/** What is done of all need not be all: 办结, 通过, 参加. */
const DONE_WITH = /参[加与训保]|通过|获|带动|覆盖|惠及|涉及|占|同比|比|率/u;
