import type { Classifications } from '../accounts/code-table.ts';
import type { LoadedUnit } from '../accounts/load.ts';
import type { LoadedYear } from '../accounts/load-year.ts';
import type { Loaded } from '../accounts/reader.ts';
import type { Comparatives } from '../accounts/schema/accounts.ts';
import type { PriorLookup } from '../figures/build-figures.ts';
import type { Registry } from '../figures/registry.ts';
import type { PackShelf } from '../pack/pack-of-year.ts';
import type { Pack } from '../pack/pack.ts';
import type { Diagnostic } from '../source/diagnostic.ts';

/** What a check looks at: one booklet's entries and figures. */
export interface CheckSubject {
  readonly unit: LoadedUnit;
  readonly year: LoadedYear;
  readonly figures: Registry;
  /** What the booklet calls its codes: names of the year's classifications, and the unit's own. */
  readonly codes: Classifications;
  /** The classifications in force for a year, to know codes and names that are not of this one. */
  codesFor(year: number): Classifications;
  /** Last year's figures, from its booklet or its comparatives. */
  readonly prior: PriorLookup;
  /** Last year's file, where it holds nothing but comparatives. */
  readonly comparatives?: Loaded<Comparatives>;
  /** The booklet's template pack; undefined where it does not exist or could not be read. */
  readonly pack?: Pack;
  /** What packs there are, to know those of other years. */
  readonly shelf: PackShelf;
}

/** A rule that a booklet must satisfy. */
export interface Check {
  /** Stable English name, shown with each finding. */
  readonly rule: string;
  /** Numbers of the reconciliation rules that it holds, e.g. `R05`; empty for rules of our own. */
  readonly numbers: readonly string[];
  /** Where the rule comes from, in Chinese: the table, the notice, the convention. */
  readonly source: string;
  /** What it holds, in one Chinese sentence. */
  readonly summary: string;
  run(subject: CheckSubject): readonly Diagnostic[];
}

/** Checks that answer one question which readers of a booklet have. */
export interface CheckTopic {
  readonly name: string;
  /** The question, in words that need no knowledge of accounts. */
  readonly asks: string;
  readonly checks: readonly Check[];
}
