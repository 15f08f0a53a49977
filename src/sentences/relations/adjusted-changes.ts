import { isExact, stretchesOf } from '../equations/beside.ts';
import { intervalOf, minus, sum } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import type { Placed } from './placed.ts';
import { relation, shown, signed, type Relation } from './relation.ts';

const LEFT_OUT = /(?:扣除|剔除|扣减|剔减|不考虑|不含)(?!.*(?:税|折扣))[^，。；：\d]*$/u;
const REST = /^(?:的)?(?:因素|影响|支出|一项|等因素)*(?:后|外|的影响)/u;
const LESS = /减少|下降|减支|核减/u;

/** 增加 8.20 万元，扣除新增的抚恤金 12.50 万元后，减少 4.30 万元: a change without what is left out of it. */
export function adjustedChangeRelations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((change, at) => {
      const [out, rest] = all.slice(at + 1, at + 3);
      return out === undefined || rest === undefined ? [] : ofThree(change, out, rest);
    }),
  );
}

function ofThree(change: Placed, out: Placed, rest: Placed): readonly Relation[] {
  const [a, b, c] = [change.mention, out.mention, rest.mention];
  const { unit } = a.quantity;
  if (a.role !== 'change' || c.role !== 'change' || !LEFT_OUT.test(out.clause) || !REST.test(out.behind))
    return [];
  if (b.quantity.unit !== unit || c.quantity.unit !== unit || ![change, out, rest].every(isExact)) return [];
  const [before, own] = [signed(intervalOf(a.quantity), a.direction), intervalOf(b.quantity)];
  const outcome = LESS.test(out.clause) ? sum([before, own]) : minus(before, own);
  const problem = `${change.clause}${a.quantity.text}，扣除 ${b.quantity.text} 后应为 ${shown(outcome, unit)}，文中写${rest.clause}${c.quantity.text}`;
  return [relation([a, b, c], c, signed(intervalOf(c.quantity), c.direction), [outcome], problem)];
}
