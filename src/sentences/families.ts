import { batchRelations } from './claimed/batches.ts';
import { boundedLists } from './claimed/bounded-lists.ts';
import { boundRelations } from './claimed/bounds.ts';
import { deadlineRelations } from './claimed/deadlines.ts';
import { enumeratedRelations } from './claimed/enumerated.ts';
import { orderedRates } from './claimed/ordered-rates.ts';
import { paceRelations } from './claimed/paces.ts';
import { quarterShares } from './relations/quarter-shares.ts';
import { goalRelations } from './claimed/goals.ts';
import { levelRelations } from './claimed/level.ts';
import { sideRelations } from './claimed/sides.ts';
import { superlativeRelations } from './claimed/superlatives.ts';
import { surplusRelations } from './claimed/surpluses.ts';
import { trendRelations } from './claimed/trends.ts';
import { PLAIN_FAMILIES } from './plain/plain-families.ts';
import { areaEquations } from './equations/areas.ts';
import { differenceEquations } from './equations/differences.ts';
import {
  distanceEquations,
  growthEquations,
  multipleEquations,
  pointEquations,
} from './equations/growths.ts';
import { meanEquations } from './equations/means.ts';
import { restEquations } from './equations/rests.ts';
import { eachShareEquations, namedShareEquations } from './equations/shares.ts';
import { adjustedBudgetRelations } from './relations/adjusted-budgets.ts';
import { adjustedChangeRelations } from './relations/adjusted-changes.ts';
import { apportionedRelations } from './relations/apportioned.ts';
import { balanceRelations } from './relations/balances.ts';
import { budgetRelations } from './relations/budgets.ts';
import { changeTotalRelations } from './relations/change-totals.ts';
import { changeRelations } from './relations/changes.ts';
import { clockRelations } from './relations/clock.ts';
import { extremeRelations } from './relations/extremes.ts';
import { nameRelations } from './relations/names-counted.ts';
import { ordinalRelations } from './relations/ordinals.ts';
import { ratioRelations } from './relations/told-ratios.ts';
import { complementaryShares } from './relations/complementary-shares.ts';
import { completionRelations } from './relations/completions.ts';
import { definedRateRelations } from './relations/defined-rates.ts';
import { cumulatedRelations } from './relations/cumulated.ts';
import { dateRelations } from './relations/dates.ts';
import { equalityRelations } from './relations/equalities.ts';
import { factorRelations } from './relations/factors.ts';
import { flowRelations } from './relations/flows.ts';
import { gapRelations } from './relations/gaps.ts';
import { gradeRelations } from './relations/grades.ts';
import { growthRelations } from './relations/growths.ts';
import { listRelations } from './relations/lists.ts';
import { listedMeanRelations } from './relations/listed-means.ts';
import { meanRelations, rangeRelations } from './relations/means.ts';
import { namedRateRelations } from './relations/named-rates.ts';
import { nettedRelations } from './relations/netted.ts';
import { periodRelations } from './relations/periods.ts';
import { pointRelations } from './relations/points.ts';
import { portionRelations } from './relations/portions.ts';
import { productRelations } from './relations/products.ts';
import type { Relation, Strength } from './relations/relation.ts';
import { restShareRelations } from './relations/rest-shares.ts';
import { restatedRates } from './relations/restated-rates.ts';
import { halfYearRates } from './relations/half-year-rates.ts';
import { resumedRelations } from './relations/resumed.ts';
import { rolledOverTwo, rolledRelations } from './relations/rolled.ts';
import { seriesRelations } from './relations/series.ts';
import { savingEquations } from './equations/savings.ts';
import { shareRelations } from './relations/shares.ts';
import { shareRowRelations } from './relations/share-rows.ts';
import { spanRelations } from './relations/spans.ts';
import { spelledShareRelations } from './relations/spelled-shares.ts';
import { summedShareRelations } from './relations/summed-shares.ts';
import { spreadTotalRelations } from './relations/spread-totals.ts';
import { goesOnComparing, isWithinStretch, leavesARest, totalsStretches } from './relations/stretches.ts';
import { reachedRelations, targetRelations } from './relations/targets.ts';
import { namedTotalRelations, totalRelations } from './relations/totals.ts';
import { weightedRelations } from './relations/weighted.ts';
import { weightRelations } from './relations/weights.ts';
import { meanGrowthRelations } from './relations/mean-growths.ts';
import { yearRateRelations } from './relations/year-rates.ts';
import { toldRests } from './relations/told-rests.ts';
import { turnRelations } from './relations/turns.ts';
import type { Sentence } from './sentence.ts';

