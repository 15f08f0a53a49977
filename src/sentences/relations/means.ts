import { Exact } from '../../accounts/decimal.ts';
import { sameUnit, stretchesOf } from '../equations/beside.ts';
import { intervalOf, isBelow, meantBy, overlaps, sum, times, type Interval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import type { Mention, Sentence } from '../sentence.ts';
import type { Placed } from './placed.ts';
import type { Relation } from './relation.ts';

const MEAN = /平均(?:得分|分|值|满意[率度]|数)?$/u;

/** A mean of listed numbers lies between the least and the greatest. */
export function meanRelations({ items }: Sentence): readonly Relation[] {
  const all = items.flatMap(({ mentions }) => mentions);
  const means = all.filter(({ words }) => MEAN.test(words));
  const [mean] = means;
  if (mean === undefined || means.length > 1) return [];
  const listed = all.filter(
    ({ quantity, role }) =>
      quantity.from < mean.quantity.from && quantity.unit === mean.quantity.unit && role === 'amount',
  );
  if (
    listed.length < 2 ||
    listed.some(
      ({ quantity, after }) => quantity.approximation !== undefined || /^(?:之间|以上)/u.test(after),
    )
  )
    return [];
  const values = listed.map(({ quantity }) => quantity);
  const range = {
    low: Exact.min(...values.map(({ value, half }) => value.minus(half))),
    high: Exact.max(...values.map(({ value, half }) => value.plus(half))),
  };
  const problem = `平均数应在 ${values.map(({ text }) => text).join('、')} 之间，文中写 ${mean.quantity.text}`;
  if (isOfElse(mean, values, all)) return [];
  // Between them many a number lies: that bears out nothing.
  if (overlaps(intervalOf(mean.quantity), range)) return [];
  return [{ members: [...values, mean.quantity], result: mean.quantity, holds: false, problem }];
}

const MOST = /最[高大多长](?:的)?(?:为|是|达)?$/u;
const LEAST = /最[低小少短](?:的)?(?:为|是|仅)?$/u;
const OF_ALL = /平均|均(?!价|衡)/u;

/** 平均 94.25 分，最高 98.5 分、最低 89 分: a mean lies between the most and the least. */
export function rangeRelations(sentence: Sentence): readonly Relation[] {
  if (!/最[高大多长低小少短]/u.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) => {
    const means = all.filter(
      ({ clause, mention }) => OF_ALL.test(clause) && mention.quantity.kind !== 'points',
    );
    const [mean] = means;
    if (mean === undefined || means.length > 1) return [];
    const at = all.indexOf(mean);
    const near = all.slice(Math.max(at - 2, 0), at + 3);
    const of = (words: RegExp): readonly Placed[] =>
      near.filter((one) => one !== mean && words.test(one.clause) && sameUnit(one.mention, mean.mention));
    const [most, least] = [of(MOST), of(LEAST)];
    if (most.length > 1 || least.length > 1) return [];
    return [
      ...most.map((one) => beyond(mean, one, isBelow(valueOf(one), valueOf(mean)), '最高')),
      ...least.map((one) => beyond(mean, one, isBelow(valueOf(mean), valueOf(one)), '最低')),
    ];
  });
}

function valueOf({ mention }: Placed): Interval {
  return intervalOf(mention.quantity);
}

function beyond({ mention: mean }: Placed, { mention }: Placed, isBeyond: boolean, word: string): Relation {
  const problem = `平均 ${mean.quantity.text}，${word}的不能是 ${mention.quantity.text}`;
  return {
    members: [mean.quantity, mention.quantity],
    result: mention.quantity,
    holds: !isBeyond,
    problem,
    explained: true,
  };
}

/** 第一批 45 万元、第二批 30 万元，8 个乡镇平均 9.38 万元: of all together, by what else is counted. */
function isOfElse(mean: Mention, listed: readonly Quantity[], all: readonly Mention[]): boolean {
  const together = sum(listed.map(intervalOf));
  const counts = all.filter(
    ({ quantity }) => quantity.kind === 'count' && quantity.unit !== mean.quantity.unit,
  );
  return counts.some(({ quantity }) =>
    overlaps(times(meantBy(mean.quantity), intervalOf(quantity)), together),
  );
}
