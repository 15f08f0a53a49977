import type { Automaton } from './automaton.ts';
import { PlaceSet } from './place-set.ts';
import { costOfSign } from './slot-signs.ts';

/** A text is read along a pattern as it fits best; these are the prices of what does not fit. */
const PRICE = {
  /** One sign instead of another. */
  wrong: 1.2,
  /** Where words stand in the text that the pattern has not. */
  added: { begin: 1.5, sign: 0.4 },
  /** Where words of the pattern are not in the text. */
  lost: { begin: 1.5, sign: 0.4 },
  /** A number or a name that is not there. */
  emptySlot: 2,
};

/** Readings that cost so much more than the best so far are given up: more than some two hundred signs that do not fit. */
const GIVEN_UP = 60;

/** In what way a place was reached: along the pattern, amid words that it has not, or past words that the text has not. */
const ALONG = 0;
const AMID = 1;
const PAST = 2;
const WAYS = 3;

/** A step of a reading: the place that was passed, and the sign of the text that it took. */
export interface Step {
  readonly place: number;
  readonly sign: number;
  readonly how: 'fits' | 'wrong' | 'added' | 'lost' | 'passed';
}

/** How a text is read along a pattern. */
export interface Alignment {
  readonly steps: readonly Step[];
  /** 0 where everything fits. */
  readonly price: number;
}

/**
 * Reads a text along a pattern so that as little as possible does not fit (a weighted edit distance with affine gaps,
 * after Gotoh, over a graph): wording may vary, words may be put in or left out, and numbers and names still find their places.
 */
export function align(automaton: Automaton, signs: readonly string[]): Alignment {
  return new Reading(automaton, signs).read();
}

/** From where places were reached after a number of signs: three ways for each of those that were, in their order. */
interface Column {
  readonly places: Int32Array;
  readonly from: Int32Array;
}

class Reading {
  private readonly places: Automaton;
  private readonly signs: readonly string[];
  private readonly columns: Column[] = [];
  /** What it costs to be in each place in each way, and which places were reached at all. */
  private now: Float64Array;
  private next: Float64Array;
  private reached: PlaceSet;
  private reachedNext: PlaceSet;
  private readonly from: Int32Array;

  constructor(places: Automaton, signs: readonly string[]) {
    this.places = places;
    this.signs = signs;
    const size = places.length * WAYS;
    this.now = new Float64Array(size).fill(Infinity);
    this.next = new Float64Array(size).fill(Infinity);
    this.reached = new PlaceSet(places.length);
    this.reachedNext = new PlaceSet(places.length);
    this.from = new Int32Array(size);
  }

  read(): Alignment {
    this.reachNow(ALONG, 0, 0);
    this.spread();
    for (const sign of this.signs) {
      this.take(sign);
      this.spread();
    }
    const end = (this.places.length - 1) * WAYS;
    return { steps: this.trace(end), price: this.now[end] ?? Infinity };
  }

  /** Every place that takes a sign takes the next one; readings that cost too much are given up. */
  private take(sign: string): void {
    const { now, reached } = this;
    const limit = this.best() + GIVEN_UP;
    for (let place = reached.after(-1); place >= 0; place = reached.after(place)) {
      const at = place * WAYS;
      const along = now[at] ?? Infinity;
      const amid = now[at + AMID] ?? Infinity;
      now.fill(Infinity, at, at + WAYS);
      if (amid <= limit) this.reachNext(at + AMID, amid + PRICE.added.sign, ~(at + AMID));
      const one = this.places[place];
      if (along > limit || one === undefined || (one.sign ?? one.slot) === undefined) continue;
      const price = one.slot ? costOfSign(one.slot, sign) : one.sign === sign ? 0 : PRICE.wrong;
      for (const after of one.to) this.reachNext(after * WAYS, along + price, ~at);
    }
    reached.clear();
    [this.now, this.next] = [this.next, now];
    [this.reached, this.reachedNext] = [this.reachedNext, reached];
  }

