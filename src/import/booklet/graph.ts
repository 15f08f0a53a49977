import type { Automaton } from './automaton.ts';
import type { Slot } from './pattern.ts';
import { PRICE } from './prices.ts';
import { costOfSign } from './slot-signs.ts';

/** Stands for no sign, and for no slot. */
export const NONE = -1;
/** Stands for the sign behind the last one. */
export const END = -2;

/** Numbers are hardly ever torn: where a blank stands, in a table, another begins. */
const TORN = 0.6;
/** A text may have several paragraphs, but rather goes on with whatever may follow it. */
const GOES_ON = 0.6;
/** Tables rather begin where a paragraph does than amid the words before them. */
const AMID = 0.4;

/** What takes a sign for more than this was not made for it. */
const FITS = 1;

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
  /** What it costs besides to take a sign that begins no paragraph. */
  readonly amid: Float64Array;
  readonly toll: Float64Array;
  /** What it costs to leave a place out. */
  readonly lostPrice: Float64Array;
  /** Where a place leads: from `first[place]` to before `first[place + 1]` in `to`. */
  readonly first: Int32Array;
  readonly to: Int32Array;
  /** The last of the signs that follow one another from a place on, which itself is one; of another place, itself. */
  readonly wordEnd: Int32Array;
  /** The signs of the text. */
  readonly text: Int32Array;
  /** What each sign costs in a slot of each kind: that of sign `s` in a slot of kind `k` at `s * kinds + k`. */
  readonly slotCosts: Float64Array;
  readonly kinds: number;
  private readonly signs = new Map<string, number>();
  private readonly slots: { readonly slot: Slot; readonly more: boolean }[] = [];

  constructor(automaton: Automaton, text: readonly string[]) {
    this.size = automaton.length;
    this.sign = Int32Array.from(automaton, ({ sign }) => (sign === undefined ? NONE : this.codeOf(sign)));
    this.slot = Int32Array.from(automaton, ({ slot, more }) =>
      slot === undefined ? NONE : this.kindOf(slot, more === true),
    );
    this.gap = Float64Array.from(automaton, ({ slot, more }) =>
      slot?.kind === 'figure' && more === true ? TORN : 0,
    );
    this.paragraph = Float64Array.from(automaton, ({ slot, more }) =>
      slot?.kind === 'text' && more === true ? GOES_ON : 0,
    );
    this.amid = Float64Array.from(automaton, ({ slot, more }) =>
      slot?.kind === 'tables' && more !== true ? AMID : 0,
    );
    this.toll = Float64Array.from(automaton, ({ toll }) => toll ?? 0);
    this.lostPrice = Float64Array.from(automaton, ({ sign, slot }) => {
      if (slot !== undefined) return PRICE.emptySlot;
      return sign === undefined ? 0 : PRICE.lost.sign;
    });
    this.to = Int32Array.from(automaton.flatMap(({ to }) => to));
    this.first = new Int32Array(this.size + 1);
    automaton.forEach(({ to }, place) => {
      this.first[place + 1] = (this.first[place] ?? 0) + to.length;
    });
    this.wordEnd = this.wordEnds();
    this.text = Int32Array.from(text, (sign) => this.codeOf(sign));
    this.kinds = this.slots.length;
    this.slotCosts = Float64Array.from(
      [...this.signs.keys()].flatMap((sign) =>
        this.slots.map(({ slot, more }) => costOfSign(slot, sign, more)),
      ),
    );
  }

  /** Whether a place takes a sign; others lead on at once. */
  takes(place: number): boolean {
    return this.sign[place] !== NONE || this.slot[place] !== NONE;
  }

  /** Whether a place has a sign, or is a slot for such signs. */
  fits(place: number, sign: number): boolean {
    const slot = this.slot[place] ?? NONE;
    return slot === NONE
      ? this.sign[place] === sign
      : (this.slotCosts[sign * this.kinds + slot] ?? Infinity) <= FITS;
  }

  private wordEnds(): Int32Array {
    const { sign, first, to } = this;
    const ends = Int32Array.from(sign, (_, place) => place);
    for (let place = this.size - 2; place >= 0; place -= 1) {
      const [way, end] = [first[place] ?? 0, first[place + 1] ?? 0];
      const goesOn = end - way === 1 && to[way] === place + 1;
      if (goesOn && sign[place] !== NONE && sign[place + 1] !== NONE) ends[place] = ends[place + 1] ?? place;
    }
    return ends;
  }

  private codeOf(sign: string): number {
    const known = this.signs.get(sign);
    if (known !== undefined) return known;
    this.signs.set(sign, this.signs.size);
    return this.signs.size - 1;
  }

  private kindOf(slot: Slot, more: boolean): number {
    const isLong = 'long' in slot;
    const known = this.slots.findIndex(
      (one) => one.slot.kind === slot.kind && 'long' in one.slot === isLong && one.more === more,
    );
    return known >= 0 ? known : this.slots.push({ slot, more }) - 1;
  }
}
