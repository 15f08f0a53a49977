/** In how many ways a place can be reached. */
export const WAYS = 3;

/** From where places were reached after a number of signs: three ways for each of those that were, in their order. */
export interface Column {
  readonly places: Int32Array;
  readonly from: Int32Array;
}

/** From where a state of a column was reached. */
export function cameFrom(column: Column | undefined, state: number): number {
  if (column === undefined) throw new Error('no such column');
  const { places, from } = column;
  const place = Math.floor(state / WAYS);
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(places, middle) < place) low = middle + 1;
    else high = middle;
  }
  return at(from, low * WAYS + (state % WAYS));
}

/** A number of a list of numbers. */
export function at(list: Float64Array | Int32Array, index: number): number {
  return list[index] ?? Infinity;
}
