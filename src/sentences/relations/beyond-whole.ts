import { intervalOf, isBelow, overlaps, percent } from '../interval.ts';
import { slipsOf } from '../near-miss/slips.ts';
import type { Mention } from '../sentence.ts';
import { rateOf, type Relation } from './relation.ts';

/** 资金 1.05 亿元，已拨付 8.40 亿元，拨付率 80%: more than all there is, by a slip of the unit or of the point. */
export function beyondWhole(rate: Mention, part: Mention, counts: readonly Mention[]): readonly Relation[] {
  const [whole, one, more] = counts.filter(({ quantity }) => quantity.unit === part.quantity.unit);
  if (whole === undefined || one !== part || more !== undefined || rate.quantity.value.gt(100)) return [];
  if (whole.role === 'last' || whole.direction !== 0 || part.direction !== 0) return [];
  const isMore = isBelow(intervalOf(whole.quantity), intervalOf(part.quantity));
  const slips = isMore ? slipsOf(part.quantity, true).filter(({ kind }) => kind === 'moved') : [];
  const isMeant = slips.some(({ before }) => {
    const meant = percent(intervalOf(before), intervalOf(whole.quantity));
    return meant !== undefined && overlaps(rateOf(rate), meant);
  });
  if (!isMeant) return [];
  const problem = `${part.quantity.text}多于 ${whole.quantity.text}，${rate.words}不能是 ${rate.quantity.text}`;
  const members = [whole, part, rate].map(({ quantity }) => quantity);
  return [{ members, result: part.quantity, holds: false, problem, strength: 'said', explained: true }];
}
