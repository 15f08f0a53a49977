import { isAmount, isExact, isImpure, stretchesOf } from '../equations/beside.ts';
import { leading } from '../leading.ts';
import { equation, over, toldBy, written } from '../equations/equation.ts';
import { intervalOf, meantBy, overlaps, sum, times, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { isQualified, type Placed } from './placed.ts';
import type { Relation } from './relation.ts';
import { SPELLED_COUNT } from './products.ts';
import { IN_ALL, TOGETHER } from '../sum-words.ts';

const EACH = /每|各|均|单价|单位/u;
const MEAN = /(?:平均|均)[^，。；：、\d]{0,6}$/u;
const ALL = new RegExp(`${TOGETHER}|合计|${IN_ALL}|累计|全部`, 'u');
const OTHER = /另|此外|其他(?!\d)|等[，。；、的]/u;
const FEWEST = 2;

interface Pair {
  readonly count: Mention;
  readonly each: Mention;
}

/** 一等奖 3 个、每个 2 万元，二等奖 5 个、每个 1 万元，共 11 万元; 40 人平均 85 分，60 人平均 90 分，全体平均 88 分. */
export function weightedRelations(sentence: Sentence): readonly Relation[] {
  if (!EACH.test(sentence.text) || OTHER.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) => {
    const alternating = pairsIn(all);
    const pairs = alternating.length < FEWEST ? distributedIn(all) : alternating;
    const last = pairs.at(-1);
    if (last === undefined || pairs.length < FEWEST) return [];
    const begin = (pairs[0]?.count.quantity.from ?? 0) - sentence.from;
    if (SPELLED_COUNT.test(sentence.text.slice(begin))) return [];
    const at = all.findIndex(({ mention }) => mention === last.each);
    const result = resultBehind(all.slice(at + 1), pairs);
    if (result?.mention.quantity.unit !== last.each.quantity.unit) return [];
    return isExact(result) && !isImpure(result) && !isQualified(result) ? ofPairs(pairs, result) : [];
  });
}

function resultBehind([next, more]: readonly Placed[], pairs: readonly Pair[]): Placed | undefined {
  return next !== undefined && isCountOfAll(next, pairs) ? more : next;
}

/** 30 家总平均 90.0 分: how many there are together, before what they have. */
function isCountOfAll({ mention: { quantity } }: Placed, pairs: readonly Pair[]): boolean {
  const all = sum(pairs.map(({ count }) => intervalOf(count.quantity)));
  return quantity.unit === pairs[0]?.count.quantity.unit && overlaps(intervalOf(quantity), all);
}

/** Counts of one unit, each with what one of them has right behind it. */
function pairsIn(all: readonly Placed[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [at, one] of all.entries()) {
    const next = all[at + 1];
    if (next === undefined || !isPair(one, next)) continue;
    const [first] = pairs;
    const alike =
      first === undefined ||
      (first.count.quantity.unit === one.mention.quantity.unit &&
        first.each.quantity.unit === next.mention.quantity.unit);
    if (alike) pairs.push({ count: one.mention, each: next.mention });
  }
  return pairs;
}

/** 一等奖 2 名、二等奖 4 名，每名分别奖励 5000 元、3000 元: all counts first, and then what one of each has. */
function distributedIn(all: readonly Placed[]): readonly Pair[] {
  const start = all.findIndex(({ clause }) => EACH.test(clause) && /分别|依次/u.test(clause));
  const first = all[start];
  if (first === undefined) return [];
  const each = leading(all.slice(start), (one, at) => at === 0 || /^[、和及与]/u.test(one.lead));
  const counts = all.slice(Math.max(start - each.length, 0), start);
  const [one] = counts;
  const fits =
    counts.length === each.length &&
    each.every((price) => isAmount(price) && isExact(price)) &&
    counts.every(({ mention }) => mention.quantity.unit === one?.mention.quantity.unit);
  if (!fits || one?.mention.quantity.kind !== 'count') return [];
  return counts.flatMap(({ mention: count }, at) => {
    const price = each[at]?.mention;
    return price === undefined ? [] : [{ count, each: price }];
  });
}

function isPair(count: Placed, each: Placed): boolean {
  const own = EACH.test(each.clause) || EACH.test(each.lead);
  return (
    count.mention.quantity.kind === 'count' &&
    isAmount(each) &&
    count.mention.quantity.unit !== each.mention.quantity.unit &&
    own &&
    !ALL.test(each.clause) &&
    isExact(count) &&
    isExact(each)
  );
}

function ofPairs(pairs: readonly Pair[], { mention: result, clause }: Placed): readonly Relation[] {
  const total = sum(pairs.map(({ count, each }) => times(toldBy(count), priceOf(each))));
  const members = pairs.flatMap(({ count, each }) => [count, each]);
  const formula = pairs.map(({ count, each }) => written([each, count], ' × ')).join(' ＋ ');
  if (MEAN.test(clause)) {
    const means = sum(pairs.map(({ count, each }) => times(toldBy(count), meantBy(each.quantity))));
    const mean = over(means, sum(pairs.map(({ count }) => toldBy(count))));
    return [ofMean(result, mean, members, `（${formula}）÷ 全部${pairs[0]?.count.quantity.unit ?? ''}数`)];
  }
  const manner = { named: true, sure: true };
  return ALL.test(clause) ? [equation(result, total, members, formula, manner)] : [];
}

/** Prizes and standards are exact; what has cents was rounded. */
function priceOf({ quantity }: Mention): Interval {
  const decimals = quantity.digits.split('.')[1]?.length ?? 0;
  return decimals > 1 ? intervalOf(quantity) : { low: quantity.value, high: quantity.value };
}

function ofMean(
  result: Mention,
  mean: Interval | undefined,
  members: readonly Mention[],
  formula: string,
): Relation {
  const told = equation(result, mean, members, formula, { named: true, sure: true });
  return { ...told, holds: mean === undefined || overlaps(meantBy(result.quantity), mean) };
}
