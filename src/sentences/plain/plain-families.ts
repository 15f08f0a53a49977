import { apieceRelations } from './apiece.ts';
import { bracketedChanges } from './bracketed-changes.ts';
import { plainChanges } from './compared.ts';
import { instalmentRelations } from './instalments.ts';
import { listedNames } from './listed-names.ts';
import { plainMarks } from './marks.ts';
import { plainMonths } from './months.ts';
import { multipleChanges } from './multiples.ts';
import { netFlowRelations } from './net-flows.ts';
import { notYetRelations } from './not-yet.ts';
import { oppositeRelations } from './opposites.ts';
import { partsOfAll } from './parts-of-all.ts';
import { plainPoints } from './points.ts';
import { priceChanges } from './price-changes.ts';
import { plainProducts } from './products.ts';
import { plainRates } from './rates.ts';
import { plainRests } from './rests.ts';
import { retainedRelations } from './retained.ts';
import { plainShares } from './shares.ts';
import { plainSums } from './sums.ts';
import { swappedMeans } from './swapped-means.ts';
import { tariffRelations } from './tariffs.ts';
import { termRelations } from './terms.ts';
import { twoKindRelations } from './two-kinds.ts';
import { plainVerdicts } from './verdicts.ts';
import type { Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';

/** Numbers whose words leave no other reading, each kind with the slips that make it wrong. */
export const PLAIN_FAMILIES: readonly ((sentence: Sentence) => readonly Relation[])[] = [
  listedNames,
  plainProducts,
  plainRates,
  bracketedChanges,
  multipleChanges,
  notYetRelations,
  partsOfAll,
  twoKindRelations,
  instalmentRelations,
  plainRests,
  plainShares,
  plainSums,
  plainVerdicts,
  plainMarks,
  plainMonths,
  plainPoints,
  priceChanges,
  swappedMeans,
  apieceRelations,
  netFlowRelations,
  oppositeRelations,
  plainChanges,
  retainedRelations,
  tariffRelations,
  termRelations,
];
