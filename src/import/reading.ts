import type { Classifications } from '../accounts/code-table.ts';
import type { Exact } from '../accounts/decimal.ts';
import type { FormKind } from '../accounts/forms/form-kind.ts';
import type { Pack, PackForm } from '../pack/pack.ts';
import type { FormCells } from './forms/read-form.ts';
import type { Sheet } from './workbook/sheet.ts';

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

/** A text that a file prints, with its path in `narrative.yaml`; names that it lists one after another are a list there. */
export interface ReadWords {
  readonly path: readonly [string, ...string[]];
  readonly words: string | readonly string[];
  readonly source: Source;
}

/** A self-evaluation form of a file. */
export interface ReadForm {
  /** The kind of which it is. */
  readonly rules: PackForm;
  /** The name of its file of the year, without extension. */
  readonly name: string;
  readonly sheet: Sheet;
  readonly cells: FormCells;
  /** In what it states amounts. */
  readonly unit: StatedUnit;
  /** What stands for what is not disclosed. */
  readonly undisclosed: string;
}

/** What files are recognised by. */
export interface RecognisedBy {
  readonly pack: Pack;
  /** The classifications of the year, by whose names codes are found. */
  readonly codes: Classifications;
  /** The keys of what is listed by name, by the words of the name; what has none is its own key. */
  readonly items: ReadonlyMap<string, string>;
  /** Codes that the tables of the given files have. */
  readonly stated?: ReadonlySet<string>;
  /** The files of forms that are still to be filled in. */
  readonly blankForms?: readonly { readonly name: string; readonly kind: FormKind }[];
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
  readonly words: readonly ReadWords[];
  readonly forms: readonly ReadForm[];
  /** The booklets among the files: what no file says then, nobody can enter. */
  readonly published: readonly Source[];
  /** What booklets say of changes on the year before, with the figures that changed. */
  readonly growth: readonly Reading[];
}

/** Nothing yet, to which more is added. */
export const NOTHING_READ: Recognised = {
  ...{ told: [], readings: [], listings: [], names: [], leftovers: [], units: [], years: [] },
  ...{ words: [], forms: [], published: [], growth: [] },
};

/** What several recognisers read, together. */
export function together(all: readonly Recognised[]): Recognised {
  const gathered = (key: keyof Recognised): readonly unknown[] =>
    all.flatMap((one) => one[key] as readonly unknown[]);
  const keys = Object.keys(NOTHING_READ) as (keyof Recognised)[];
  return Object.fromEntries(keys.map((key) => [key, gathered(key)])) as unknown as Recognised;
}