  /** What follows without taking a sign; ways back are gone until nothing is gained. */
  private spread(): void {
    const limit = this.best() + GIVEN_UP;
    for (let place = this.reached.after(-1); place >= 0;) {
      const back = this.spreadFrom(place, limit);
      place = this.reached.after(Math.min(place, back - 1));
    }
    this.keep();
  }

  private keep(): void {
    const places: number[] = [];
    for (let place = this.reached.after(-1); place >= 0; place = this.reached.after(place))
      places.push(place);
    const from = new Int32Array(places.length * WAYS);
    places.forEach((place, index) => {
      from.set(this.from.subarray(place * WAYS, place * WAYS + WAYS), index * WAYS);
    });
    this.columns.push({ places: Int32Array.from(places), from });
  }

  private best(): number {
    const { now, reached } = this;
    let best = Infinity;
    for (let place = reached.after(-1); place >= 0; place = reached.after(place))
      for (let way = 0; way < WAYS; way += 1) best = Math.min(best, now[place * WAYS + way] ?? best);
    return best;
  }

  /** @returns the first place further up that was reached more cheaply, if any */
  private spreadFrom(place: number, limit: number): number {
    const one = this.places[place];
    const at = place * WAYS;
    const { now } = this;
    const past = now[at + PAST] ?? Infinity;
    this.reachNow(at, now[at + AMID] ?? Infinity, at + AMID);
    this.reachNow(at, past, at + PAST);
    const along = now[at] ?? Infinity;
    let back = Infinity;
    if (one === undefined || Math.min(along, past) > limit) return back;
    this.reachNow(at + AMID, along + PRICE.added.begin, at);
    this.reachNow(at + PAST, along + PRICE.lost.begin, at);
    const takes = (one.sign ?? one.slot) !== undefined;
    const lost = (now[at + PAST] ?? Infinity) + (one.slot ? PRICE.emptySlot : takes ? PRICE.lost.sign : 0);
    for (const after of one.to) {
      const gained = !takes && this.reachNow(after * WAYS, along + (one.toll ?? 0), at);
      const passed = this.reachNow(after * WAYS + PAST, lost, at + PAST);
      if ((gained || passed) && after <= place) back = Math.min(back, after);
    }
    return back;
  }

  /** @returns whether this is a cheaper way to be there */
  private reachNow(state: number, price: number, from: number): boolean {
    if (!(price < (this.now[state] ?? Infinity) - 1e-9)) return false;
    this.now[state] = price;
    this.from[state] = from;
    this.reached.add(Math.floor(state / WAYS));
    return true;
  }

  private reachNext(state: number, price: number, from: number): void {
    if (!(price < (this.next[state] ?? Infinity) - 1e-9)) return;
    this.next[state] = price;
    this.from[state] = from;
    this.reachedNext.add(Math.floor(state / WAYS));
  }

  private trace(end: number): readonly Step[] {
    const steps: Step[] = [];
    let state = end;
    let column = this.signs.length;
    while (state !== ALONG || column > 0) {
      const last = cameFrom(this.columns[column], state);
      const took = last < 0;
      const before = took ? ~last : last;
      if (took) column -= 1;
      steps.push({
        place: Math.floor(before / WAYS),
        sign: column,
        how: this.howOf(before, state, column, took),
      });
      state = before;
    }
    return steps.reverse();
  }

  private howOf(before: number, after: number, column: number, took: boolean): Step['how'] {
    const place = this.places[Math.floor(before / WAYS)];
    if (took && before % WAYS === AMID) return 'added';
    if (took) return place?.slot !== undefined || place?.sign === this.signs[column] ? 'fits' : 'wrong';
    const isLost =
      before % WAYS === PAST && after % WAYS === PAST && (place?.sign ?? place?.slot) !== undefined;
    return isLost ? 'lost' : 'passed';
  }
}

/** From where a state of a column was reached. */
function cameFrom(column: Column | undefined, state: number): number {
  if (column === undefined) throw new Error('no such column');
  const { places, from } = column;
  const place = Math.floor(state / WAYS);
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return from[low * WAYS + (state % WAYS)] ?? 0;
}
