import type { Classifications } from '../../accounts/code-table.ts';
import type { Entered } from '../../accounts/facts/entered.ts';
import type { LoadedYear } from '../../accounts/load.ts';
import type { UnitThroughYears } from '../../accounts/schema/unit.ts';
import type { Definitions, Ledger } from '../definitions.ts';
import type { FormRules } from '../form-rules.ts';

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
  /** What the booklet's pack lays down about each kind of forms, in the pack's order. */
  readonly forms: readonly FormRules[];
}