type Reads = (sentence: Sentence) => readonly Relation[];

/** A kind of relation, how it is found in a sentence, and how far the words go that make it one. */
export interface Family {
  readonly of: Reads;
  readonly strength: Strength;
  /** Before anything is told, other numbers of the sentence may explain it (`charity/`). */
  readonly isMisreadable?: boolean;
}

/** Of a family, what stands in one stretch of its sentence, or `else` allows. */
function within(of: Reads, reachesOut?: (one: Relation, sentence: Sentence) => boolean): Reads {
  return (sentence) =>
    of(sentence).filter((one) => isWithinStretch(one, sentence) || reachesOut?.(one, sentence) === true);
}

const all = (strength: Strength, ...families: readonly Reads[]): readonly Family[] =>
  families.map((of) => ({ of, strength }));

/** Families whose words may mean other numbers than those beside them. */
const misreadable = (strength: Strength, ...families: readonly Reads[]): readonly Family[] =>
  families.map((of) => ({ of, strength, isMisreadable: true }));

/** 无其他增减因素: a list that is said to leave nothing out. */
const NOTHING_LEFT_OUT = /(?:无|没有|不存在)其他(?:增减|变动|变化|开支|支出|收入|来源|因素|项目|情况)/u;

function asTold(one: Relation, text: string): Relation {
  return one.isSum === true && NOTHING_LEFT_OUT.test(text) ? { ...one, strength: 'said' } : one;
}

/** Every kind of relation that is read. */
export const FAMILIES: readonly Family[] = [
  ...misreadable(
    'said',
    ({ lists, text }) => lists.flatMap(listRelations).map((one) => asTold(one, text)),
    shareRelations,
    within(totalRelations, totalsStretches),
    within(flowRelations, leavesARest),
    within(
      ({ items }) => items.flatMap((item) => [...changeRelations(item), ...budgetRelations(item)]),
      goesOnComparing,
    ),
    adjustedBudgetRelations,
    within(completionRelations),
    within(seriesRelations),
  ),
  ...all(
    'said',
    ...[namedTotalRelations, spreadTotalRelations, changeTotalRelations].map((of) =>
      within(of, totalsStretches),
    ),
    ...[
      equalityRelations,
      balanceRelations,
      meanRelations,
      dateRelations,
      gapRelations,
      growthRelations,
      nettedRelations,
      periodRelations,
      pointRelations,
      portionRelations,
      resumedRelations,
      rolledRelations,
      spanRelations,
      targetRelations,
      reachedRelations,
      turnRelations,
      clockRelations,
      ordinalRelations,
      nameRelations,
      extremeRelations,
      adjustedChangeRelations,
      cumulatedRelations,
      definedRateRelations,
      gradeRelations,
      restShareRelations,
      weightedRelations,
      listedMeanRelations,
      spelledShareRelations,
      weightRelations,
    ].map((of) => within(of)),
    ...[
      yearRateRelations,
      meanGrowthRelations,
      rolledOverTwo,
      rangeRelations,
      summedShareRelations,
      deadlineRelations,
      enumeratedRelations,
      superlativeRelations,
      surplusRelations,
      trendRelations,
      boundRelations,
      goalRelations,
      orderedRates,
      paceRelations,
      quarterShares,
      sideRelations,
      batchRelations,
      levelRelations,
      toldRests,
      boundedLists,
      complementaryShares,
      restatedRates,
      halfYearRates,
      ...PLAIN_FAMILIES,
    ],
  ),
  ...misreadable('named', within(namedRateRelations), within(productRelations)),
  ...all(
    'named',
    ...[apportionedRelations, ratioRelations, factorRelations, shareRowRelations].map((of) => within(of)),
  ),
  ...misreadable('suggested', differenceEquations),
  ...all(
    'suggested',
    meanEquations,
    growthEquations,
    multipleEquations,
    distanceEquations,
    pointEquations,
    namedShareEquations,
    eachShareEquations,
    restEquations,
    areaEquations,
    savingEquations,
  ),
];
