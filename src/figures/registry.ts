import { suggestion } from '../accounts/suggestion.ts';
import type { Definitions, Slot } from './definitions.ts';
import type { Approval, Definition, Figure, FigureUnit, Pin } from './figure.ts';
import { differenceOf, percentageOf, sumOf, UNDISCLOSED_VALUE, type Value } from './value.ts';

/** Figures that exist for every figure of a kind, such as the change on last year, made when first asked for. */
export interface Family {
  /** The last step of the id, without the dot. */
  readonly suffix: string;
  /** The definition for a base figure, or undefined if this family does not apply to it. */
  define(base: Definition): Definition | undefined;
}

/** Entries that overlay the computed figures: control totals and pinned prints, by figure id. */
export interface Overlays {
  readonly approved: ReadonlyMap<string, { readonly entry: Approval['entry']; readonly value: Value }>;
  readonly pinned: ReadonlyMap<string, Pin>;
}

/** The same figures of the year before, by id; undefined where that year says nothing. */
export type PriorYear = (definition: Definition) => Value | undefined;

/** All figures of one booklet, evaluated when first asked for, each once. */
export class Registry {
  private readonly defined: readonly string[];
  private readonly slots: Map<string, Slot>;
  private readonly families: ReadonlyMap<string, Family>;
  private readonly overlays: Overlays;
  private readonly prior: PriorYear;

  constructor({ slots }: Definitions, families: readonly Family[], overlays: Overlays, prior: PriorYear) {
    this.slots = slots;
    this.defined = [...slots.keys()];
    this.families = new Map(families.map((family) => [family.suffix, family]));
    this.overlays = overlays;
    this.prior = prior;
  }

  /** Whether the booklet knows a figure of this id. */
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

  /** Every defined figure in order of definition, then every family member asked for so far; of one unit or of all. */
  all(unit?: FigureUnit): readonly Figure[] {
    const slots = [...this.slots.values()];
    const wanted = unit === undefined ? slots : slots.filter(({ definition }) => definition.unit === unit);
    return wanted.map((slot) => slot.figure ?? this.evaluate(slot));
  }

  /** Ids that an editor may name, for suggestions. */
  ids(): readonly string[] {
    return this.defined;
  }

  /** `；是否为“…”？` for the known id nearest to a mistyped one. */
  suggest(id: string): string {
    const root = id.split('.')[0] ?? '';
    const near = this.ids().filter((known) => known.startsWith(root));
    return suggestion(id, near.length > 0 ? near : this.ids());
  }

  /** Members of families come into being here. */
  private slotOf(id: string): Slot | undefined {
    const known = this.slots.get(id);
    if (known !== undefined) return known;
    const dot = id.lastIndexOf('.');
    const family = this.families.get(id.slice(dot + 1));
    const base = family && dot >= 0 ? this.slotOf(id.slice(0, dot)) : undefined;
    const definition = base && family?.define(base.definition);
    if (definition === undefined) return undefined;
    const slot: Slot = { definition, figure: undefined, evaluating: false };
    this.slots.set(id, slot);
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
    const plain: Figure = { id, label, unit, origin, value: approved?.value ?? computed };
    const figure: Figure =
      approved === undefined && pin === undefined
        ? plain
        : {
            ...plain,
            ...(approved && { approval: { entry: approved.entry, computed } }),
            ...(pin && { pin }),
          };
    slot.figure = figure;
    return figure;
  }

  private compute(definition: Definition): Value {
    const { origin } = definition;
    if (origin.kind === 'reported') return origin.value;
    if (origin.operation === 'prior') return this.prior(this.priorBase(definition)) ?? UNDISCLOSED_VALUE;
    const inputs = origin.inputs.map((input) => this.get(input).value);
    const [first = UNDISCLOSED_VALUE, second = UNDISCLOSED_VALUE] = inputs;
    switch (origin.operation) {
      case 'sum':
        return sumOf(inputs);
      case 'difference':
        return differenceOf(first, second);
      case 'percentage':
        return percentageOf(first, second);
      case 'undisclosed':
        return UNDISCLOSED_VALUE;
    }
  }

  private priorBase(definition: Definition): Definition {
    const base = this.slotOf(definition.id.slice(0, definition.id.lastIndexOf('.')));
    if (base === undefined) throw new Error(`no base figure: ${definition.id}`);
    return base.definition;
  }
}
