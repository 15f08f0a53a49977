import { describe } from 'vitest';
import { itTakesInTheSame } from './support/taken-in-again.ts';
import { SAME } from './support/variants.ts';

/** Of how many ways one is tried here; test/long tries them all. */
const EVERY = 12;

describe('the same tables in another form give the same accounts:', () => {
  itTakesInTheSame(Object.entries(SAME).filter((_, index) => index % EVERY === 0));
});
