import { suggestion } from '../accounts/suggestion.ts';
import type { Approval, Definition, Figure, Pin } from './figure.ts';
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
  private readonly definitions: ReadonlyMap<string, Definition>;
  private readonly families: readonly Family[];
  private readonly overlays: Overlays;
  private readonly prior: PriorYear;
  private readonly figures = new Map<string, Figure>();
  private readonly evaluating = new Set<string>();

  constructor(
    definitions: ReadonlyMap<string, Definition>,
    families: readonly Family[],
    overlays: Overlays,
    prior: PriorYear,
  ) {
    this.definitions = definitions;
    this.families = families;
    this.overlays = overlays;
    this.prior = prior;
  }

  /** Whether the booklet knows a figure of this id. */
  has(id: string): boolean {
    return this.definitionOf(id) !== undefined;
  }

  /** The figure of this id; undefined if there is none. */
  find(id: string): Figure | undefined {
    const done = this.figures.get(id);
    if (done !== undefined) return done;
    const definition = this.definitionOf(id);
    return definition && this.evaluate(definition);
  }

  /** The figure of this id. Throws if there is none: ids from input are checked before. */
  get(id: string): Figure {
    const figure = this.find(id);
    if (figure === undefined) throw new Error(`unknown figure: ${id}`);
    return figure;
  }

  /** Every defined figure and every family member asked for so far, in order of definition. */
  all(): readonly Figure[] {
    for (const definition of this.definitions.values()) this.get(definition.id);
    const order = new Map([...this.definitions.keys()].map((id, index) => [id, index]));
    const rank = (figure: Figure): number =>
      order.get(figure.id) ?? order.get(this.baseOf(figure.id) ?? '') ?? -1;
    return [...this.figures.values()].sort((a, b) => rank(a) - rank(b));
  }

  /** Ids that an editor may name, for suggestions. */
  ids(): readonly string[] {
    return [...this.definitions.keys()];
  }

  /** `；是否为“…”？` for the known id nearest to a mistyped one. */
  suggest(id: string): string {
    const root = id.split('.')[0] ?? '';
    const near = this.ids().filter((known) => known.startsWith(root));
    return suggestion(id, near.length > 0 ? near : this.ids());
  }

  private definitionOf(id: string): Definition | undefined {
    const own = this.definitions.get(id);
    if (own !== undefined) return own;
    const base = this.baseOf(id);
    const definition = base === undefined ? undefined : this.definitionOf(base);
    if (definition === undefined) return undefined;
    const suffix = id.slice(id.lastIndexOf('.') + 1);
    return this.families.find((family) => family.suffix === suffix)?.define(definition);
  }

  private baseOf(id: string): string | undefined {
    const dot = id.lastIndexOf('.');
    return dot < 0 ? undefined : id.slice(0, dot);
  }

  private evaluate(definition: Definition): Figure {
    const { id } = definition;
    if (this.evaluating.has(id))
      throw new Error(`figure depends on itself: ${[...this.evaluating, id].join(' → ')}`);
    this.evaluating.add(id);
    const computed = this.compute(definition);
    this.evaluating.delete(id);
    const approved = this.overlays.approved.get(id);
    const pin = this.overlays.pinned.get(id);
    const figure: Figure = {
      ...definition,
      value: approved?.value ?? computed,
      ...(approved && { approval: { entry: approved.entry, computed } }),
      ...(pin && { pin }),
    };
    this.figures.set(id, figure);
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
    const base = this.definitionOf(this.baseOf(definition.id) ?? '');
    if (base === undefined) throw new Error(`no base figure: ${definition.id}`);
    return base;
  }
}
