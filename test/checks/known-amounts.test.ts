import { beforeAll, expect, it } from 'vitest';
import { knownAmounts, type KnownAmounts } from '../../src/checks/known-amounts.ts';
import { fromYuan, readWritten } from '../../src/checks/written-number.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles } from '../support/project.ts';

let amounts: KnownAmounts;

beforeAll(async () => {
  const [unit] = compiled(await realFiles('changji-sme')).units;
  const booklet = unit?.booklets.find(({ year }) => year === 2023);
  if (booklet === undefined) throw new Error('no booklet');
  amounts = knownAmounts(booklet.figures);
});

it.each(['513.95', '514', '292.54', '1.68'])('%s is an amount of the booklet, or rounds one', (digits) => {
  expect(amounts.include(readWritten(digits))).toBe(true);
});

it('an amount in 元 is found in 万元', () => {
  expect(amounts.include(fromYuan(readWritten('5139500')))).toBe(true);
  expect(amounts.include(fromYuan(readWritten('513.95')))).toBe(false);
});

it.each([30, 400])('a number of %i digits is none of them, and ends the search', (length) => {
  expect(amounts.include(readWritten('9'.repeat(length)))).toBe(false);
});

it('900.12 元 is no figure of 0.09 万元 that was itself rounded', () => {
  expect(amounts.includeExactly(fromYuan(readWritten('900.12')))).toBe(false);
});
