import { isExact, sameUnit, stretchesOf } from '../equations/beside.ts';
import { intervalOf, overlaps, percent } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';

const LAST = /^(?:上年|去年|上年同期|去年同期)(?:度)?(?:同期)?(?:为|是)?$/u;
const YEAR = /(?:上年|去年|本年|今年|\d{4}年)(?:度|同期|末|底)?(?:为|是|支出|支付)?$/u;
const SAME =
  '(?<nearly>基本|大体|大致)?(?:保持)?(?:持平|一致|相同|相等|(?:无|没有)(?:变化|变动|增减变?化?|差异))(?=[，。；）]|$)';
const SAYS_SAME = new RegExp(SAME, 'u');
/** What may be level, where the words tell it: nothing that is told in another number. */
const GENERAL = '(?:金额|费用|支出|数量|数额|总[量额数]|规模|面积|单价)?';
const LEVEL = new RegExp(
  `^，?(?:(?:与|同|和|较|比)(?:上年|去年)(?:度|同期)?(?:相比)?，?|(?:前后)?(?:两年|两者|二者|两项)(?:间|相比)?)?(?<what>[\\p{Script=Han}][数次]?)??${GENERAL}(?:均|都)?${SAME}`,
  'u',
);
/** 东区 15.3 万元，西区 15.3 万元，两者相同: both are meant, whatever they are called. */
const BOTH = /^，?(?:两者|二者|两项)/u;
/** Up to this change on the other, in percent, one may say 基本持平. */
const NEARLY = 5;

/** 入学率 98.2%，上年为 97.6%，与上年持平; 本年 26.4 万元，上年 24.6 万元，两年持平: two numbers beside each other are not the same. */
export function levelRelations(sentence: Sentence): readonly Relation[] {
  if (!SAYS_SAME.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.slice(1).flatMap((second, at) => ofTwo(all[at], second, sentence)),
  );
}

function ofTwo(first: Placed | undefined, second: Placed, { text, from }: Sentence): readonly Relation[] {
  if (first === undefined || !sameUnit(first.mention, second.mention)) return [];
  const [a, b] = [first.mention.quantity, second.mention.quantity];
  const { 0: level, groups } = LEVEL.exec(text.slice(b.to - from)) ?? {};
  if (level === undefined || ![first, second].every(isExact) || !isOfBoth(first, second, level)) return [];
  const { what = '', nearly } = groups ?? {};
  if (!b.unit.startsWith(what.charAt(0)) || isSo(first, second, nearly !== undefined)) return [];
  const problem = `${a.text}与 ${b.text} 不同，不能写“${level.replace(/^，/u, '')}”`;
  return [{ members: [a, b], result: a, holds: false, problem }];
}

/** Two years, one behind the other, or two things that are called both. */
function isOfBoth(first: Placed, second: Placed, level: string): boolean {
  const isAChange = [first, second].some(({ mention }) => mention.direction !== 0);
  if (isAChange || !/^[，、；]/u.test(second.lead)) return false;
  if (LAST.test(second.clause) && first.mention.role !== 'last') return true;
  const areYears = YEAR.test(first.clause) && YEAR.test(second.clause) && first.clause !== second.clause;
  return areYears || BOTH.test(level);
}

function isSo({ mention: a }: Placed, { mention: b }: Placed, nearly: boolean): boolean {
  const [own, other] = [intervalOf(a.quantity), intervalOf(b.quantity)];
  if (overlaps(own, other)) return true;
  const part = nearly ? percent(own, other) : undefined;
  return part !== undefined && part.high.gte(100 - NEARLY) && part.low.lte(100 + NEARLY);
}
