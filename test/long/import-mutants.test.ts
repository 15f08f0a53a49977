import { expect, it } from 'vitest';
import { mutantsOf, unnoticed } from '../import/support/mutants.ts';
import { bookletOf, ownWorkbook } from '../import/support/taken-in.ts';
import { realFiles } from '../support/project.ts';

it('of all changes of one amount in a workbook, at least 99 of 100 are told of', async () => {
  const files = await realFiles('demo-bureau');
  const mutants = await mutantsOf(await ownWorkbook(bookletOf(files, 'demo-bureau', 2023)));
  const missed = unnoticed(mutants, files, 'demo-2023');
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(mutants.length / 100);
}, 3_600_000);
