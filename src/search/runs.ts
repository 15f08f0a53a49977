/**
 * Sets of whole numbers as runs: start, end (not included), start, end …, ascending, no two touching. Booklets from one
 * template say the same in the same place, so that even the most common words need few runs.
 */
export type Runs = readonly number[];

const RADIX = 36;

/** Adds a number, which must be greater than all there are, to runs that are being made. */
export function append(runs: number[], id: number): void {
  if (runs.at(-1) === id) runs[runs.length - 1] = id + 1;
  else runs.push(id, id + 1);
}

/** Runs as text: the gap before each, and its length if it is not one, as in `4a,1+7`. */
export function encodeRuns(runs: Runs): string {
  const pieces: string[] = [];
  let last = 0;
  for (const [start, end] of pairsOf(runs)) {
    const gap = (start - last).toString(RADIX);
    pieces.push(end - start === 1 ? gap : `${gap}+${(end - start).toString(RADIX)}`);
    last = end;
  }
  return pieces.join(',');
}

/** Reads what `encodeRuns` wrote. */
export function decodeRuns(text: string): Runs {
  const runs: number[] = [];
  let last = 0;
  for (const piece of text === '' ? [] : text.split(',')) {
    const [gap = '', length = '1'] = piece.split('+');
    const start = last + parseInt(gap, RADIX);
    last = start + parseInt(length, RADIX);
    runs.push(start, last);
  }
  return runs;
}

/** The numbers in both. */
export function intersection(a: Runs, b: Runs): Runs {
  const runs: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [endA = 0, endB = 0] = [a[i + 1], b[j + 1]];
    const start = Math.max(a[i] ?? 0, b[j] ?? 0);
    const end = Math.min(endA, endB);
    if (start < end) runs.push(start, end);
    if (endA <= endB) i += 2;
    if (endB <= endA) j += 2;
  }
  return runs;
}

/** The numbers in either. */
export function union(a: Runs, b: Runs): Runs {
  const sorted = [...pairsOf(a), ...pairsOf(b)].sort(([x], [y]) => x - y);
  const runs: number[] = [];
  for (const [start, end] of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && start <= last) runs[runs.length - 1] = Math.max(last, end);
    else runs.push(start, end);
  }
  return runs;
}

/** The numbers of the first that are not in the second. */
export function difference(a: Runs, b: Runs): Runs {
  const gaps = [0, ...b, Infinity];
  return intersection(a, gaps);
}

/** How many numbers there are. */
export function sizeOf(runs: Runs): number {
  return pairsOf(runs).reduce((sum, [start, end]) => sum + end - start, 0);
}

/** All numbers, ascending. */
export function* numbersOf(runs: Runs): Generator<number> {
  for (const [start, end] of pairsOf(runs)) for (let id = start; id < end; id += 1) yield id;
}

function pairsOf(runs: Runs): readonly (readonly [number, number])[] {
  return Array.from({ length: runs.length / 2 }, (_, index) => [
    runs[2 * index] ?? 0,
    runs[2 * index + 1] ?? 0,
  ]);
}

/** The place of the last of sorted items that is not greater; -1 if all are. */
export function placeBefore<Item extends string | number>(sorted: readonly Item[], wanted: Item): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Item) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
