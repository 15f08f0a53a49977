import type { Exact } from '../accounts/decimal.ts';
import type { FormKind } from '../accounts/forms/form-kind.ts';
import { COMMON_EXECUTION_WEIGHT, type LaidDown } from './laid-down.ts';

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

/** The rules of kinds whose pack has mistakes elsewhere, so that what the accounts say of their figures is understood. */
export function commonRules(kinds: readonly FormKind[] | undefined): readonly FormRules[] {
  return (kinds ?? []).map((kind) => ({ kind, executionWeight: COMMON_EXECUTION_WEIGHT, grades: [] }));
}

/** The grade of so many points; undefined below the lowest and where points are still to be filled in. */
export function gradeOf(points: Exact, grades: readonly Grade[]): Grade | undefined {
  return grades.find(({ from }) => points.gte(from));
}
