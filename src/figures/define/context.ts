import type { Classifications } from '../../accounts/code-table.ts';
import type { LoadedYear } from '../../accounts/load.ts';
import type { UnitThroughYears } from '../../accounts/schema/unit.ts';
import type { Definitions, Ledger } from '../definitions.ts';

/** What the definitions of a booklet's figures are made from. */
export interface FigureContext {
  readonly definitions: Definitions;
  readonly unit: UnitThroughYears;
  readonly year: LoadedYear;
  /** The year's `accounts.yaml`. */
  readonly ledger: Ledger;
  readonly codes: Classifications;
}
