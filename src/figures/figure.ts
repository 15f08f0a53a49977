import type { FigureUnit } from '../accounts/facts/unit.ts';
import type { Exact } from '../accounts/decimal.ts';
import { publishedPlace, type Place, type PublishedPlace } from '../source/place.ts';
import { placeOfValue, type YamlDocument, type YamlPath } from '../source/yaml.ts';
import type { Value } from './value.ts';

export type { FigureUnit } from '../accounts/facts/unit.ts';

/** How a derived figure follows from its inputs. */
export type Operation =
  /** Sum of all inputs. */
  | 'sum'
  /** First input less all others. */
  | 'difference'
  /** First input as percent of the second. */
  | 'percentage'
  /** First input divided by the second. */
  | 'quotient'
  /** The same figure one year earlier. */
  | 'prior'
  /** Something that the body has not disclosed. */
  | 'undisclosed';

/** Where in the input something was entered. */
export interface Entry {
  readonly document: YamlDocument;
  readonly path: YamlPath;
}

/** Where a figure's value is from. */
export type Origin =
  /** Entered: the text at the place is the value, in the file's unit. */
  | { readonly kind: 'reported'; readonly entry: Entry; readonly value: Value }
  /** The number in a text that says more: 392 of the target `≥392户`. */
  | { readonly kind: 'read'; readonly entry: Entry; readonly value: Value }
  /** How many of them the input lists: offices, subordinate units, forms. */
  | { readonly kind: 'counted'; readonly entries: readonly Entry[]; readonly value: Value }
  /** Laid down by the template pack; without a place where the pack leaves it at what is common. */
  | { readonly kind: 'set'; readonly entry?: Entry; readonly value: Value }
  | DerivedOrigin;

/** Made of other figures. */
export interface DerivedOrigin {
  readonly kind: 'derived';
  readonly operation: Operation;
  readonly inputs: readonly string[];
}

/** An approved control total (批复数) and what the parts make. */
export interface Approval {
  readonly entry: Entry;
  readonly computed: Value;
}

/** A published print (印数) that differs from our rounding in the last digit. */
export interface Pin {
  readonly entry: Entry;
  readonly print: string;
}

/** How many decimals a published print has: it stands where so many are printed. */
export function placesOf({ print }: Pick<Pin, 'print'>): number {
  return print.split('.')[1]?.length ?? 0;
}

/** What an edition that has been corrected since (更正) printed of a figure. */
export interface Correction {
  /** Where the old print is stated. */
  readonly entry: Entry;
  /** The edition that corrected it, and its day, or 未公开. */
  readonly edition: number;
  readonly date: string;
  /** The old print, or 未公开. */
  readonly before: string;
}

/** What a figure is before it is evaluated. */
export interface Definition {
  /** Chinese path, e.g. `支出.2011350.一般公共预算.基本支出`: the same in templates, messages, links and data. */
  readonly id: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly origin: Origin;
}

/** A number of the booklet with its id, its value and where it comes from. */
export interface Figure extends Definition {
  readonly value: Value;
  readonly approval?: Approval;
  readonly pin?: Pin;
  /** The first correction first. */
  readonly corrections?: readonly Correction[];
}

/** The figures that a figure is made of; none for one that was entered, read, counted or laid down. */
export function inputsOf({ origin }: Pick<Figure, 'origin'>): readonly string[] {
  return origin.kind === 'derived' ? origin.inputs : [];
}

/** Whether a figure is what one figure is more than another. */
export function isDifference({ origin }: Pick<Figure, 'origin'>): boolean {
  return origin.kind === 'derived' && origin.operation === 'difference';
}

/** Where a figure's value stands in the input; of several things counted, the first. Undefined for a derived one. */
export function entryOf({ origin }: Pick<Figure, 'origin'>): Entry | undefined {
  if (origin.kind === 'derived') return undefined;
  return origin.kind === 'counted' ? origin.entries[0] : origin.entry;
}

/** Position of an entry in its file. */
export function placeOfEntry(entry: Entry): Place {
  return placeOfValue(entry.document, entry.path);
}

/** Position of an entry as it is published. */
export function publishedPlaceOf(entry: Entry): PublishedPlace {
  return publishedPlace(placeOfEntry(entry));
}

/** The exact number of a known figure, undefined otherwise. */
export function exactOf(figure: Figure): Exact | undefined {
  return figure.value.state === 'known' ? figure.value.exact : undefined;
}
