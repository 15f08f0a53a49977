import type { StatedUnit } from '../reading.ts';

/** What stands in a printed text where a template has no words of its own. */
export type Slot =
  /** A number; `negative` where the words around it say its sign. */
  | { readonly kind: 'figure'; readonly id: string; readonly unit: StatedUnit; readonly negative?: true }
  /** A text that the body wrote, by its path in `narrative.yaml`; one that goes on beyond a sentence is `long`. */
  | { readonly kind: 'text'; readonly path: readonly string[]; readonly long?: true }
  /** A name: of the body, or of an item of a list, by the field that it fills. */
  | { readonly kind: 'name'; readonly field: string }
  | { readonly kind: 'ordinal' }
  /** Tables and forms, which are read as such; there may be none in the text. */
  | { readonly kind: 'tables' };

/** What a booklet says where it prints one of several wordings. */
export interface Said {
  /** Ids of figures that are nothing. */
  readonly zero?: readonly string[];
  /** A state (情形) that the body declares. */
  readonly state?: string;
}

/** A wording that a template may print. */
export interface Option {
  readonly pattern: Pattern;
  readonly says?: Said;
}

/** The list whose items a text goes through. */
export interface ItemsOf {
  readonly list: string;
  /** Stands in ids and paths for the key of an item. */
  readonly key: string;
}

/** What a filled template can look like: its own words, with what differs from booklet to booklet. */
export type Pattern =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'all'; readonly of: readonly Pattern[] }
  | { readonly kind: 'one'; readonly of: readonly Option[] }
  /** One item or more; `between` stands between two of them. */
  | { readonly kind: 'items'; readonly items: ItemsOf; readonly item: Pattern; readonly between: string };

/** What stands nowhere. */
export const NOTHING: Pattern = { kind: 'all', of: [] };
