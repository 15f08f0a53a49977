import { describe } from 'vitest';
import { itTakesInTheSame, itTakesInTheWorkbookOf } from '../import/support/taken-in-again.ts';
import { SAME } from '../import/support/variants.ts';
import { goldenNames } from '../support/golden.ts';

describe('the same tables in another form give the same accounts:', () => {
  itTakesInTheSame(Object.entries(SAME));
});

describe('the workbook of each region’s form, taken in again', () => {
  itTakesInTheWorkbookOf(goldenNames());
});
