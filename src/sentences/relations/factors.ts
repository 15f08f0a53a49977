import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, times, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { isQualified, placedIn, type Placed } from './placed.ts';
import { SPELLED_COUNT } from './products.ts';
import { relation, shown, type Relation } from './relation.ts';

/** 每人每月, 每学时: what one of each costs. */
const EACH =
  /每(?:一)?(人次|人日|学时|课时|小时|平方米|工作日|人|生|月|天|日|个|户|车|台|辆|次|期|场|件|间|套|年)/gu;
/** Units that count what a price is told by. */
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  月: ['个月', '月'],
  天: ['天', '日', '个工作日'],
  日: ['天', '日', '个工作日'],
  工作日: ['个工作日', '天'],
  人: ['人', '人次'],
  生: ['人', '人次'],
  次: ['次', '场', '期'],
  车: ['辆', '台', '车次'],
  台: ['台', '辆', '台（套）'],
};
const TOTAL = /(?:共需?|合计|共计|总计|总计为|总额|全年)[^，。；]{0,6}$/u;

/** The plain product is not what was paid. */
const DEDUCTED = /扣除|扣减|核减|减免|补发|另(?!外包)|因素|折扣|优惠/u;
/** 每人每月…，全年…. */
const MONTHS_A_YEAR = 12;

/** 每人每月 1500 元，8 人 6 个月，共 7.20 万元: where the sentence has one number for each, and no other. */
export function factorRelations(sentence: Sentence): readonly Relation[] {
  if (sentence.lists.length > 0 || DEDUCTED.test(sentence.text)) return [];
  const all = placedIn(sentence);
  if (SPELLED_COUNT.test(sentence.text)) return [];
  const [prices, totals] = [
    all.filter(isPrice),
    all.filter((one) => isMoney(one) && !isPrice(one) && !isCompared(one)),
  ];
  const [price] = prices;
  const [total] = totals;
  if (price === undefined || total === undefined || prices.length > 1 || totals.length > 1) return [];
  if (!TOTAL.test(total.lead) || isQualified(total)) return [];
  const counts = all.filter(({ mention }) => mention.quantity.kind === 'count').map(({ mention }) => mention);
  return ofPrice(price, total, counts);
}

/** 比预算少支付 0.29 万元. */
function isCompared({ mention: { role, comparand } }: Placed): boolean {
  return role === 'change' && comparand !== undefined;
}

function isMoney({ mention }: Placed): boolean {
  return mention.quantity.unit === '万元';
}

function isPrice(one: Placed): boolean {
  return isMoney(one) && unitsOf(one.lead).length > 0;
}

function ofPrice(price: Placed, total: Placed, counts: readonly Mention[]): readonly Relation[] {
  const units = unitsOf(price.lead);
  const [months] = counts;
  if (counts.length === 1 && months?.quantity.unit === units.join(''))
    return [ofFactors(price.mention, [months], total.mention, 1)];
  const factors = units.flatMap((unit) => countOf(unit, counts) ?? []);
  if (factors.length === 0 || factors.length !== counts.length) return [];
  const missing = units.filter((unit) => countOf(unit, counts) === undefined);
  if (missing.length === 0) {
    // 每台每月, with so many of each: nothing else can be meant.
    const all = ofFactors(price.mention, factors, total.mention, 1);
    return [units.length > 1 ? { ...all, strength: 'said' } : all];
  }
  if (missing.join('') !== '月' || !/全年|一年|年度/u.test(total.lead)) return [];
  // Not all may have been paid for the whole year.
  return [{ ...ofFactors(price.mention, factors, total.mention, MONTHS_A_YEAR), strength: 'suggested' }];
}

function unitsOf(lead: string): readonly string[] {
  const clause = /[^，。；：、]*$/u.exec(lead)?.[0] ?? '';
  return [...clause.replace('人均', '每人').matchAll(EACH)].flatMap(([, unit]) => unit ?? []);
}

function countOf(unit: string, counts: readonly Mention[]): Mention | undefined {
  const fitting = counts.filter(({ quantity }) => (COUNTS[unit] ?? [unit]).includes(quantity.unit));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** 每生每天 5 元 is laid down and exact, 人均 5 元 is rounded. */
function priceOf({ quantity, words }: Mention): Interval {
  const isLaidDown = words.includes('每') && !words.includes('均');
  return isLaidDown ? { low: quantity.value, high: quantity.value } : intervalOf(quantity);
}

function ofFactors(price: Mention, factors: readonly Mention[], total: Mention, months: number): Relation {
  const count = { low: new Exact(months), high: new Exact(months) };
  const outcome = factors.reduce(
    (product, { quantity }) => times(product, intervalOf(quantity)),
    times(priceOf(price), count),
  );
  const written = [
    ...[price, ...factors].map(({ quantity }) => quantity.text),
    ...(months > 1 ? ['12个月'] : []),
  ];
  const problem = `${written.join(' × ')} ＝ ${shown(outcome, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  const members = [price, ...factors, total];
  return relation(members, total, intervalOf(total.quantity), [outcome], problem);
}
