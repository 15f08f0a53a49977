import { COMMON_FACTS } from './facts/common-facts.ts';
import type { FactBook } from './facts/fact-book.ts';
import type { FormKind } from './forms/form-kind.ts';
import { COMMON_TEXTS, type TextSlots } from './texts/text-slots.ts';

/** What the units of a template pack enter: facts in `accounts.yaml`, texts in `narrative.yaml`, forms in `performance/`. */
export interface Enterable {
  readonly facts: FactBook;
  readonly texts: TextSlots;
  /** The kinds of self-evaluation forms; undefined where they are not known. */
  readonly forms: readonly FormKind[] | undefined;
  /** The kinds of other packs, by which forms are read where the pack's own are not known. */
  readonly likelyForms?: readonly FormKind[];
  /** Whether the pack has mistakes where it says what is entered, so that what seems too much or missing may be right. */
  readonly uncertain?: boolean;
}

/** What units enter whose pack says nothing else. */
export const COMMONLY_ENTERED: Enterable = { facts: COMMON_FACTS, texts: COMMON_TEXTS, forms: undefined };
