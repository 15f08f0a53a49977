import type { FactKeys } from './fact.ts';

/**
 * A figure that a pack makes of others by adding and subtracting, as a row of data. `{科目}` and `{项}` in an id stand for
 * the rows of a breakdown: of a sum that is broken down itself its own row, otherwise each of them.
 */
export interface DeclaredSum {
  readonly id: string;
  /** What a reader calls it. */
  readonly label: string;
  /** Ids of the figures that are added. */
  readonly plus: readonly string[];
  /** Ids of those that are subtracted. */
  readonly minus: readonly string[];
  /** By what it is broken down; undefined for one number. */
  readonly keys?: FactKeys;
  /** The rows that are meant: codes with all that stands below them, names, kinds of forms; all if undefined. */
  readonly only?: readonly string[];
}
