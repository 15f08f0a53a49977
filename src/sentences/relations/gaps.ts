import { asWritten, intervalOf, isBelow, minus, overlaps } from '../interval.ts';
import { BUDGETS, type Role } from '../roles.ts';
import type { Item, Mention, Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import { currentOf, relation, shown, signed, type Relation } from './relation.ts';

const LIMIT = /控制在|不超过?|不高于|不低于|不少于|上限|限额|限价|定额|标准(?!煤)|封顶|要求|规定|红线/u;
/** 比上限低 8 元. */
const APART =
  /(?:比|较)[^，。；]{0,6}(?:上限|限额|限价|定额|标准|要求|规定|红线)[^，。；]{0,4}?(低|少|短|节约|节省|高|多|超)[^，。；]{0,2}$/u;
const ACTUAL = /实际|报价|成交|中标|人均|均为|决算|支出|完成|达到/u;
/** 标准每天 380 元，实际 350 元，每天节约 30 元. */
const SAVED = /节约|节省|少|超支|超出|高出/u;

/** 甲 36.80 万元，乙 33.50 万元，相差 3.30 万元. */
const APART_FROM = /^，(?:两者|二者|前后|两[\p{Script=Han}]{1,2})?(?:相差|差额为?|差距为?|缺口为?)$/u;

/** How far what was done lies from what was allowed: 60 元以内，实际 52 元，比上限低 8 元. */
export function gapRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap(({ mention, lead, item }, index) => {
    if (APART_FROM.test(lead)) return ofTwo(mention, all.slice(0, index));
    const direction = directionOf(mention, lead);
    if (direction === undefined) return [];
    return [...ofGap(mention, direction, all.slice(0, index)), ...ofExcess(mention, direction, item)];
  });
}

/** 决算 9.60 万元，大于年初预算 10.00 万元: less than the budget, and less than any excess. */
function ofExcess(gap: Mention, direction: -1 | 1, item: Item): readonly Relation[] {
  const now = currentOf(item, gap.quantity.unit);
  if (gap.role !== 'gap' || gap.comparand !== 'budget' || direction < 0 || now === undefined) return [];
  const holds = !isBelow(intervalOf(now.quantity), intervalOf(gap.quantity));
  const problem = `${now.quantity.text}不能写“${gap.words}${gap.quantity.text}”`;
  return [{ members: [now.quantity, gap.quantity], result: gap.quantity, holds, problem }];
}

function ofTwo(gap: Mention, before: readonly Placed[]): readonly Relation[] {
  const all = before.filter(({ mention }) => mention.quantity.unit === gap.quantity.unit);
  // 在 78.2 分至 96.4 分之间，平均 88.5 分，相差 18.2 分: of the ends, and not of the mean.
  const ends = all.filter(({ clause }) => !/均/u.test(clause));
  const own = ends.length < 2 ? all : ends;
  const [a, b] = own.slice(-2).map(({ mention }) => mention);
  const others = before.slice(before.findLastIndex(({ mention }) => mention === b) + 1);
  if (a === undefined || b === undefined) return [];
  // 目标 12.50 万亩，落实 11.85 万亩，完成率 94.80%，差额 0.65 万亩: only a rate of the two stands between.
  if (others.some(({ mention }) => mention.quantity.kind !== 'rate')) return [];
  if (!PLAIN.has(a.role) || !PLAIN.has(b.role)) return [];
  const outcome = minus(intervalOf(a.quantity), intervalOf(b.quantity));
  const problem = `${a.quantity.text}与 ${b.quantity.text} 相差 ${shown(outcome, gap.quantity.unit).replace('-', '')}，文中写 ${gap.quantity.text}`;
  return [relation([a, b, gap], gap, intervalOf(gap.quantity), [outcome, signed(outcome, -1)], problem)];
}

const PLAIN: ReadonlySet<Role> = new Set([
  'amount',
  'outturn',
  'last',
  'initial',
  'adjusted',
  'budget',
  'base',
]);

function directionOf(mention: Mention, lead: string): -1 | 1 | undefined {
  if (mention.role === 'gap') return mention.direction < 0 ? -1 : 1;
  const saved = mention.role === 'change' ? SAVED.exec(mention.words)?.[0] : undefined;
  const word = saved ?? APART.exec(lead)?.[1];
  if (word === undefined || mention.role === 'base') return undefined;
  return /[高多超]/u.test(word) ? 1 : -1;
}

function ofGap(gap: Mention, direction: -1 | 1, before: readonly Placed[]): readonly Relation[] {
  const own = before.filter(({ mention }) => mention.quantity.unit === gap.quantity.unit);
  const pair = own.slice(-2);
  const [limit, actual] = [pair, pair.toReversed()].find(([a, b]) => a && b && isPair(a, b, gap)) ?? [];
  if (limit === undefined || actual === undefined) return [];
  const outcome = minus(asWritten(actual.mention.quantity), asWritten(limit.mention.quantity));
  const told = intervalOf(gap.quantity);
  // 低于标准 60 元 may name the standard itself.
  if (
    gap.role === 'gap' &&
    (overlaps(told, asWritten(limit.mention.quantity)) || isComparable(gap, actual.mention))
  )
    return [];
  const size = direction < 0 ? signed(outcome, -1) : outcome;
  const problem = `${limit.mention.quantity.text}与 ${actual.mention.quantity.text} 相差 ${shown(size, gap.quantity.unit)}，文中写 ${gap.quantity.text}`;
  return [relation([limit.mention, actual.mention, gap], gap, signed(told, direction), [outcome], problem)];
}

function isPair(limit: Placed, actual: Placed, gap: Mention): boolean {
  // 标准每天 380 元，实际每天 350 元，节约 0.36 万元: in all, not of each.
  if (gap.role === 'change' && gap.quantity.value.gt(limit.mention.quantity.value)) return false;
  if (gap.role === 'gap' && gap.comparand === 'budget')
    return BUDGETS.has(limit.mention.role) && ['amount', 'outturn'].includes(actual.mention.role);
  const named = LIMIT.test(limit.lead) && !LIMIT.test(actual.lead);
  // 成本 56.5 元，控制在 60 元以内，比上限低 3.5 元
  if (named && limit.mention.quantity.from > actual.mention.quantity.from)
    return gap.role !== 'gap' && actual.mention.quantity.approximation === undefined;
  return named && ACTUAL.test(actual.lead) && actual.mention.quantity.approximation === undefined;
}

/** A number as large as what it is compared with is no difference: 支出 47.00 万元，低于年初预算数 52.00 万元. */
function isComparable(gap: Mention, actual: Mention): boolean {
  return gap.quantity.value.times(2).gte(actual.quantity.value);
}
