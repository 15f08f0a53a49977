import { isAmount, isExact, wordsOf } from '../equations/beside.ts';
import { intervalOf, isBelow } from '../interval.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Role } from '../roles.ts';
import type { Sentence } from '../sentence.ts';

const MOST = '最[多高大]|居首|排名?第一|位居第一|位列第一';
const LEAST = '最[少低小]|居末|垫底';
/** 支出最多的是示例中心, 最少的为北山乡. */
const AHEAD = new RegExp(
  String.raw`(?<what>[\p{Script=Han}]{0,8}?)(?:(?<most>${MOST})|(?<least>${LEAST}))的?(?:单位|项目|科目|乡镇|部门|地区|一项|一类)?(?:是|为|：)(?<name>[^，。；：、\d（]{1,16})`,
  'gu',
);
/** 示例中心最多, 其中南山乡居首. */
const BEHIND = new RegExp(
  String.raw`(?<=[，；]|以)(?:其中)?(?<name>[^，。；：、\d（]{2,14}?)(?<what>支出|金额|数量|占比)?(?:(?<most>${MOST})|(?<least>${LEAST}))(?=[，。；]|$)`,
  'gu',
);
/** What is measured otherwise than the numbers that are told. */
const OTHERWISE = /[率均速幅]|(?<!占)比|进度|增|降|单[价个台]|变化/u;
/** Of rates, only what is high or low is told by them, and not what is large. */
const OF_RATES = /(?:最[高低]|居首|第一|垫底|居末)$/u;
const FEWEST = 3;

/** Which of several that the sentence names with their numbers is the most. */
export function superlativeRelations(sentence: Sentence): readonly Relation[] {
  if (!/最|居首|第一|垫底|居末/u.test(sentence.text)) return [];
  return [AHEAD, BEHIND].flatMap((pattern) =>
    [...sentence.text.matchAll(pattern)].flatMap((found) => ofClaim(found, sentence)),
  );
}

function ofClaim({ 0: words, groups = {}, index }: RegExpExecArray, sentence: Sentence): readonly Relation[] {
  const { what = '', name = '', most } = groups;
  const end = index + sentence.from;
  const row = rowBefore(placedIn(sentence).filter(({ mention }) => mention.quantity.to <= end));
  if (isOfElse(words, what, row)) return [];
  const named = row.filter((one) => namesAlike(nameOf(one), name));
  const [one] = named;
  if (row.length < FEWEST || one === undefined || named.length > 1) return [];
  return isMeasured(name.slice(nameOf(one).length), row)
    ? [ofOne(one, row, most === undefined ? -1 : 1)]
    : [];
}

/** Whether the words measure otherwise than the numbers do. */
function isOfElse(words: string, what: string, [first]: readonly Placed[]): boolean {
  if (first?.mention.quantity.unit !== '%') return OTHERWISE.test(what);
  return what !== '' || !OF_RATES.test(words);
}

const OF_ONE: ReadonlySet<Role> = new Set(['share', 'amount', 'completion']);

/** The numbers of one unit that stand last, each with a name. */
function rowBefore(before: readonly Placed[]): readonly Placed[] {
  const last = before.at(-1);
  if (last === undefined || !(isAmount(last) || OF_ONE.has(last.mention.role))) return [];
  const start = before.findLastIndex(({ mention }) => mention.quantity.unit !== last.mention.quantity.unit);
  // 840 件，其中咨询类 312 件…: the whole is none of its parts.
  const opens = before.findLastIndex(({ lead }) => lead.includes('其中'));
  const row = before.slice(Math.max(start + 1, opens));
  const plain = row.every((one) => isExact(one) && one.mention.direction === 0 && nameOf(one).length > 1);
  // What is told of the unit before the other one is of the same, perhaps.
  return plain && start < 0 ? row : [];
}

function nameOf(one: Placed): string {
  return wordsOf(one).replace(/^(?:和|及|与|其中|分别|依次)?(?:为|是)?/u, '');
}

/** 投诉类办结率最高: what stands behind the name is what the numbers are of, or they tell nothing of it. */
function isMeasured(what: string, row: readonly Placed[]): boolean {
  return row.some(({ clause }) => clause.includes(what));
}

function namesAlike(own: string, name: string): boolean {
  return own.length > 1 && (own.startsWith(name) || name.startsWith(own));
}

function ofOne(one: Placed, row: readonly Placed[], sign: 1 | -1): Relation {
  const members = row.map(({ mention }) => mention.quantity);
  const own = intervalOf(one.mention.quantity);
  const other = members.find((quantity) => {
    const told = intervalOf(quantity);
    return sign > 0 ? isBelow(own, told) : isBelow(told, own);
  });
  const word = sign > 0 ? '最多' : '最少';
  const problem = `${one.mention.quantity.text}不是${word}的，还有 ${other?.text ?? ''}`;
  const pair = other === undefined ? members : [one.mention.quantity, other];
  return {
    members: pair,
    result: one.mention.quantity,
    holds: other === undefined,
    problem,
    explained: true,
  };
}
