import type { Unit } from '../accounts/schema/unit.ts';
import type { NameInYears } from '../accounts/unit-in-year.ts';
import type { Booklet } from './booklet.ts';

/** A body and its booklets, oldest first. */
export interface SiteUnit {
  readonly slug: string;
  /** As it is now; each booklet has it as it was in its year. */
  readonly unit: Unit;
  readonly formerNames: readonly NameInYears[];
  readonly booklets: readonly Booklet[];
  /** What was published of some of them before it was corrected; nothing counts or compares these. */
  readonly editions: readonly Booklet[];
}
