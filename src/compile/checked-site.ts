import { inOrder, type Diagnostic } from '../source/diagnostic.ts';
import { differentNames } from './different-names.ts';
import type { GivenName } from './given-names.ts';

/** What was checked, and everything that is wrong with it. A compiled site is one, too. */
export interface CheckedSite {
  readonly units: readonly CheckedUnit[];
  /** All findings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A body and the years of its booklets. */
export interface CheckedUnit {
  readonly slug: string;
  readonly booklets: readonly { readonly year: number }[];
  /** Editions that were corrected since, where they are compiled. */
  readonly editions?: readonly { readonly year: number }[];
}

/** What was found in a unit, and what is still to be held against others. Plain data, to be kept and handed on. */
export interface FoundInUnit extends CheckedUnit {
  /** Each finding once. */
  readonly diagnostics: readonly Diagnostic[];
  readonly names: readonly GivenName[];
}

/** What was found in some of the units, and what is still to be held against the others. */
export interface CheckedPart extends CheckedSite {
  readonly names: readonly GivenName[];
}

/** What was found in a unit that could be read, as a part of a site. */
export function partOf({ slug, booklets, diagnostics, names }: FoundInUnit): CheckedPart {
  return { units: [{ slug, booklets }], diagnostics, names };
}

/** Puts together what was found in parts of the units, and what was found between them. */
export function mergeChecked(parts: readonly CheckedPart[]): CheckedSite {
  const between = differentNames(parts.flatMap(({ names }) => names));
  return {
    units: parts.flatMap(({ units }) => units).sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    diagnostics: inOrder([...parts.flatMap(({ diagnostics }) => diagnostics), ...between]),
  };
}
