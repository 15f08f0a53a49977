import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, overlaps, roundedBy, times, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import type { Relation } from './relation.ts';
import { textBetween } from './placed.ts';

const EQUAL =
  /^[（，]合$|^[^，。；]{0,4}[（，]?(?:即|折合?|约合|合计为|相当于|折算|按万元(?:计算?|折算)|换算)(?:人民币|成?万元)?(?:约|为)?$/u;

const OF_MONEY = '万元';

/** 9862 万元，约 0.99 亿元: told again in a larger unit, and nothing is told of it. */
function isRounded({ quantity: a }: Mention, { quantity: b, after }: Mention, lead: string): boolean {
  const isSame = a.unit === OF_MONEY && b.unit === OF_MONEY && b.writtenUnit === '亿元';
  return isSame && /^[，（]约$/u.test(lead) && after === '' && a.writtenUnit !== b.writtenUnit;
}

/** 15,600万元（1.56亿元）, 1.5公顷（15,000平方米）: nothing but an amount in another unit stands in brackets. */
function isRepeated({ quantity: a }: Mention, { quantity: b, after }: Mention, lead: string): boolean {
  return lead === '（' && after === '' && a.writtenUnit !== b.writtenUnit;
}

/** An area that is told again in another unit is rounded there, though it is told in whole ones. */
function toldAgain({ quantity }: Mention, isAlike: boolean): Interval {
  const isOfClocks = /时|分/u.test(quantity.unit);
  return intervalOf(isAlike || isOfClocks ? quantity : { ...quantity, half: roundedBy(quantity) });
}

/** 1.2亿元（即12000万元）: the same amount twice. */
export function equalityRelations(sentence: Sentence): readonly Relation[] {
  const all = sentence.items.flatMap(({ mentions }) => mentions);
  return all.flatMap((mention, index) => {
    const before = all[index - 1 - rowBehind(all, index, sentence)];
    if (before === undefined) return [];
    const factor = factorOf(before.quantity.unit, mention.quantity.unit);
    if (factor === undefined) return [];
    const beside = all[index - 1] ?? before;
    const lead = textBetween(beside, mention, sentence);
    if (!EQUAL.test(lead) && ![isRepeated, isRounded].some((is) => is(beside, mention, lead))) return [];
    const isAlike = before.quantity.unit === mention.quantity.unit;
    const converted = times(toldAgain(before, isAlike), { low: factor, high: factor });
    const holds = overlaps(converted, toldAgain(mention, isAlike));
    const problem = `${before.quantity.text}不等于 ${mention.quantity.text}`;
    return [{ members: [before.quantity, mention.quantity], result: mention.quantity, holds, problem }];
  });
}

const JOINED = /^(?:、|和|及|与)$/u;

/** 1234545 元、2345645 元，即 123.45 万元、234.56 万元: how many more are told alike behind the first of those in the other unit. */
function rowBehind(all: readonly Mention[], from: number, sentence: Sentence): number {
  const runs = (step: 1 | -1, at: number): number => {
    let length = 0;
    for (
      let one = all[at], next = all[at + step];
      one && next;
      one = next, next = all[at + step * (length + 1)]
    ) {
      const [a, b] = step > 0 ? [one, next] : [next, one];
      if (a.quantity.unit !== b.quantity.unit || !JOINED.test(textBetween(a, b, sentence))) break;
      length += 1;
    }
    return length;
  };
  const [ahead, behind] = [runs(-1, from - 1), runs(1, from)];
  return ahead === behind ? ahead : 0;
}

/** How many of one unit another is. */
const CONVERSIONS: readonly (readonly [one: string, other: string, factor: string])[] = [
  ['公顷', '亩', '15'],
  ['平方公里', '公顷', '100'],
  ['平方公里', '亩', '1500'],
  ['公顷', '平方米', '10000'],
  ['公里', '米', '1000'],
  ['吨', '公斤', '1000'],
  ['小时', '分钟', '60'],
];

function factorOf(unit: string, other: string): Exact | undefined {
  if (unit === other) return new Exact(1);
  const found = CONVERSIONS.find(([a, b]) => (a === unit && b === other) || (a === other && b === unit));
  if (found === undefined) return undefined;
  return found[0] === unit ? new Exact(found[2]) : new Exact(1).div(found[2]);
}
