import { isAmount, isExact, stretchesOf } from '../equations/beside.ts';
import { meantBy, minus, overlaps, percent } from '../interval.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import { over } from '../equations/equation.ts';
import { rateOf, signed, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { ofUnitOf, textOf, toldIn, wrong } from './slip.ts';

/** What comes out as the numbers have it, but the other way round: a growth for a fall, one mean for the other. */
export function turnedRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return [
    ...all.flatMap((rate, at) => ofGrowth(rate, all.slice(0, at))),
    ...stretchesOf(sentence).flatMap(ofMeans),
  ];
}

const LAST = /^(?:上年|去年)(?:同期|[一二三四]季度|度|[\p{Script=Han}]{0,6})?(?:为|是)?$/u;

/** 86 万人次；上年三季度为 92 万人次，同比增长 6.52%: it fell by as much. */
function ofGrowth(rate: Placed, before: readonly Placed[]): readonly Relation[] {
  const { quantity, direction, role } = rate.mention;
  const base = before.at(-1);
  if (base === undefined || role !== 'changeRate' || quantity.unit !== '%' || direction === 0) return [];
  if (!LAST.test(base.clause) || !/^，(?:同比)?[增减下上]/u.test(rate.lead) || !isAmount(base)) return [];
  const others = ofUnitOf(base, before.slice(0, -1)).filter(isExact);
  const growths = others.flatMap((now) => {
    const growth = percent(minus(toldIn(now), toldIn(base)), toldIn(base));
    return growth === undefined ? [] : [{ now, growth }];
  });
  const told = signed(rateOf(rate.mention), direction);
  const turned = signed(rateOf(rate.mention), -direction);
  if (quantity.value.isZero() || growths.some(({ growth }) => overlaps(growth, told))) return [];
  const found = growths.find(({ growth }) => overlaps(growth, turned));
  if (found === undefined) return [];
  const problem = `${textOf(found.now)}与 ${textOf(base)} 相比，方向与“${rate.clause}${textOf(rate)}”相反`;
  return [wrong([found.now, base, rate], problem)];
}

const CASES = /^(?:案|件|户|次)均/u;
const PEOPLE = /^人均/u;

/** 95 案 115 人，案均 1.9 万元、人均 2.3 万元: each is the other one. */
function ofMeans(all: readonly Placed[]): readonly Relation[] {
  const cases = only(all, ({ clause }) => CASES.test(clause));
  const people = only(all, ({ clause }) => PEOPLE.test(clause));
  if (cases === undefined || people === undefined) return [];
  const means = [cases, people];
  const total = only(ofUnitOf(cases, all), (one) => !means.includes(one));
  const counts = [cases.clause.charAt(0), '人'].map((unit) =>
    only(all, ({ mention }) => mention.quantity.unit === unit),
  );
  const [ofCase, ofHead] = counts.map((count) => total && count && over(toldIn(total), toldIn(count)));
  if (total === undefined || ofCase === undefined || ofHead === undefined) return [];
  const [told, other] = [meantBy(cases.mention.quantity), meantBy(people.mention.quantity)];
  if (overlaps(told, ofCase) || !overlaps(told, ofHead) || !overlaps(other, ofCase)) return [];
  const problem = `${textOf(total)}的${cases.clause}${textOf(cases)}与${people.clause}${textOf(people)}似写反`;
  return [wrong([total, people, cases], problem)];
}

function only(all: readonly Placed[], is: (one: Placed) => boolean): Placed | undefined {
  const [one, more] = all.filter(is);
  return more === undefined ? one : undefined;
}
