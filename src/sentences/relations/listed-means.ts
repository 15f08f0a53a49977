import { exactly, over } from '../equations/equation.ts';
import { intervalOf, sum } from '../interval.ts';
import { isExact, stretchesOf } from '../equations/beside.ts';
import type { Sentence } from '../sentence.ts';
import type { Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';

/** 平均 90 分, 均分为 90 分. */
const MEAN = /^，(?:三者|各?家|各项)?(?:算术)?(?:平均|均)(?:得?分|成绩|分值)?(?:数)?(?:为|是|达|约)?$/u;
/** The marks that are listed may count for more or less. */
const WEIGHTED = /加权|权重|占比|比例|折算|去掉|人数/u;
const SPREAD = /分别|依次|各/u;
const FEWEST = 2;

/** 三家得分分别为 92 分、88 分、90 分，平均 90 分: where nothing weighs them, marks make their plain mean. */
export function listedMeanRelations(sentence: Sentence): readonly Relation[] {
  if (WEIGHTED.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((mean, at) => {
      if (mean.mention.quantity.unit !== '分' || !MEAN.test(mean.lead) || !isExact(mean)) return [];
      const own = rowBefore(all.slice(0, at));
      return own.length < FEWEST ? [] : ofRow(own, mean);
    }),
  );
}

/** The marks that stand in one row right before the mean. */
function rowBefore(before: readonly Placed[]): readonly Placed[] {
  const row: Placed[] = [];
  for (const one of before.toReversed()) {
    if (one.mention.quantity.unit !== '分' || !isExact(one)) return [];
    row.unshift(one);
    if (!/^[、和与及]/u.test(one.lead)) return SPREAD.test(one.lead) ? row : [];
  }
  return [];
}

function ofRow(row: readonly Placed[], { mention: mean }: Placed): readonly Relation[] {
  const outcome = over(sum(row.map(({ mention }) => intervalOf(mention.quantity))), exactly(row.length));
  if (outcome === undefined) return [];
  const parts = row.map(({ mention }) => mention);
  const problem = `${parts.map(({ quantity }) => quantity.text).join('、')} 平均为 ${shown(outcome, '分')}，文中写 ${mean.quantity.text}`;
  return [relation([...parts, mean], mean, intervalOf(mean.quantity), [outcome], problem)];
}
