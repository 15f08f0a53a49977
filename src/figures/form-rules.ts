import type { Exact } from '../accounts/decimal.ts';
import type { FormKind } from '../accounts/forms/form-kind.ts';
import type { LaidDown } from './laid-down.ts';

/** A grade, and from how many points it is given. */
export interface Grade {
  readonly name: string;
  readonly from: Exact;
}

/** What a pack lays down about the figures of a kind of forms. */
export interface FormRules {
  readonly kind: FormKind;
  /** The points of the execution row, where the kind has one. */
  readonly executionWeight: LaidDown;
  /** From the highest to the lowest. */
  readonly grades: readonly Grade[];
}

/** The grade of so many points; undefined below the lowest and where points are still to be filled in. */
export function gradeOf(points: Exact, grades: readonly Grade[]): Grade | undefined {
  return grades.find(({ from }) => points.gte(from));
}
