import type { Classifications } from '../../accounts/code-table.ts';
import type { Entered } from '../../accounts/facts/entered.ts';
import type { LoadedYear } from '../../accounts/load-year.ts';
import type { Accounts } from '../../accounts/schema/accounts.ts';
import type { Narrative } from '../../accounts/schema/narrative.ts';
import type { UnitThroughYears } from '../../accounts/schema/unit.ts';
import type { YamlDocument } from '../../source/yaml.ts';
import type { Definitions, Ledger } from '../definitions.ts';
import type { FormRules } from '../form-rules.ts';

/** What of a year's files its figures are made from. */
export interface FigureYear extends Pick<LoadedYear, 'unit' | 'unitDocument' | 'evaluations'> {
  readonly accounts: {
    readonly value: Pick<Accounts, 'year' | 'moneyUnit' | 'entered' | 'approved' | 'pinned' | 'publication'>;
    readonly document: YamlDocument;
  };
  readonly narrative: { readonly value: Pick<Narrative, 'offices'>; readonly document: YamlDocument };
}

/** What the definitions of a booklet's figures are made from. */
export interface FigureContext {
  readonly definitions: Definitions;
  readonly unit: Pick<UnitThroughYears, 'subordinates'>;
  readonly year: FigureYear;
  /** The facts of the year's `accounts.yaml`. */
  readonly entered: Entered;
  /** The year's `accounts.yaml`. */
  readonly ledger: Ledger;
  readonly codes: Classifications;
  /** What the booklet's pack lays down about each kind of forms, in the pack's order. */
  readonly forms: readonly FormRules[];
}
