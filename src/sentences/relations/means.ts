import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, meantBy, overlaps, sum, times } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import type { Mention, Sentence } from '../sentence.ts';
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
