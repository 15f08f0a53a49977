import { suggestion } from '../accounts/suggestion.ts';
import type { FormKind } from '../accounts/forms/form-kind.ts';
import type { FactBook } from '../accounts/facts/fact-book.ts';
import type { Definitions, Slot } from './definitions.ts';
import { followingFigure } from './following.ts';
import type { Approval, Correction, Definition, DerivedOrigin, Figure, FigureUnit, Pin } from './figure.ts';
import { differenceOf, percentageOf, quotientOf, sumOf, UNDISCLOSED_VALUE, type Value } from './value.ts';

/** Entries that overlay the computed figures: control totals, pinned and corrected prints, by figure id. */
export interface Overlays {
  readonly approved: ReadonlyMap<string, { readonly entry: Approval['entry']; readonly value: Value }>;
  readonly pinned: ReadonlyMap<string, Pin>;
  readonly corrected: ReadonlyMap<string, readonly Correction[]>;
}

/** The same figures of the year before, by id; undefined where that year says nothing. */
export type PriorYear = (definition: Definition) => Value | undefined;

/**
 * All figures of one booklet, evaluated when first asked for, each once. Which figures there are is settled when it is
 * made; comparisons with last year follow from them, so they are not among them but are found under their ids.
 */
export class Registry {
  private readonly slots: ReadonlyMap<string, Slot>;
  private readonly defined: readonly string[];
  private readonly listed: ReadonlySet<string>;
  /** What follows from the figures and was asked for, so that each is worked out once; undefined for what does not follow. */
  private readonly following = new Map<string, Slot | undefined>();
  /** The figures of each unit that was asked for, and of all. */
  private readonly byUnit = new Map<FigureUnit | undefined, readonly Figure[]>();
  private readonly overlays: Overlays;
  private readonly prior: PriorYear;

  /** The facts that can be entered for it, and the kinds of forms that it can have. */
  readonly book: FactBook;
  readonly kinds: readonly FormKind[];

  constructor(
    { slots, unlisted }: Definitions,
    { book, kinds }: { readonly book: FactBook; readonly kinds: readonly FormKind[] },
    overlays: Overlays,
    prior: PriorYear,
  ) {
    this.slots = slots;
    this.defined =
      unlisted.size === 0 ? [...slots.keys()] : [...slots.keys()].filter((id) => !unlisted.has(id));
    this.listed = new Set(this.defined);
    this.book = book;
    this.kinds = kinds;
    this.overlays = overlays;
    this.prior = prior;
  }

  /** Whether the booklet has a figure of this id, or can compare one under it. */
  has(id: string): boolean {
    return this.slotOf(id) !== undefined;
  }

  /** The figure of this id; undefined if there is none. */
  find(id: string): Figure | undefined {
    const slot = this.slotOf(id);
    return slot && (slot.figure ?? this.evaluate(slot));
  }

  /** The figure of this id. Throws if there is none: ids from input are checked before. */
  get(id: string): Figure {
    const figure = this.find(id);
    if (figure === undefined) throw new Error(`unknown figure: ${id}`);
    return figure;
  }

  /** Every defined figure in order of definition, comparisons left out; of one unit or of all. */
  all(unit?: FigureUnit): readonly Figure[] {
    const known = this.byUnit.get(unit);
    if (known !== undefined) return known;
    const slots = this.defined.flatMap((id) => this.slots.get(id) ?? []);
    const wanted = unit === undefined ? slots : slots.filter(({ definition }) => definition.unit === unit);
    const figures = wanted.map((slot) => slot.figure ?? this.evaluate(slot));
    this.byUnit.set(unit, figures);
    return figures;
  }

  /** The ids of all defined figures, in order of definition. */
  ids(): readonly string[] {
    return this.defined;
  }

  /** Whether a figure is among those that every reader of the booklet's data finds, whoever asked for what. */
  lists(id: string): boolean {
    return this.listed.has(id);
  }

  /** Whether a figure is one that the booklet's pack does not use: it is in no list, with what is made of it. */
  isUnused(id: string): boolean {
    return this.slots.has(id) && !this.listed.has(id);
  }

  /** `；是否为“…”？` for the known id nearest to a mistyped one. */
  suggest(id: string): string {
    const root = id.split('.')[0] ?? '';
    const near = this.ids().filter((known) => known.startsWith(root));
    return suggestion(id, near.length > 0 ? near : this.ids());
  }

  private slotOf(id: string): Slot | undefined {
    const known = this.slots.get(id) ?? this.following.get(id);
    if (known !== undefined || this.following.has(id)) return known;
    const definition = followingFigure(id, (one) => this.slots.get(one)?.definition, this.book);
    const slot: Slot | undefined = definition && { definition, figure: undefined, evaluating: false };
    this.following.set(id, slot);
    return slot;
  }

  private evaluate(slot: Slot): Figure {
    const { id, label, unit, origin } = slot.definition;
    if (slot.evaluating) throw new Error(`figure depends on itself: ${id}`);
    slot.evaluating = true;
    const computed = this.compute(slot.definition);
    slot.evaluating = false;
    const approved = this.overlays.approved.get(id);
    const pin = this.overlays.pinned.get(id);
    const corrections = this.overlays.corrected.get(id);
    const plain: Figure = { id, label, unit, origin, value: approved?.value ?? computed };
    const figure: Figure =
      approved === undefined && pin === undefined && corrections === undefined
        ? plain
        : {
            ...plain,
            ...(approved && { approval: { entry: approved.entry, computed } }),
            ...(pin && { pin }),
            ...(corrections && { corrections }),
          };
    slot.figure = figure;
    return figure;
  }

  private compute(definition: Definition): Value {
    const { origin } = definition;
    if (origin.kind !== 'derived') return origin.value;
    if (origin.operation === 'prior') return this.prior(this.priorBase(origin)) ?? UNDISCLOSED_VALUE;
    const inputs = origin.inputs.map((input) => this.get(input).value);
    const [first = UNDISCLOSED_VALUE, second = UNDISCLOSED_VALUE] = inputs;
    switch (origin.operation) {
      case 'sum':
        return sumOf(inputs);
      case 'difference':
        return differenceOf(first, sumOf(inputs.slice(1)));
      case 'percentage':
        return percentageOf(first, second);
      case 'quotient':
        return quotientOf(first, second);
      case 'undisclosed':
        return UNDISCLOSED_VALUE;
    }
  }

  private priorBase({ inputs: [id = ''] }: DerivedOrigin): Definition {
    const base = this.slotOf(id);
    if (base === undefined) throw new Error(`no base figure: ${id}`);
    return base.definition;
  }
}
