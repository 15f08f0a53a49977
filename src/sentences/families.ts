import { areaEquations } from './equations/areas.ts';
import { changeEquations } from './equations/changes.ts';
import { differenceEquations } from './equations/differences.ts';
import {
  distanceEquations,
  growthEquations,
  multipleEquations,
  pointEquations,
  varianceEquations,
} from './equations/growths.ts';
import { listEquations } from './equations/lists.ts';
import { meanEquations } from './equations/means.ts';
import { mixedEquations } from './equations/mixed.ts';
import { restEquations } from './equations/rests.ts';
import { savingEquations } from './equations/savings.ts';
import { eachShareEquations, namedShareEquations } from './equations/shares.ts';
import { countedEquations, numberedEquations } from './equations/told-totals.ts';
import { balanceRelations } from './relations/balances.ts';
import { budgetRelations } from './relations/budgets.ts';
import { changeTotalRelations } from './relations/change-totals.ts';
import { changeRelations } from './relations/changes.ts';
import { clockRelations } from './relations/clock.ts';
import { extremeRelations } from './relations/extremes.ts';
import { nameRelations } from './relations/names-counted.ts';
import { ordinalRelations } from './relations/ordinals.ts';
import { ratioRelations } from './relations/told-ratios.ts';
import { completionRelations } from './relations/completions.ts';
import { dateRelations } from './relations/dates.ts';
import { equalityRelations } from './relations/equalities.ts';
import { factorRelations } from './relations/factors.ts';
import { flowRelations } from './relations/flows.ts';
import { gapRelations } from './relations/gaps.ts';
import { growthRelations } from './relations/growths.ts';
import { listRelations } from './relations/lists.ts';
import { meanRelations } from './relations/means.ts';
import { namedRateRelations } from './relations/named-rates.ts';
import { nettedRelations } from './relations/netted.ts';
import { periodRelations } from './relations/periods.ts';
import { pointRelations } from './relations/points.ts';
import { portionRelations } from './relations/portions.ts';
import { productRelations } from './relations/products.ts';
import type { Relation, Strength } from './relations/relation.ts';
import { resumedRelations } from './relations/resumed.ts';
import { rolledRelations } from './relations/rolled.ts';
import { seriesRelations } from './relations/series.ts';
import { shareRelations } from './relations/shares.ts';
import { shareRowRelations } from './relations/share-rows.ts';
import { spanRelations } from './relations/spans.ts';
import { spreadTotalRelations } from './relations/spread-totals.ts';
import { isWithinStretch, leavesARest, totalsStretches } from './relations/stretches.ts';
import { targetRelations } from './relations/targets.ts';
import { namedTotalRelations, totalRelations } from './relations/totals.ts';
import { turnRelations } from './relations/turns.ts';
import type { Sentence } from './sentence.ts';

type Reads = (sentence: Sentence) => readonly Relation[];

/** A kind of relation, how it is found in a sentence, and how far the words go that make it one. */
export interface Family {
  readonly of: Reads;
  readonly strength: Strength;
}

/** Of a family, what stands in one stretch of its sentence, or `else` allows. */
function within(of: Reads, reachesOut?: (one: Relation, sentence: Sentence) => boolean): Reads {
  return (sentence) =>
    of(sentence).filter((one) => isWithinStretch(one, sentence) || reachesOut?.(one, sentence) === true);
}

const all = (strength: Strength, ...families: readonly Reads[]): readonly Family[] =>
  families.map((of) => ({ of, strength }));

/** Every kind of relation that is read. */
export const FAMILIES: readonly Family[] = [
  ...all('said', ({ lists }) => lists.flatMap(listRelations), shareRelations),
  ...all(
    'said',
    ...[totalRelations, namedTotalRelations, spreadTotalRelations, changeTotalRelations].map((of) =>
      within(of, totalsStretches),
    ),
    within(flowRelations, leavesARest),
  ),
  ...all(
    'said',
    ...[
      ({ items }: Sentence) => items.flatMap((item) => [...changeRelations(item), ...budgetRelations(item)]),
      equalityRelations,
      balanceRelations,
      meanRelations,
      completionRelations,
      dateRelations,
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
      clockRelations,
      ordinalRelations,
      nameRelations,
      extremeRelations,
    ].map((of) => within(of)),
  ),
  ...all(
    'named',
    ...[ratioRelations, namedRateRelations, productRelations, factorRelations, shareRowRelations].map((of) =>
      within(of),
    ),
  ),
  ...all(
    'suggested',
    meanEquations,
    growthEquations,
    changeEquations,
    differenceEquations,
    multipleEquations,
    varianceEquations,
    distanceEquations,
    pointEquations,
    namedShareEquations,
    eachShareEquations,
    savingEquations,
    restEquations,
    numberedEquations,
    countedEquations,
    listEquations,
    areaEquations,
    mixedEquations,
  ),
];
