import { isExact, stretchesOf } from '../equations/beside.ts';
import { intervalOf, isBelow, percent, type Interval } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { BUDGETS } from '../roles.ts';

const CURRENT: ReadonlySet<string> = new Set(['amount', 'outturn']);
const BASES: ReadonlySet<string> = new Set(['last', 'base', ...BUDGETS]);
/** 控制在预算以内, 未突破预算: no more than was budgeted. */
const WITHIN =
  /(?:控制在(?:了)?(?:年初|全年|年度|调整后?的?)?预算(?:数|额|安排|指标)?(?:的)?(?:范围)?(?:以|之)?内|(?:未|没有|均未)(?:突破|超过?|超出)(?:年初|全年|年度)?预算(?:数|额|指标)?(?!的?\s*\d))/u;
/** 超过上年的, 低于年初预算的, right before what is compared with. */
const COMPARED =
  /(?<no>未|不|没有|均未)?(?:(?<more>超过|高于|大于|多于|超出|突破)|(?<less>低于|少于|小于|不足))[^，。；：、\d]{1,12}$/u;
/** 不到预算的一半, 超过预算的一半. */
const PART =
  /(?:(?<less>不到|不足|未到|未达到?)|(?<more>超过|突破))[^，。；：、\d]{0,8}预算(?:数|额|总额)?的$/u;
/** No claim is without one of these. */
const SPOKEN = /控制在|突破|超[过出]|[高低大小多少]于|不[到足]|未[到达]|超预算/u;
const SEVERAL = /两项|各|均|分别|合计|全部/u;

/** What words say that numbers do not pass, or lie beyond: budgets, last year's, a part of a budget. */
export function boundRelations(sentence: Sentence): readonly Relation[] {
  if (!SPOKEN.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) => [
    ...ofBudget(all, sentence),
    ...all.flatMap((one, at) => [
      ...ofCompared(one, all[at - 1], sentence),
      ...ofPart(one, all.slice(0, at)),
    ]),
  ]);
}

/** 预算 12.00 万元，实际支出 14.18 万元，控制在预算以内. */
function ofBudget(all: readonly Placed[], { text, from }: Sentence): readonly Relation[] {
  const found = WITHIN.exec(text);
  const end = (found?.index ?? 0) + from;
  const before = all.filter(({ mention }) => mention.quantity.to <= end);
  const between = text.slice((before.at(-1)?.mention.quantity.to ?? end) - from, found?.index);
  if (found === null || SEVERAL.test(between) || between.includes('；')) return [];
  const pair = pairIn(before);
  return pair === undefined ? [] : [notMore(pair.spent, pair.budget, found[0])];
}

interface Pair {
  readonly budget: Mention;
  readonly spent: Mention;
}

/** One budget and what was spent of it, and nothing else of their unit. */
function pairIn(before: readonly Placed[]): Pair | undefined {
  const money = before.filter(
    ({ mention }) => mention.quantity.kind === 'money' && mention.role !== 'change' && mention.role !== 'gap',
  );
  const [budgets, others] = [true, false].map((own) =>
    money.filter(({ mention }) => BUDGETS.has(mention.role) === own),
  );
  const [budget, spent] = [budgets?.[0], others?.[0]];
  if (budget === undefined || spent === undefined || budgets?.length !== 1 || others?.length !== 1)
    return undefined;
  if (!CURRENT.has(spent.mention.role) || ![budget, spent].every(isExact)) return undefined;
  return { budget: budget.mention, spent: spent.mention };
}

function notMore({ quantity: spent }: Mention, { quantity: budget }: Mention, words: string): Relation {
  const holds = !isBelow(intervalOf(budget), intervalOf(spent));
  const problem = `${spent.text}超过 ${budget.text}，不能写“${words}”`;
  return { members: [budget, spent], result: spent, holds, problem };
}

