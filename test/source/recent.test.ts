import { expect, it } from 'vitest';
import { recent } from '../../src/source/recent.ts';

it('a text is worked out anew only when many others were asked for since', () => {
  const made: string[] = [];
  const lengthOf = recent(1, (text) => made.push(text) && text.length);
  expect(['年', '年度', '年', '2023年', '2024年度', '年'].map(lengthOf)).toEqual([1, 2, 1, 5, 6, 1]);
  expect(made).toEqual(['年', '年度', '2023年', '2024年度', '年']);
});
