import { assert, property, uniqueArray, nat } from 'fast-check';
import { expect, it } from 'vitest';
import {
  append,
  decodeRuns,
  encodeRuns,
  intersection,
  numbersOf,
  sizeOf,
  union,
  type Runs,
} from '../../src/search/runs.ts';

const numbers = uniqueArray(nat(60)).map((list) => list.sort((a, b) => a - b));

function runsOf(list: readonly number[]): Runs {
  const runs: number[] = [];
  for (const number of list) append(runs, number);
  return runs;
}

it('sets of sections survive being written, and meet and join as sets do', () => {
  assert(
    property(numbers, numbers, (a, b) => {
      const [first, second] = [runsOf(a), runsOf(b)];
      expect([...numbersOf(decodeRuns(encodeRuns(first)))]).toEqual(a);
      expect(sizeOf(first)).toBe(a.length);
      expect([...numbersOf(intersection(first, second))]).toEqual(a.filter((one) => b.includes(one)));
      const both = [...new Set([...a, ...b])].sort((x, y) => x - y);
      expect(union(first, second)).toEqual(runsOf(both));
    }),
  );
});

it('what all booklets share takes a few characters', () => {
  expect(encodeRuns(runsOf(Array.from({ length: 500 }, (_, index) => 1000 + index)))).toBe('rs+dw');
});
