import { expect, it } from 'vitest';
import { recent } from '../../src/source/recent.ts';

it('a text is worked out anew only when so many others were asked for since', () => {
  const made: string[] = [];
  const lengthOf = recent(2, (text) => made.push(text) && text.length);
  expect(['年', '年度', '年', '2023年度', '年', '年度'].map(lengthOf)).toEqual([1, 2, 1, 6, 1, 2]);
  expect(made).toEqual(['年', '年度', '2023年度', '年度']);
});
