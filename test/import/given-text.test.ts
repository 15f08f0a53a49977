import { expect, it } from 'vitest';
import { blanked } from '../../src/import/text/given-text.ts';

it('what is taken out of a text leaves all else where it was, also behind characters of two signs', () => {
  expect(blanked('甲𬭚表\n一二\n尾', [[0, 3]])).toBe('   表\n一二\n尾');
  expect(
    blanked('甲𬭚表\n一二\n尾', [
      [5, 7],
      [1, 4],
    ]),
  ).toBe('甲   \n  \n尾');
});
