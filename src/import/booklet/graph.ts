import type { Automaton } from './automaton.ts';
import type { Slot } from './pattern.ts';
import { costOfSign } from './slot-signs.ts';

/** Stands for no sign, and for no slot. */
export const NONE = -1;

/** Numbers are hardly ever torn: where a blank stands, in a table, another begins. */
const TORN = 0.6;
/** A text may have several paragraphs, but rather goes on with whatever may follow it. */
const GOES_ON = 0.6;

/** An automaton and a text as numbers, since each place meets each sign: signs and slots are counted through. */
export class Graph {
  readonly size: number;
  /** The sign that a place takes, or NONE. */
  readonly sign: Int32Array;
  /** The kind of slot that a place is, or NONE. */
  readonly slot: Int32Array;
  /** What it costs besides to take a sign that stands apart from the one before, or begins a paragraph. */
  readonly gap: Float64Array;
  readonly paragraph: Float64Array;
  readonly toll: Float64Array;
  /** Where a place leads: from `first[place]` to before `first[place + 1]` in `to`. */
  readonly first: Int32Array;
  readonly to: Int32Array;
  private readonly signs = new Map<string, number>();
  private readonly slots: Slot[] = [];

  constructor(automaton: Automaton) {
    this.size = automaton.length;
    this.sign = Int32Array.from(automaton, ({ sign }) => (sign === undefined ? NONE : this.codeOf(sign)));
    this.slot = Int32Array.from(automaton, ({ slot }) => (slot === undefined ? NONE : this.kindOf(slot)));
    this.gap = Float64Array.from(automaton, ({ slot, more }) =>
      slot?.kind === 'figure' && more === true ? TORN : 0,
    );
    this.paragraph = Float64Array.from(automaton, ({ slot, more }) =>
      slot?.kind === 'text' && more === true ? GOES_ON : 0,
    );
    this.toll = Float64Array.from(automaton, ({ toll }) => toll ?? 0);
    this.to = Int32Array.from(automaton.flatMap(({ to }) => to));
    this.first = new Int32Array(this.size + 1);
    automaton.forEach(({ to }, place) => {
      this.first[place + 1] = (this.first[place] ?? 0) + to.length;
    });
  }

  /** The signs of a text by their numbers. */
  codesOf(text: readonly string[]): Int32Array {
    return Int32Array.from(text, (sign) => this.codeOf(sign));
  }

  /** What each sign costs in a slot of each kind: that of sign `s` in a slot of kind `k` at `s * kinds + k`. */
  slotCosts(): { readonly kinds: number; readonly costs: Float64Array } {
    const kinds = this.slots.length;
    const costs = new Float64Array(this.signs.size * kinds);
    for (const [sign, code] of this.signs)
      this.slots.forEach((slot, kind) => (costs[code * kinds + kind] = costOfSign(slot, sign)));
    return { kinds, costs };
  }

  private codeOf(sign: string): number {
    const known = this.signs.get(sign);
    if (known !== undefined) return known;
    this.signs.set(sign, this.signs.size);
    return this.signs.size - 1;
  }

  private kindOf(slot: Slot): number {
    const isLong = 'long' in slot;
    const known = this.slots.findIndex((one) => one.kind === slot.kind && 'long' in one === isLong);
    return known >= 0 ? known : this.slots.push(slot) - 1;
  }
}
