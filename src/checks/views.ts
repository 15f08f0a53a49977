/** A reconciliation rule that no input can violate, because both sides are views of the same figure. */
export interface View {
  /** Number of the rule, e.g. `R13`. */
  readonly number: string;
  /** Why it always holds, in one Chinese sentence. */
  readonly why: string;
}

/** The rules that hold by construction. */
export const VIEWS: readonly View[] = [];
