import { expect, it } from 'vitest';
import { AREAS, fuzz } from './property.ts';

/** Enough to notice a hole as wide as those of the past; `npm run fuzz` looks as long as it is told to. */
const RUNS = 10;

it.each(Object.keys(AREAS) as (keyof typeof AREAS)[])(
  'whatever slips are made in %s, the check ends with places, and what it lets pass can be made',
  async (area) => {
    const { runs } = await fuzz(area, RUNS, 20231231);
    expect(runs).toBe(RUNS);
  },
);
