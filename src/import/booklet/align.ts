import type { Automaton } from './automaton.ts';
import { at, cameFrom, WAYS, type Column } from './columns.ts';
import { Graph, NONE } from './graph.ts';
import type { PlainText } from './plain-text.ts';
import { PlaceSet } from './place-set.ts';

/** A text is read along a pattern as it fits best; these are the prices of what does not fit. */
const PRICE = {
  /** One sign instead of another. */
  wrong: 1.2,
  /** Where words stand in the text that the pattern has not. */
  added: { begin: 2, sign: 0.25 },
  /** Where words of the pattern are not in the text. */
  lost: { begin: 2, sign: 0.25 },
  /** A number or a name that is not there. */
  emptySlot: 2,
};

/** Readings that cost so much more than the best so far are given up: more than some two hundred signs that do not fit. */
const GIVEN_UP = 45;

/** In what way a place was reached: along the pattern, amid words that it has not, or past words that the text has not. */
const ALONG = 0;
const AMID = 1;
const PAST = 2;

/** A step of a reading: the place that was passed, and the sign of the text that it took. */
export interface Step {
  readonly place: number;
  readonly sign: number;
  readonly how: 'fits' | 'wrong' | 'added' | 'lost' | 'passed';
}

/**
 * Reads a text along a pattern so that as little as possible does not fit (a weighted edit distance with affine gaps,
 * after Gotoh, over a graph): wording may vary, words may be put in or left out, and numbers and names still find their places.
 */
export function align(
  automaton: Automaton,
  text: Pick<PlainText, 'signs' | 'apart' | 'begins'>,
): readonly Step[] {
  return new Reading(new Graph(automaton), text).read();
}

class Reading {
  private readonly graph: Graph;
  private readonly signs: Int32Array;
  private readonly apart: readonly boolean[];
  private readonly begins: readonly boolean[];
  private readonly kinds: number;
  private readonly costs: Float64Array;
  private readonly columns: Column[] = [];
  /** What it costs to be in each place in each way, and which places were reached at all. */
  private now: Float64Array;
  private next: Float64Array;
  private reached: PlaceSet;
  private reachedNext: PlaceSet;
  private readonly from: Int32Array;
  /** The least that it costs to have come so far. */
  private best = 0;

  constructor(graph: Graph, { signs, apart, begins }: Pick<PlainText, 'signs' | 'apart' | 'begins'>) {
    this.graph = graph;
    this.apart = apart;
    this.begins = begins;
    this.signs = graph.codesOf(signs);
    const { kinds, costs } = graph.slotCosts();
    this.kinds = kinds;
    this.costs = costs;
    this.now = new Float64Array(graph.size * WAYS).fill(Infinity);
    this.next = new Float64Array(graph.size * WAYS).fill(Infinity);
    this.reached = new PlaceSet(graph.size);
    this.reachedNext = new PlaceSet(graph.size);
    this.from = new Int32Array(graph.size * WAYS);
  }

  read(): readonly Step[] {
    this.reachNow(0, ALONG, 0, 0);
    this.spread();
    this.signs.forEach((sign, index) => {
      this.take(sign, index);
      this.spread();
    });
    return this.trace((this.graph.size - 1) * WAYS);
  }

  /** Every place that takes a sign takes the next one; readings that cost too much are given up. */
  private take(code: number, index: number): void {
    const { now, reached, graph } = this;
    const limit = this.best + GIVEN_UP;
    this.best = Infinity;
    for (let place = reached.after(-1); place >= 0; place = reached.after(place)) {
      const state = place * WAYS;
      const along = at(now, state);
      const amid = at(now, state + AMID);
      now.fill(Infinity, state, state + WAYS);
      if (amid <= limit) this.reachNext(place, AMID, amid + PRICE.added.sign, ~(state + AMID));
      if (along > limit || !this.takes(place)) continue;
      const price = this.priceOf(place, code, index);
      const end = at(graph.first, place + 1);
      for (let way = at(graph.first, place); way < end; way += 1)
        this.reachNext(at(graph.to, way), ALONG, along + price, ~state);
    }
    reached.clear();
    [this.now, this.next] = [this.next, now];
    [this.reached, this.reachedNext] = [this.reachedNext, reached];
  }

