import { stretchesOf } from '../equations/beside.ts';
import { intervalOf, sum } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import type { Placed } from './placed.ts';
import { relation, shown, signed, told, type Relation } from './relation.ts';

const BEGINS: ReadonlySet<string> = new Set(['initial', 'budget']);

/** 年初预算 820 万元，4月追加 55 万元，11月调减 17 万元，全年预算 858 万元: a budget and all that was done to it. */
export function adjustedBudgetRelations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) => {
    const money = all.filter(({ mention }) => mention.quantity.unit === '万元');
    return money.flatMap((initial, at) => {
      if (!BEGINS.has(initial.mention.role)) return [];
      const behind = money.slice(at + 1);
      const end = behind.findIndex(({ mention }) => mention.role !== 'added');
      const adjusted = behind[end];
      return adjusted?.mention.role === 'adjusted' ? ofChain(initial, behind.slice(0, end), adjusted) : [];
    });
  });
}

function ofChain(
  { mention: initial }: Placed,
  moves: readonly Placed[],
  { mention: adjusted }: Placed,
): readonly Relation[] {
  const all = moves.map(({ mention }) => mention);
  if (all.length === 0) return [];
  const outcome = sum([
    intervalOf(initial.quantity),
    ...all.map((one) => signed(intervalOf(one.quantity), one.direction)),
  ]);
  const moved = all.map((one) => told(one.direction < 0 ? '调减' : '追加', one)).join('，');
  const problem = `${told('年初预算', initial)}，${moved}，全年预算应为 ${shown(outcome, '万元')}，文中写 ${adjusted.quantity.text}`;
  return [relation([initial, ...all, adjusted], adjusted, intervalOf(adjusted.quantity), [outcome], problem)];
}
