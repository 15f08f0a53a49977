import type { Classifications } from '../../accounts/code-table.ts';
import type { Entered } from '../../accounts/facts/entered.ts';
import type { LoadedYear } from '../../accounts/load.ts';
import type { UnitThroughYears } from '../../accounts/schema/unit.ts';
import type { Definitions, Ledger } from '../definitions.ts';
import type { LaidDown } from '../laid-down.ts';

/** What the definitions of a booklet's figures are made from. */
export interface FigureContext {
  readonly definitions: Definitions;
  readonly unit: UnitThroughYears;
  readonly year: LoadedYear;
  /** The facts of the year's `accounts.yaml`. */
  readonly entered: Entered;
  /** The year's `accounts.yaml`. */
  readonly ledger: Ledger;
  readonly codes: Classifications;
  /** The points of the execution row in a project form. */
  readonly executionWeight: LaidDown;
}
