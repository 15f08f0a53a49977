import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publicStatement } from '../../src/checks/public-words.ts';
import { readVariants, runVariant } from '../support/cases.ts';

/**
 * Mistakes that inspectors found in published booklets, kind by kind, planted into the demonstration unit, which has no
 * findings of its own; and what looks like a mistake and is none. How cases are written is told in `test/support/cases.ts`.
 */
const FOLDER = new URL('real-errors/', import.meta.url);

const ADVICE = /请|npx|\.yaml|\.hbs|无需|R\d\d|^$/;

for (const group of readdirSync(FOLDER)) {
  describe(`mistakes of published booklets: ${group}`, () => {
    for (const name of readdirSync(new URL(`${group}/`, FOLDER))) {
      const text = readFileSync(new URL(`${group}/${name}`, FOLDER), 'utf8');
      it(name.replace(/\.txt$/, ''), async () => {
        for (const variant of readVariants(text)) {
          const { found, expected, messages } = await runVariant(variant);
          expect(found).toEqual(expected);
          // What readers of the booklet are told of a mistake is no advice to its editor.
          const told = messages.map((message) => publicStatement(message).replaceAll(/“[^”]*”/g, ''));
          expect(told.filter((statement) => ADVICE.test(statement))).toEqual([]);
          // What looks like a mistake and is none may be told of, no more.
          const allowed = group === 'not-errors' ? / note / : / (?:error|warning|note) /;
          expect(found.filter((finding) => !allowed.test(finding))).toEqual([]);
          expect(found.length).toBeGreaterThan(0);
        }
      });
    }
  });
}
