import { intervalOf, overlaps } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import type { Relation } from './relation.ts';

const EQUAL = /^[^，。；]{0,4}[（，]?(?:即|折合|约合|合计为|相当于|折算)(?:人民币)?(?:约|为)?$/u;

/** 1.2亿元（即12000万元）: the same amount twice. */
export function equalityRelations(
  { items }: Sentence,
  leadBetween: (a: Mention, b: Mention) => string,
): readonly Relation[] {
  const all = items.flatMap(({ mentions }) => mentions);
  return all.flatMap((mention, index) => {
    const before = all[index - 1];
    if (before === undefined || before.quantity.unit !== mention.quantity.unit) return [];
    if (!EQUAL.test(leadBetween(before, mention))) return [];
    const holds = overlaps(intervalOf(before.quantity), intervalOf(mention.quantity));
    const problem = `${before.quantity.text}不等于 ${mention.quantity.text}`;
    return [{ members: [before.quantity, mention.quantity], result: mention.quantity, holds, problem }];
  });
}
