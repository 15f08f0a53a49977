import type { Quantity } from './quantity.ts';
import { isWithinStretch, leavesARest, totalsStretches } from './relations/stretches.ts';
import { budgetRelations } from './relations/budgets.ts';
import { changeRelations } from './relations/changes.ts';
import { listRelations } from './relations/lists.ts';
import { namedTotalRelations, totalRelations } from './relations/totals.ts';
import type { Relation } from './relations/relation.ts';
import { flowRelations } from './relations/flows.ts';
import { equalityRelations } from './relations/equalities.ts';
import { meanRelations } from './relations/means.ts';
import { namedRateRelations } from './relations/named-rates.ts';
import { productRelations } from './relations/products.ts';
import { shareRelations, shareSumRelations } from './relations/shares.ts';
import { balanceRelations } from './relations/balances.ts';
import { changeTotalRelations } from './relations/change-totals.ts';
import { dateRelations } from './relations/dates.ts';
import { completionRelations } from './relations/completions.ts';
import { factorRelations } from './relations/factors.ts';
import { gapRelations } from './relations/gaps.ts';
import { growthRelations } from './relations/growths.ts';
import { leftoverRelations } from './relations/leftovers.ts';
import { nettedRelations } from './relations/netted.ts';
import { periodRelations } from './relations/periods.ts';
import { pointRelations } from './relations/points.ts';
import { portionRelations } from './relations/portions.ts';
import { resumedRelations } from './relations/resumed.ts';
import { rolledRelations } from './relations/rolled.ts';
import { seriesRelations } from './relations/series.ts';
import { spanRelations } from './relations/spans.ts';
import { spreadTotalRelations } from './relations/spread-totals.ts';
import { targetRelations } from './relations/targets.ts';
import { turnRelations } from './relations/turns.ts';
import { isExplained } from './charity/explained.ts';
import { nearMisses } from './equations/near-misses.ts';
import type { Mention, Sentence } from './sentence.ts';

/** Numbers of a sentence that cannot all be true. */
export interface Contradiction {
  /** The number that is most likely wrong. */
  readonly quantity: Quantity;
  /** All numbers that do not fit together. */
  readonly members: readonly Quantity[];
  /** The sum that does not come out, in Chinese, without a full stop. */
  readonly problem: string;
  /** A rate that was cut off instead of rounded. */
  readonly nearly: boolean;
}

/** All that the numbers of a sentence must satisfy among themselves. */
export function relationsOf(sentence: Sentence): readonly Relation[] {
  const told = toldRelations(sentence);
  const guessed = nearMisses(sentence, told);
  return [...told, ...guessed, ...leftoverRelations(sentence, [...told, ...guessed])];
}

/** Those that the words of the sentence tell. */
function toldRelations(sentence: Sentence): readonly Relation[] {
  return [
    ...sentence.lists.flatMap(listRelations),
    ...shareRelations(sentence),
    ...shareSumRelations(sentence),
    ...[totalRelations, namedTotalRelations, spreadTotalRelations, changeTotalRelations]
      .flatMap((of) => of(sentence))
      .filter((one) => isWithinStretch(one, sentence) || totalsStretches(one, sentence)),
    ...flowRelations(sentence).filter((one) => isWithinStretch(one, sentence) || leavesARest(one, sentence)),
    ...oneByOne(sentence).filter((one) => isWithinStretch(one, sentence)),
  ];
}

/** Those that hold between numbers which stand together. */
function oneByOne(sentence: Sentence): readonly Relation[] {
  const between = (a: Mention, b: Mention): string =>
    sentence.text.slice(a.quantity.to - sentence.from, b.quantity.from - sentence.from);
  return [
    ...sentence.items.flatMap((item) => [...changeRelations(item), ...budgetRelations(item)]),
    ...namedRateRelations(sentence, between),
    ...equalityRelations(sentence, between),
    ...TOGETHER.flatMap((of) => of(sentence)),
  ];
}

const TOGETHER: readonly ((sentence: Sentence) => readonly Relation[])[] = [
  balanceRelations,
  productRelations,
  meanRelations,
  completionRelations,
  dateRelations,
  factorRelations,
  gapRelations,
  growthRelations,
  nettedRelations,
  periodRelations,
  pointRelations,
  portionRelations,
  resumedRelations,
  rolledRelations,
  seriesRelations,
  spanRelations,
  targetRelations,
  turnRelations,
];

/** What cannot all be true in a sentence, once for each number that is wrong. */
export function contradictionsIn(sentence: Sentence): readonly Contradiction[] {
  const relations = relationsOf(sentence);
  const found: Contradiction[] = [];
  for (const failed of relations.filter(({ holds }) => !holds)) {
    if (isExplained(failed, relations, sentence)) continue;
    // One wrong number breaks all sums in which it stands: what it explains is not told again.
    if (found.some(({ quantity }) => isIn(quantity, failed) && !isBorneOut(quantity, relations))) continue;
    const quantity = culpritOf(failed, relations);
    if (found.some((one) => one.quantity.from === quantity.from)) continue;
    const { members, problem, nearly = false } = failed;
    found.push({ quantity, members, problem, nearly });
  }
  return found;
}

function isIn({ from }: Quantity, { members }: Pick<Relation, 'members'>): boolean {
  return members.some((one) => one.from === from);
}

/** Whether a sum comes out with it; a mere comparison of two says little. */
function isBorneOut(quantity: Quantity, relations: readonly Relation[]): boolean {
  return relations.some((one) => one.holds && one.members.length > 2 && isIn(quantity, one));
}

/** The number that most other failures share and no other sum bears out; the result where nothing tells. */
function culpritOf({ members, result }: Relation, relations: readonly Relation[]): Quantity {
  let [best, most] = [result, scoreOf(result, relations)];
  for (const member of members) {
    const score = scoreOf(member, relations);
    if (score > most) [best, most] = [member, score];
  }
  return best;
}

function scoreOf(quantity: Quantity, relations: readonly Relation[]): number {
  let score = 0;
  for (const { members, holds } of relations) {
    if (isIn(quantity, { members })) score += holds ? -1 : 1;
  }
  return score;
}
