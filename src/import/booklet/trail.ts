import type { Reached } from './reached.ts';

/** Place, from which place, after how many signs. */
const FIELDS = 3;

/** From where a reading came to a place. */
export interface CameFrom {
  readonly place: number;
  /** How many signs had been taken there; of words that do not fit, its complement. */
  readonly sign: number;
}

/** From where every place was reached, for each number of signs that were taken. */
export class Trail {
  private readonly columns: Int32Array[] = [];
  private readonly column: Int32Array;

  constructor(size: number) {
    this.column = new Int32Array(size * FIELDS);
  }

  keep({ places, fromPlace, fromSign }: Reached): void {
    const { column } = this;
    let end = 0;
    for (let place = places.after(-1); place >= 0; place = places.after(place)) {
      column[end] = place;
      column[end + 1] = fromPlace[place] ?? 0;
      column[end + 2] = fromSign[place] ?? 0;
      end += FIELDS;
    }
    this.columns.push(column.slice(0, end));
  }

  /** From where a place was reached, after so many signs. */
  cameFrom(place: number, signs: number): CameFrom {
    const column = this.columns[signs] ?? this.column;
    let [low, high] = [0, column.length / FIELDS - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((column[middle * FIELDS] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return { place: column[low * FIELDS + 1] ?? 0, sign: column[low * FIELDS + 2] ?? 0 };
  }
}
