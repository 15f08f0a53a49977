import type { Relation } from '../relations/relation.ts';
import { countedIn } from '../relations/counted.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import type { Sentence } from '../sentence.ts';
import { isAmount, isExact, sameUnit } from './beside.ts';
import { total } from './equation.ts';

const ORDINALS = '一二三四五六七八九十';
const ORDINAL = /(?:^|[，；：、。])(?:主要原因)?(?:第)?([一二三四五六七八九十])是/u;
const TOTAL = /合计|共计|总计|共/u;
const PRICE = /每|均|单价|标准|空编|缺编|空缺/u;

/** 一是 A 21.40 万元，二是 B 13.80 万元: what is numbered makes what stands before it. */
export function numberedEquations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  const start = all.findIndex(({ lead }) => ORDINAL.exec(lead)?.[1] === '一');
  const first = all[start];
  const whole = all.slice(0, Math.max(start, 0)).findLast((one) => first !== undefined && isLike(one, first));
  if (whole === undefined || first === undefined) return [];
  const parts = [first];
  for (const one of all.slice(start + 1)) {
    const numeral = ORDINAL.exec(one.lead)?.[1];
    if (numeral === undefined) continue;
    if (numeral !== ORDINALS.charAt(parts.length) || !isLike(one, first)) return [];
    parts.push(one);
  }
  const goesOneWay = new Set([...parts, whole].map(({ mention }) => mention.direction)).size < 3;
  if (parts.length < 2 || !goesOneWay || isMixed(parts)) return [];
  return [totalOf(parts, whole, false)];
}

function isMixed(parts: readonly Placed[]): boolean {
  const directions = parts.map(({ mention }) => mention.direction);
  return directions.includes(1) && directions.includes(-1);
}

/** 每人 1000 元，共 8.5 万元；…共 3.6 万元，两项合计 12.1 万元: as many as the words count, and no more are told. */
export function countedEquations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((whole, index) => {
    const counted = TOTAL.test(whole.clause) ? countedIn(whole.mention.words) : undefined;
    if (counted === undefined || counted.first || !isAmount(whole) || !isExact(whole)) return [];
    const parts = all.slice(0, index).filter((one) => isLike(one, whole) && !PRICE.test(one.clause));
    return parts.length === counted.count && parts.length > 1 ? [totalOf(parts, whole, true)] : [];
  });
}

function isLike(one: Placed, other: Placed): boolean {
  return isAmount(one) && isExact(one) && sameUnit(one.mention, other.mention);
}

function totalOf(parts: readonly Placed[], { mention }: Placed, named: boolean): Relation {
  return total(
    parts.map((one) => one.mention),
    mention,
    { named },
  );
}
