import { intervalOf, overlaps } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import type { Relation } from './relation.ts';
import { textBetween } from './placed.ts';

const EQUAL = /^[^，。；]{0,4}[（，]?(?:即|折合|约合|合计为|相当于|折算)(?:人民币)?(?:约|为)?$/u;

const OF_MONEY = '万元';

/** 15,600万元（1.56亿元）: nothing but an amount in another unit stands in brackets. */
function isRepeated({ quantity: a }: Mention, { quantity: b, after }: Mention, lead: string): boolean {
  return lead === '（' && after === '' && a.unit === OF_MONEY && a.writtenUnit !== b.writtenUnit;
}

/** 1.2亿元（即12000万元）: the same amount twice. */
export function equalityRelations(sentence: Sentence): readonly Relation[] {
  const { items } = sentence;
  const all = items.flatMap(({ mentions }) => mentions);
  return all.flatMap((mention, index) => {
    const before = all[index - 1];
    if (before === undefined || before.quantity.unit !== mention.quantity.unit) return [];
    const lead = textBetween(before, mention, sentence);
    if (!EQUAL.test(lead) && !isRepeated(before, mention, lead)) return [];
    const holds = overlaps(intervalOf(before.quantity), intervalOf(mention.quantity));
    const problem = `${before.quantity.text}不等于 ${mention.quantity.text}`;
    return [{ members: [before.quantity, mention.quantity], result: mention.quantity, holds, problem }];
  });
}
