import { stretchesOf } from '../equations/beside.ts';
import { intervalOf, percent, sum } from '../interval.ts';
import type { Sentence } from '../sentence.ts';
import type { Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';

const QUARTERS: readonly RegExp[] = [/(?:第)?一季度/u, /(?:第)?二季度/u, /(?:第)?三季度/u, /(?:第)?四季度/u];
/** Which quarters words speak of. */
const PERIODS: readonly (readonly [words: RegExp, from: number, to: number])[] = [
  [/上半年/u, 0, 2],
  [/下半年/u, 2, 4],
  [/前三季度/u, 0, 3],
];

/** 一季度 86.5 万元、…、四季度 338.2 万元，上半年占 30.1%: of several quarters in all four. */
export function quarterShares(sentence: Sentence): readonly Relation[] {
  if (!/半年|前三季度/u.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) => {
    const quarters = QUARTERS.flatMap((name) => all.find((one) => isOfQuarter(one, name)) ?? []);
    const units = new Set(quarters.map(({ mention }) => mention.quantity.unit));
    if (quarters.length < QUARTERS.length || units.size > 1) return [];
    return all.flatMap((rate) => ofRate(rate, quarters));
  });
}

function isOfQuarter({ clause, mention }: Placed, name: RegExp): boolean {
  return mention.quantity.unit !== '%' && mention.role === 'amount' && name.test(clause);
}

function ofRate({ mention: rate, clause }: Placed, quarters: readonly Placed[]): readonly Relation[] {
  const period = PERIODS.find(([words]) => words.test(clause));
  if (period === undefined || rate.quantity.unit !== '%' || !/占/u.test(clause)) return [];
  const [, from, to] = period;
  const values = quarters.map(({ mention }) => intervalOf(mention.quantity));
  const outcome = percent(sum(values.slice(from, to)), sum(values));
  if (outcome === undefined) return [];
  const members = quarters.map(({ mention }) => mention);
  const problem = `${members
    .slice(from, to)
    .map(({ quantity }) => quantity.text)
    .join(' ＋ ')}占全年的 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  return [relation([...members, rate], rate, intervalOf(rate.quantity), [outcome], problem)];
}
