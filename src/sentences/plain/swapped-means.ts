import { only, stretchesOf } from '../equations/beside.ts';
import { over } from '../equations/equation.ts';
import { meantBy, overlaps } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { ofUnitOf, textOf, toldIn, wrong } from './slip.ts';

const CASES = /^(?:案|件|户|次)均/u;
const PEOPLE = /^人均/u;

/** 95 案 115 人，案均 1.9 万元、人均 2.3 万元: each is the other one. */
export function swappedMeans(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap(ofMeans);
}

function ofMeans(all: readonly Placed[]): readonly Relation[] {
  const cases = only(all.filter(({ clause }) => CASES.test(clause)));
  const people = only(all.filter(({ clause }) => PEOPLE.test(clause)));
  if (cases === undefined || people === undefined) return [];
  const means = [cases, people];
  const total = only(ofUnitOf(cases, all).filter((one) => !means.includes(one)));
  const counts = [cases.clause.charAt(0), '人'].map((unit) =>
    only(all.filter(({ mention }) => mention.quantity.unit === unit)),
  );
  const [ofCase, ofHead] = counts.map((count) => total && count && over(toldIn(total), toldIn(count)));
  if (total === undefined || ofCase === undefined || ofHead === undefined) return [];
  const [told, other] = [meantBy(cases.mention.quantity), meantBy(people.mention.quantity)];
  if (overlaps(told, ofCase) || !overlaps(told, ofHead) || !overlaps(other, ofCase)) return [];
  const problem = `${textOf(total)}的${cases.clause}${textOf(cases)}与${people.clause}${textOf(people)}似写反`;
  return [wrong([total, people, cases], problem)];
}
