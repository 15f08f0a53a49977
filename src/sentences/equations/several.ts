import type { Relation } from '../relations/relation.ts';
import type { Placed } from '../relations/placed.ts';
import type { Sentence } from '../sentence.ts';
import { isAlike, isAmount, isBefore, isExact, isImpure, stretchesOf, wordsOf } from './beside.ts';
import { exactly, product } from './equation.ts';

const EACH = /每(平方米|人次|批次|公里|[\p{Script=Han}])/gu;
/** What nobody is charged for in full: a bound, or what somebody earns. */
const NO_PRICE = /上限|限额|不超过|最高|最低|标准不|工资|收入/u;
const ALIASES: Readonly<Record<string, string>> = { 月: '个月', 日: '天', 名: '人' };

/** 1200 平方米，每月每平方米 25 元，12 个月，36 万元: what one of several things costs, how many there are of each, and all. */
export function severalEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) => {
    const prices = stretch.filter((one) => unitsOf(one).length > 1);
    const [price] = prices;
    return price === undefined || prices.length > 1 ? [] : ofPrice(price, stretch);
  });
}

function unitsOf(one: Placed): readonly string[] {
  const words = wordsOf(one);
  if (one.mention.quantity.kind !== 'money' || NO_PRICE.test(words)) return [];
  return [...words.matchAll(EACH)].map(([, unit = '']) => unit);
}

function ofPrice(price: Placed, stretch: readonly Placed[]): readonly Relation[] {
  const others = stretch.filter((one) => one !== price && isAmount(one) && isExact(one) && !isBefore(one));
  const counts = unitsOf(price).map((unit) => others.filter((one) => isCountOf(one, unit)));
  const totals = others.filter(({ mention }) => mention.quantity.kind === 'money');
  const [all] = totals;
  const own = counts.flatMap((found) => (found.length === 1 ? found : []));
  if (all === undefined || totals.length > 1 || own.length !== counts.length || !isExact(price)) return [];
  if (isImpure(all)) return [];
  return [
    product(
      [price, ...own].map(({ mention }) => mention),
      all.mention,
      exactly(1),
      { named: true },
    ),
  ];
}

function isCountOf({ mention: { quantity } }: Placed, unit: string): boolean {
  return quantity.kind === 'count' && isAlike(quantity.unit, ALIASES[unit] ?? unit);
}
