import type { CodeTable } from '../accounts/code-table.ts';
import type { Exact } from '../accounts/decimal.ts';
import type { Pack } from '../pack/pack.ts';

/** Where in a given file something stands. */
export interface Source {
  readonly file: string;
  /** The place within the file, as a person finds it: `公开01表!C5`, `第 12 页`; empty for the whole file. */
  readonly at: string;
}

/** A unit in which a file states amounts. */
export interface StatedUnit {
  readonly name: string;
  /** How many 万元 one is. */
  readonly factor: Exact;
}

/** A number that a file states of a figure. */
export interface Reading {
  readonly id: string;
  /** As written. */
  readonly number: Exact;
  /** How far the true number may be from it, since it was rounded when it was written. */
  readonly tolerance: Exact;
  /** Its unit, if it is an amount. */
  readonly unit: StatedUnit;
  readonly source: Source;
  /** Whether nothing is written there, which means that there is none. */
  readonly blank?: true;
  /** Whether what is written there instead is what the pack prints for what is not disclosed. */
  readonly mayBeHidden?: true;
  /** Whether it stands in a row of totals, whose approved value booklets check. */
  readonly total?: true;
}

/** Figures of which a file has no row: where a table lists what there is, they are zero. */
export interface Listing {
  /** Ids with `{科目}` for the code. */
  readonly ids: readonly string[];
  /** Numbers of digits of the codes that are listed. */
  readonly lengths: readonly number[];
  readonly classification: 'functional' | 'economic';
  /** The codes below which it lists what there is; all, if none are said. */
  readonly below: readonly string[];
  /** The codes that are listed. */
  readonly codes: ReadonlySet<string>;
  readonly source: Source;
}

/** What a file calls a code. */
export interface ReadName {
  readonly code: string;
  readonly name: string;
  readonly source: Source;
}

/** A number of a file that says nothing to us. */
export interface Leftover {
  readonly source: Source;
  /** What stands there. */
  readonly text: string;
  /** A Chinese clause that says why it was not understood. */
  readonly why: string;
}

/** What files are recognised by. */
export interface RecognisedBy {
  readonly pack: Pack;
  /** The functional classification of the year, by whose names classes are found. */
  readonly functional: CodeTable;
  /** The keys of what is listed by name, by the words of the name; what has none is its own key. */
  readonly items: ReadonlyMap<string, string>;
}

/** Everything that a recogniser takes from the given files. */
export interface Recognised {
  /** What was recognised as what, a Chinese sentence each. */
  readonly told: readonly string[];
  readonly readings: readonly Reading[];
  readonly listings: readonly Listing[];
  readonly names: readonly ReadName[];
  readonly leftovers: readonly Leftover[];
  /** The body that files name, with where they do. */
  readonly units: readonly { readonly name: string; readonly source: Source }[];
  readonly years: readonly { readonly year: number; readonly source: Source }[];
}
