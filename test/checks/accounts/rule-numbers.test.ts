import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/checks/catalogue.ts';
import { VIEWS } from '../../../src/checks/views.ts';

const checked = new Set(CATALOGUE.flatMap(({ numbers }) => numbers));
const views = VIEWS.map(({ number }) => number);

describe('the reconciliation rules', () => {
  it('R01 to R78 are all checked, or hold by construction', () => {
    const all = Array.from({ length: 78 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`);
    expect(all.filter((number) => !checked.has(number) && !views.includes(number))).toEqual([]);
  });

  it('what holds by construction is not checked', () => {
    expect(views.filter((number) => checked.has(number))).toEqual([]);
  });

  it('names every check once', () => {
    const names = CATALOGUE.map(({ rule }) => rule);
    expect(new Set(names).size).toBe(names.length);
  });
});