  private takes(place: number): boolean {
    return at(this.graph.sign, place) !== NONE || at(this.graph.slot, place) !== NONE;
  }

  /** What it costs that a place takes a sign. */
  private priceOf(place: number, code: number, index: number): number {
    const { sign, slot, gap, paragraph } = this.graph;
    const wanted = at(sign, place);
    if (wanted !== NONE) return wanted === code ? 0 : PRICE.wrong;
    const torn = this.apart[index] === true ? at(gap, place) : 0;
    const begun = this.begins[index] === true ? at(paragraph, place) : 0;
    return at(this.costs, code * this.kinds + at(slot, place)) + torn + begun;
  }

  /** What follows without taking a sign; ways back are gone until nothing is gained. */
  private spread(): void {
    const limit = this.best + GIVEN_UP;
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

  /** @returns the first place further up that was reached more cheaply, if any */
  private spreadFrom(place: number, limit: number): number {
    const { graph, now } = this;
    const state = place * WAYS;
    this.reachNow(place, ALONG, at(now, state + AMID), state + AMID);
    this.reachNow(place, ALONG, at(now, state + PAST), state + PAST);
    const along = at(now, state);
    if (along > limit && at(now, state + PAST) > limit) return Infinity;
    this.reachNow(place, AMID, along + PRICE.added.begin, state);
    this.reachNow(place, PAST, along + PRICE.lost.begin, state);
    const onward = this.takes(place) ? Infinity : along + at(graph.toll, place);
    const past = at(now, state + PAST) + this.lostPrice(place);
    let back = Infinity;
    const end = at(graph.first, place + 1);
    for (let way = at(graph.first, place); way < end; way += 1) {
      const after = at(graph.to, way);
      const gained = this.reachNow(after, ALONG, onward, state);
      const passed = this.reachNow(after, PAST, past, state + PAST);
      if ((gained || passed) && after <= place) back = Math.min(back, after);
    }
    return back;
  }

  /** What it costs to leave a place out. */
  private lostPrice(place: number): number {
    if (at(this.graph.slot, place) !== NONE) return PRICE.emptySlot;
    return at(this.graph.sign, place) === NONE ? 0 : PRICE.lost.sign;
  }

  /** @returns whether this is a cheaper way to be there */
  private reachNow(place: number, way: number, price: number, from: number): boolean {
    const state = place * WAYS + way;
    if (!(price < at(this.now, state) - SAME)) return false;
    this.now[state] = price;
    this.from[state] = from;
    this.reached.add(place);
    return true;
  }

  private reachNext(place: number, way: number, price: number, from: number): void {
    const state = place * WAYS + way;
    if (!(price < at(this.next, state) - SAME)) return;
    this.next[state] = price;
    this.from[state] = from;
    this.reachedNext.add(place);
    if (price < this.best) this.best = price;
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
      const how = took ? this.howTaken(before, column) : this.howPassed(before, state);
      steps.push({ place: Math.floor(before / WAYS), sign: column, how });
      state = before;
    }
    return steps.reverse();
  }

  private howTaken(before: number, column: number): Step['how'] {
    if (before % WAYS === AMID) return 'added';
    const place = Math.floor(before / WAYS);
    const fits = at(this.graph.slot, place) !== NONE || at(this.graph.sign, place) === at(this.signs, column);
    return fits ? 'fits' : 'wrong';
  }

  private howPassed(before: number, after: number): Step['how'] {
    const place = Math.floor(before / WAYS);
    return this.takes(place) && before % WAYS === PAST && after % WAYS === PAST ? 'lost' : 'passed';
  }
}

/** Prices that differ by less are the same. */
const SAME = 1e-9;
