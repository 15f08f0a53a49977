import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readVariants, runVariant } from '../support/cases.ts';

/** How cases are written is told in `test/support/cases.ts`. */
const FOLDER = new URL('cases/', import.meta.url);

describe('findings', () => {
  for (const name of readdirSync(FOLDER)) {
    const variants = readVariants(readFileSync(new URL(name, FOLDER), 'utf8'));
    it(name.replace(/\.txt$/, ''), async () => {
      for (const variant of variants) {
        const { found, expected, messages } = await runVariant(variant);
        expect(found).toEqual(expected);
        expect(messages.every((message) => /\p{Script=Han}/u.test(message))).toBe(true);
      }
    });
  }
});
