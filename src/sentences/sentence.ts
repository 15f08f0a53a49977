import type { Cue, Comparand } from './roles.ts';
import type { Quantity } from './quantity.ts';

/** A quantity with what its sentence says of it. */
export interface Mention extends Cue {
  readonly quantity: Quantity;
  /** 占 396.00 万元的 40%: the quantity that a rate is a part or a multiple of. */
  readonly of?: Quantity;
  /** The words behind it, up to the next mark. */
  readonly after: string;
}

/** 决算数大于预算数, 与上年持平: a comparison told without a number. */
export interface Claim {
  readonly direction: -1 | 0 | 1;
  readonly comparand: Comparand;
  /** 基本持平: nearly, not exactly. */
  readonly nearly: boolean;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** What a sentence speaks of, with all that it tells about it. */
export interface Item {
  /** As the sentence calls it; empty where it only goes on. */
  readonly name: string;
  /** The words from the mark before it to its first number. */
  readonly lead: string;
  readonly mentions: Mention[];
  readonly claims: Claim[];
  /** 上年无此项支出. */
  fromNothing: boolean;
  /** The list in which it is a part. */
  readonly list?: List;
}

/** A whole and what the sentence lists of it: 其中：A…，B…. */
export interface List {
  readonly whole: Item;
  /** How many quantities the whole had where the list began: only those are wholes. */
  readonly known: readonly Mention[];
  readonly parts: Item[];
  /** Where the list may have ended already: before the part of this index. */
  readonly ends: Set<number>;
  /** The words say that nothing is left out: 分为, 分别为. */
  readonly complete: boolean;
  /** They say that it lists members of the whole: 其中. */
  readonly among: boolean;
}

/** A sentence as it was understood. Offsets are those of the text. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
  readonly items: readonly Item[];
  readonly lists: readonly List[];
  /** How the text goes on behind it. */
  readonly behind: string;
  /** The one with numbers before it in the text. */
  readonly before?: Sentence;
}
