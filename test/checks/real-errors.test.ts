import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readVariants, runVariant } from '../support/cases.ts';

/**
 * Mistakes that inspectors found in published booklets, kind by kind, planted into the demonstration unit, which has no
 * findings of its own; and what looks like a mistake and is none. How cases are written is told in `test/support/cases.ts`.
 */
const FOLDER = new URL('real-errors/', import.meta.url);

for (const group of readdirSync(FOLDER)) {
  describe(`mistakes of published booklets: ${group}`, () => {
    for (const name of readdirSync(new URL(`${group}/`, FOLDER))) {
      const text = readFileSync(new URL(`${group}/${name}`, FOLDER), 'utf8');
      it(name.replace(/\.txt$/, ''), async () => {
        for (const variant of readVariants(text)) {
          const { found, expected } = await runVariant(variant);
          expect(found).toEqual(expected);
          // What looks like a mistake and is none may be told of, no more.
          const told = group === 'not-errors' ? / note / : / (?:error|warning|note) /;
          expect(found.filter((finding) => !told.test(finding))).toEqual([]);
          expect(found.length).toBeGreaterThan(0);
        }
      });
    }
  });
}
