import type { Automaton } from './automaton.ts';
import { END, Graph, NONE } from './graph.ts';
import { lostBetween, Misfits } from './misfits.ts';
import type { PlainText } from './plain-text.ts';
import { PRICE } from './prices.ts';
import { Reached } from './reached.ts';
import { Trail } from './trail.ts';

/** A step of a reading: the place that was passed, and the sign of the text that it took. */
export interface Step {
  readonly place: number;
  readonly sign: number;
  readonly how: 'fits' | 'wrong' | 'added' | 'lost' | 'passed';
}

/**
 * Readings that cost so much more than the best so far are given up: what is read of a text that fits less well has to be
 * looked for further away, which takes longer. A text of the pack itself is read with the first, one with some other words
 * with the second; the last stands for more than some two hundred signs that do not fit.
 */
const GIVEN_UP = [6, 15, 45];

/**
 * Reads a text along a pattern so that as little as possible does not fit (a weighted edit distance with affine gaps,
 * after Gotoh, over a graph): wording may vary, words may be put in or left out, and numbers and names still find their places.
 */
export function align(
  automaton: Automaton,
  text: Pick<PlainText, 'signs' | 'apart' | 'begins'>,
): readonly Step[] {
  const graph = new Graph(automaton, text.signs);
  let steps: readonly Step[] = [];
  for (const givenUp of GIVEN_UP) {
    steps = new Reading(graph, text, givenUp).read();
    if (misfit(steps) < givenUp) break;
  }
  return steps;
}

/** What it costs that a text and a pattern differ. */
function misfit(steps: readonly Step[]): number {
  let [cost, before]: [number, Step['how']] = [0, 'fits'];
  for (const { how } of steps) {
    if (how === 'wrong') cost += PRICE.wrong;
    else if (how === 'added' || how === 'lost')
      cost += PRICE[how].sign + (how === before ? 0 : PRICE[how].begin);
    before = how;
  }
  return cost;
}

/** So many signs one after another may be wrong. */
const WRONG_TOGETHER = 3;

class Reading {
  private readonly graph: Graph;
  private readonly givenUp: number;
  private readonly apart: readonly boolean[];
  private readonly begins: readonly boolean[];
  private readonly misfits: Misfits;
  private readonly trail: Trail;
  /** Where the reading may be, and where it may be after the next sign. */
  private front: Reached;
  private ahead: Reached;
  /** The least that it costs to have come so far. */
  private best = 0;

  constructor(graph: Graph, { apart, begins }: Pick<PlainText, 'apart' | 'begins'>, givenUp: number) {
    this.graph = graph;
    this.givenUp = givenUp;
    this.apart = apart;
    this.begins = begins;
    this.misfits = new Misfits(graph);
    this.trail = new Trail(graph.size);
    this.front = new Reached(graph.size);
    this.ahead = new Reached(graph.size);
  }

  read(): readonly Step[] {
    const { text: signs } = this.graph;
    this.front.reach(0, 0, 0, 0);
    for (let taken = 0; taken <= signs.length; taken += 1) {
      const next = signs[taken] ?? END;
      this.spread(taken);
      // Whatever the pattern has behind the end of a text is left out.
      this.misfits.pass(this.front, taken, next, next === END ? Infinity : this.best + this.givenUp);
      this.trail.keep(this.front);
      if (taken < signs.length) this.take(next, taken);
    }
    return this.trace();
  }

  /** What follows without taking a sign; ways back are gone until nothing is gained. */
  private spread(taken: number): void {
    const { front, graph } = this;
    const { first, to, toll } = graph;
    for (let place = front.places.after(-1); place >= 0;) {
      let back = Infinity;
      const cost = front.cost(place) + (toll[place] ?? 0);
      const end = graph.takes(place) ? 0 : (first[place + 1] ?? 0);
      for (let way = first[place] ?? 0; way < end; way += 1) {
        const after = to[way] ?? 0;
        if (front.reach(after, cost, place, taken) && after <= place) back = Math.min(back, after);
      }
      place = front.places.after(Math.min(place, back - 1));
    }
  }

  /** Every place that takes a sign takes the next one; readings that cost too much are given up. */
  private take(code: number, index: number): void {
    const { front, ahead, graph } = this;
    const { first, to } = graph;
    const limit = this.best + this.givenUp;
    let best = Infinity;
    for (let place = front.places.after(-1); place >= 0; place = front.places.after(place)) {
      const before = front.cost(place);
      if (before > limit || !graph.takes(place) || !this.mayTake(place, code, index)) continue;
      const cost = before + this.priceOf(place, code, index);
      if (cost < best) best = cost;
      const end = first[place + 1] ?? 0;
      for (let way = first[place] ?? 0; way < end; way += 1) ahead.reach(to[way] ?? 0, cost, place, index);
    }
    front.clear();
    this.front = ahead;
    this.ahead = front;
    this.best = Math.min(best, this.misfits.least(index + 1));
  }

  /** A sign may be wrong where signs soon fit again; longer words are added and lost ones. */
  private mayTake(place: number, code: number, index: number): boolean {
    const { graph } = this;
    if (graph.sign[place] === code || graph.slot[place] !== NONE) return true;
    let at = place;
    for (let behind = 1; behind <= WRONG_TOGETHER; behind += 1) {
      const way = graph.first[at] ?? 0;
      at = graph.to[way] ?? 0;
      if (!graph.takes(at) || graph.fits(at, graph.text[index + behind] ?? END)) return true;
    }
    return false;
  }

  /** What it costs that a place takes a sign. */
  private priceOf(place: number, code: number, index: number): number {
    const { sign, slot, gap, paragraph, amid, slotCosts, kinds } = this.graph;
    const wanted = sign[place] ?? NONE;
    if (wanted !== NONE) return wanted === code ? 0 : PRICE.wrong;
    const torn = this.apart[index] === true ? (gap[place] ?? 0) : 0;
    const begun = (this.begins[index] === true ? paragraph : amid)[place] ?? 0;
    return (slotCosts[code * kinds + (slot[place] ?? 0)] ?? 0) + torn + begun;
  }

  private trace(): readonly Step[] {
    const steps: Step[] = [];
    let place = this.graph.size - 1;
    let taken = this.graph.text.length;
    while (place !== 0 || taken > 0) {
      const from = this.trail.cameFrom(place, taken);
      const sign = from.sign < 0 ? ~from.sign : from.sign;
      if (from.sign < 0) {
        for (const lost of lostBetween(this.graph, from.place, place))
          steps.push({ place: lost, sign: taken, how: this.graph.takes(lost) ? 'lost' : 'passed' });
        while (taken > sign) steps.push({ place: from.place, sign: (taken -= 1), how: 'added' });
      } else {
        const how = sign < taken ? this.howTaken(from.place, sign) : 'passed';
        steps.push({ place: from.place, sign, how });
      }
      place = from.place;
      taken = sign;
    }
    return steps.reverse();
  }

  private howTaken(place: number, sign: number): Step['how'] {
    const { graph } = this;
    return graph.slot[place] !== NONE || graph.sign[place] === graph.text[sign] ? 'fits' : 'wrong';
  }
}
