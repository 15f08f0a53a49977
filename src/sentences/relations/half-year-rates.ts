import { intervalOf, overlaps, sum } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import { rateOf, shown, type Relation } from './relation.ts';

const HALVES: readonly RegExp[] = [/上半年/u, /下半年/u];
const YEAR = /全年[^，。；]{0,6}(?:率|进度)$/u;

/** 上半年支付 90 万元，占预算的 15%，下半年支付 486 万元，占预算的 81%，全年执行率 96%: the halves make the year. */
export function halfYearRates(sentence: Sentence): readonly Relation[] {
  if (!HALVES.every((half) => half.test(sentence.text))) return [];
  const all = placedIn(sentence);
  const rates = all.filter(({ mention }) => mention.quantity.unit === '%');
  const [a, b, year, more] = rates;
  if (a === undefined || b === undefined || year === undefined || more !== undefined) return [];
  const isOfHalf = (one: Placed, half: RegExp | undefined): boolean =>
    half?.test(one.lead + one.item.name) === true && /占/u.test(one.clause);
  if (!isOfHalf(a, HALVES[0]) || !isOfHalf(b, HALVES[1]) || !YEAR.test(year.clause)) return [];
  const made = sum([a, b].map(({ mention }) => intervalOf(mention.quantity)));
  const members = [a, b, year].map(({ mention }) => mention.quantity);
  const problem = `${a.mention.quantity.text} ＋ ${b.mention.quantity.text} ＝ ${shown(made, '%')}，文中写 ${year.mention.quantity.text}`;
  return [{ members, result: year.mention.quantity, holds: overlaps(rateOf(year.mention), made), problem }];
}
