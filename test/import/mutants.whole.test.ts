import { describe, expect, it } from 'vitest';
import { realFiles } from '../support/project.ts';
import { mutantsOf, unnoticed } from './support/mutants.ts';
import { bookletOf, ownWorkbook } from './support/taken-in.ts';

/** Of how many changes one is tried here; test/long tries them all. */
const EVERY = 120;

describe('a workbook in which one amount was changed', () => {
  it('is never taken in without a word', async () => {
    const files = await realFiles('demo-bureau');
    const mutants = await mutantsOf(await ownWorkbook(bookletOf(files, 'demo-bureau', 2023)));
    expect(mutants.length).toBeGreaterThan(1500);
    const some = mutants.filter((_, index) => index % EVERY === 7);
    expect(unnoticed(some, files, 'demo-2023')).toEqual([]);
  });
});
