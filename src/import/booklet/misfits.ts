import { NONE, type Graph } from './graph.ts';
import { PRICE } from './prices.ts';
import { Reached } from './reached.ts';

/**
 * Words that stand on one side only: those that a text adds where a reading stands, and those of the pattern that it has
 * not. Both begin where the next sign does not fit and end where one fits again: begun or ended elsewhere, they cost the same.
 */
export class Misfits {
  private readonly graph: Graph;
  /** Where words are being added; the price of as many signs as were taken before is off their costs. */
  private readonly added: Reached;
  /** Where words are being left out, before the next sign. */
  private readonly lost: Reached;
  private leastAdded = Infinity;

  constructor(graph: Graph) {
    this.graph = graph;
    this.added = new Reached(graph.size);
    this.lost = new Reached(graph.size);
  }

  /** The least that a reading costs that is amid added words. */
  least(taken: number): number {
    return this.leastAdded + taken * PRICE.added.sign;
  }

  /**
   * Reaches every place to which a reading comes past words that do not fit.
   *
   * @param front the places that were reached otherwise
   * @param taken how many signs were taken
   * @param next the sign that comes next
   * @param limit what a reading may cost
   */
  pass(front: Reached, taken: number, next: number, limit: number): void {
    this.begin(front, taken, next, limit);
    this.endAdded(front, taken, next, limit);
    this.endLost(front, next, limit);
    this.lost.clear();
  }

  private begin({ places, costs }: Reached, taken: number, next: number, limit: number): void {
    const { graph, added, lost } = this;
    const free = taken * PRICE.added.sign;
    for (let place = places.after(-1); place >= 0; place = places.after(place)) {
      const cost = costs[place] ?? Infinity;
      if (!graph.takes(place) || graph.fits(place, next)) continue;
      const more = cost + PRICE.added.begin - free;
      if (cost + PRICE.added.begin <= limit && added.reach(place, more, place, taken))
        this.leastAdded = Math.min(this.leastAdded, more);
      if (cost + PRICE.lost.begin <= limit) lost.reach(place, cost + PRICE.lost.begin, place, ~taken);
    }
  }

  private endAdded(front: Reached, taken: number, next: number, limit: number): void {
    const { graph, added, lost } = this;
    const { places, costs, fromSign } = added;
    for (let place = places.after(-1); place >= 0; place = places.after(place)) {
      const cost = (costs[place] ?? Infinity) + taken * PRICE.added.sign;
      const from = ~(fromSign[place] ?? 0);
      if (cost > limit) added.leave(place);
      else if (graph.fits(place, next)) front.reach(place, cost, place, from);
      else lost.reach(place, cost + PRICE.lost.begin, place, from);
    }
  }

  /** Words that are left out end at every place that fits; ways back are gone until nothing is gained. */
  private endLost(front: Reached, next: number, limit: number): void {
    const { graph, lost } = this;
    let [word, least] = [-1, Infinity];
    for (let place = lost.places.after(-1); place >= 0;) {
      const last = graph.wordEnd[place] ?? place;
      const ahead = lost.cost(place) + (last - place) * PRICE.lost.sign;
      let back = place + 1;
      // What begins further on in a word is no cheaper behind it, and ends at no sign that was not tried.
      if (last !== word || ahead < least) {
        [word, least] = [last, ahead];
        if (graph.slot[place] === NONE) this.endInWord(place, front, next, limit);
        else if (graph.fits(place, next))
          front.reach(place, lost.cost(place), lost.placeOf(place), lost.signOf(place));
        const onward = ahead + (graph.lostPrice[last] ?? 0);
        if (onward <= limit) back = this.leaveOut(place, last, onward);
      }
      place = lost.places.after(Math.min(place, back - 1));
    }
  }

  /** Words that are left out end at each sign of a word that comes next, and at the end of the pattern. */
  private endInWord(place: number, front: Reached, next: number, limit: number): void {
    const { graph, lost } = this;
    const cost = lost.cost(place);
    const end = Math.min(graph.wordEnd[place] ?? place, place + (limit - cost) / PRICE.lost.sign);
    for (let at = place; at <= end; at += 1) {
      if (graph.sign[at] !== next && at !== graph.size - 1) continue;
      front.reach(at, cost + (at - place) * PRICE.lost.sign, lost.placeOf(place), lost.signOf(place));
    }
  }

  /**
   * Leaves out the words from one place to another.
   *
   * @returns the first place further up to which there is now a cheaper way, if any
   */
  private leaveOut(from: number, last: number, cost: number): number {
    const { lost } = this;
    const { first, to } = this.graph;
    const end = first[last + 1] ?? 0;
    let back = Infinity;
    for (let way = first[last] ?? 0; way < end; way += 1) {
      const after = to[way] ?? 0;
      const gained = lost.reach(after, cost, lost.placeOf(from), lost.signOf(from));
      if (gained && after <= from) back = Math.min(back, after);
    }
    return back;
  }
}

/** The places of a pattern that are left out on the cheapest way from one to another, the last ones first. */
export function lostBetween(graph: Graph, from: number, to: number): readonly number[] {
  const { first, lostPrice } = graph;
  const lost = new Reached(graph.size);
  lost.reach(from, 0, from, 0);
  for (let place = from; place >= 0;) {
    const cost = lost.cost(place) + (lostPrice[place] ?? 0);
    let back = Infinity;
    for (const after of graph.to.subarray(first[place], first[place + 1]))
      if (lost.reach(after, cost, place, 0) && after <= place) back = Math.min(back, after);
    place = lost.places.after(Math.min(place, back - 1));
  }
  const places: number[] = [];
  for (let place = to; place !== from;) {
    place = lost.placeOf(place);
    places.push(place);
  }
  return places;
}