/** 支出 33.40 万元，超过上年的 35.10 万元: right behind what is compared. */
function ofCompared(base: Placed, now: Placed | undefined, sentence: Sentence): readonly Relation[] {
  const { 0: words, groups } = COMPARED.exec(base.clause) ?? {};
  if (groups === undefined || now === undefined) return [];
  if (!areComparable(now, base) && !isGapOfNone(now, base, sentence)) return [];
  const sign = (groups['more'] === undefined ? -1 : 1) * (groups['no'] === undefined ? 1 : -1);
  const [a, b] = [now.mention.quantity, base.mention.quantity];
  const [own, other] = [intervalOf(a), intervalOf(b)];
  const holds = !(sign > 0 ? isBelow(own, other) : isBelow(other, own));
  const problem = `${a.text}与 ${b.text} 相比，不能写“${words ?? ''}”`;
  return [{ members: [a, b], result: a, holds, problem }];
}

const OUTTURN = /(?:决算|实际(?:支出|执行|支付)?|执行)数?$/u;
const NEVER_A_GAP = /不足[^，。；：、\d]{0,4}预算(?:数|额)?$/u;
const MORE_BECAUSE = /原因(?:是|为|系|：)?[^。；]*(?:激增|新增|增加|增多|增长|上涨|上调|扩大|追加)/u;
const LESS_BECAUSE = /减|降|节约|压缩|取消|未|缩|少|回落/u;

/**
 * 决算数 28.64 万元，小于预算数 25.00 万元，主要原因是话务量激增: 25.00 might be by how much it is less, were there not a reason
 * for more.
 */
function isGapOfNone({ mention, item }: Placed, base: Placed, { text, from }: Sentence): boolean {
  const { role, quantity, comparand } = base.mention;
  const isLike = mention.quantity.unit === quantity.unit && quantity.kind === 'money' && isExact(base);
  if (!isLike || item.list !== undefined) return false;
  // 预算数 30 万元，小于决算数 27.6 万元
  if (BUDGETS.has(mention.role)) return role === 'outturn' && OUTTURN.test(base.clause);
  if (role !== 'gap' || comparand !== 'budget' || !CURRENT.has(mention.role)) return false;
  return NEVER_A_GAP.test(base.clause) || isLessForMore(base, text.slice(quantity.to - from));
}

function isLessForMore({ mention: { direction } }: Placed, behind: string): boolean {
  return direction < 0 && MORE_BECAUSE.test(behind) && !LESS_BECAUSE.test(behind);
}

/** An amount of its own and what it is compared with; a difference that stands behind would be the number of the words. */
function areComparable({ mention, item, ...now }: Placed, { mention: base, behind }: Placed): boolean {
  return (
    BASES.has(base.role) &&
    CURRENT.has(mention.role) &&
    item.list === undefined &&
    isExact({ mention, item, ...now }) &&
    mention.quantity.unit === base.quantity.unit &&
    mention.quantity.kind !== 'rate' &&
    base.quantity.approximation === undefined &&
    !/^[的约]?\d/u.test(behind)
  );
}

/** 预算 40.00 万元，支出 27.10 万元，不到预算的一半. */
function ofPart({ mention: rate, clause }: Placed, before: readonly Placed[]): readonly Relation[] {
  const { groups } = PART.exec(clause) ?? {};
  const pair = pairIn(before);
  if (groups === undefined || pair === undefined || rate.quantity.kind !== 'rate') return [];
  const outcome = percent(intervalOf(pair.spent.quantity), intervalOf(pair.budget.quantity));
  const bound: Interval = { low: rate.quantity.value, high: rate.quantity.value };
  if (outcome === undefined) return [];
  const holds = !(groups['less'] === undefined ? isBelow(outcome, bound) : isBelow(bound, outcome));
  const problem = `${pair.spent.quantity.text} ÷ ${pair.budget.quantity.text}，不能写“${PART.exec(clause)?.[0] ?? ''}${rate.quantity.text}”`;
  const members = [pair.spent.quantity, pair.budget.quantity, rate.quantity];
  return [{ members, result: rate.quantity, holds, problem }];
}
