import type { PlacedLine, PlacedWord } from '../../text/placed.ts';

/** Where on a page the words of one column stand. */
export interface Lane {
  readonly left: number;
  readonly right: number;
}

/** In letters: what is nearer belongs together. */
const NEAR = 0.5;

/** Where words stand one below the other, from left to right: what overlaps is one lane. */
export function lanesOf(words: readonly PlacedWord[]): readonly Lane[] {
  const lanes: { left: number; right: number }[] = [];
  for (const { left, right, size } of words.toSorted((a, b) => a.left - b.left)) {
    const last = lanes.at(-1);
    if (last !== undefined && left - last.right < NEAR * size) last.right = Math.max(last.right, right);
    else lanes.push({ left, right });
  }
  return lanes;
}

/** How far apart two things stand; less than nothing where one is above the other. */
export function apart(one: Lane, other: Lane): number {
  return Math.max(one.left, other.left) - Math.min(one.right, other.right);
}

/** The lane in which most of a word stands, or the nearest. */
export function laneOf(word: PlacedWord, lanes: readonly Lane[]): number {
  let best = 0;
  lanes.forEach((lane, index) => {
    const other = lanes[best];
    if (other !== undefined && apart(lane, word) < apart(other, word)) best = index;
  });
  return best;
}

/** What stands in each lane of a line. */
export function cellsIn(line: PlacedLine, lanes: readonly Lane[]): readonly (readonly PlacedWord[])[] {
  const cells: PlacedWord[][] = lanes.map(() => []);
  for (const word of line) cells[laneOf(word, lanes)]?.push(word);
  return cells;
}
