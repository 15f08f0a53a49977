import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/checks/catalogue.ts';
import { VIEWS } from '../../src/checks/views.ts';
import { readVariants, runVariant } from '../support/cases.ts';

/** For each numbered rule that is checked, a case that violates it. How cases are written: `test/support/cases.ts`. */
const FOLDER = new URL('numbers/', import.meta.url);

const views = VIEWS.map(({ number }) => number);
const cases = readdirSync(FOLDER).map((name) => name.replace(/\.txt$/, ''));

function numbered(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
}

describe('the reconciliation rules R01 to R78 and the rules of evaluations P01 to P14', () => {
  it('are each checked, with a case below, or hold by construction', () => {
    const all = [...numbered('R', 78), ...numbered('P', 14)];
    expect(all.filter((number) => !cases.includes(number) && !views.includes(number))).toEqual([]);
  });

  it('are not checked where they hold by construction', () => {
    const checked = CATALOGUE.flatMap(({ numbers }) => numbers);
    expect(views.filter((number) => checked.includes(number))).toEqual([]);
  });

  it('have checks of different names', () => {
    const names = CATALOGUE.map(({ rule }) => rule);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(cases)('%s is found by a check that claims it', async (number) => {
    const [variant] = readVariants(readFileSync(new URL(`${number}.txt`, FOLDER), 'utf8'));
    if (variant === undefined) throw new Error('an empty case');
    const { found, expected } = await runVariant(variant);
    expect(found).toEqual(expected);
    const claiming = CATALOGUE.filter(({ numbers }) => numbers.includes(number)).map(({ rule }) => rule);
    expect(found.some((finding) => claiming.includes(finding.split(' ').at(-1) ?? ''))).toBe(true);
  });
});
