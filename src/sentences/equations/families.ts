import type { Sentence } from '../sentence.ts';
import { areaEquations } from './areas.ts';
import { changeEquations } from './changes.ts';
import { differenceEquations } from './differences.ts';
import type { Equation } from './equation.ts';
import { gradeEquations } from './grades.ts';
import {
  addedEquations,
  distanceEquations,
  growthEquations,
  multipleEquations,
  pointEquations,
  varianceEquations,
} from './growths.ts';
import { listEquations } from './lists.ts';
import { meanEquations } from './means.ts';
import { restEquations } from './rests.ts';
import { doneEquations, paidEquations, rowEquations } from './rows.ts';
import { savingEquations } from './savings.ts';
import { severalEquations } from './several.ts';
import { eachShareEquations, halfEquations, namedShareEquations } from './shares.ts';
import { countedEquations, numberedEquations } from './told-totals.ts';

/** What words and grammar suggest, family by family. */
const FAMILIES: readonly ((sentence: Sentence) => readonly Equation[])[] = [
  meanEquations,
  severalEquations,
  gradeEquations,
  growthEquations,
  addedEquations,
  changeEquations,
  differenceEquations,
  multipleEquations,
  varianceEquations,
  distanceEquations,
  pointEquations,
  namedShareEquations,
  halfEquations,
  rowEquations,
  paidEquations,
  doneEquations,
  eachShareEquations,
  savingEquations,
  restEquations,
  numberedEquations,
  countedEquations,
  listEquations,
  areaEquations,
];

/** All equations that a sentence may mean. */
export function equationsOf(sentence: Sentence): readonly Equation[] {
  return FAMILIES.flatMap((of) => of(sentence));
}
