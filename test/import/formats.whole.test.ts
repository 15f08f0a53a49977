import { describe } from 'vitest';
import { itTakesInTheWorkbookOf } from './support/taken-in-again.ts';

/** Two forms that are unlike each other; test/long tries all. */
describe('the workbook of a region’s form, taken in again', () => {
  itTakesInTheWorkbookOf(['f2-municipality', 'f6-hospitals']);
});
