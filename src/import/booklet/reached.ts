import { PlaceSet } from './place-set.ts';

/** Prices that differ by less are the same. */
const SAME = 1e-9;

/** Places of a pattern that a reading has come to, what it cost to be there, and from where it came. */
export class Reached {
  readonly places: PlaceSet;
  /** Infinity for a place that was not reached. */
  readonly costs: Float64Array;
  readonly fromPlace: Int32Array;
  readonly fromSign: Int32Array;

  constructor(size: number) {
    this.places = new PlaceSet(size);
    this.costs = new Float64Array(size).fill(Infinity);
    this.fromPlace = new Int32Array(size);
    this.fromSign = new Int32Array(size);
  }

  cost(place: number): number {
    return this.costs[place] ?? Infinity;
  }

  placeOf(place: number): number {
    return this.fromPlace[place] ?? 0;
  }

  signOf(place: number): number {
    return this.fromSign[place] ?? 0;
  }

  /** @returns whether this is a cheaper way to be there */
  reach(place: number, cost: number, fromPlace: number, fromSign: number): boolean {
    if (!(cost < (this.costs[place] ?? Infinity) - SAME)) return false;
    this.costs[place] = cost;
    this.fromPlace[place] = fromPlace;
    this.fromSign[place] = fromSign;
    this.places.add(place);
    return true;
  }

  leave(place: number): void {
    this.costs[place] = Infinity;
    this.places.remove(place);
  }

  clear(): void {
    for (let place = this.places.after(-1); place >= 0; place = this.places.after(place))
      this.costs[place] = Infinity;
    this.places.clear();
  }
}
