import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf, readSentenceCases } from '../support/sentence-cases.ts';

/** True sentences alarm nobody, and mistakes in them are found. Each file is a kind; how one is written is told in the support file. */
const FOLDER = new URL('cases/', import.meta.url);

for (const file of readdirSync(FOLDER)) {
  describe(`sentences: ${file.replace(/\.txt$/, '')}`, () => {
    for (const { place, right, wrong } of readSentenceCases(readFileSync(new URL(file, FOLDER), 'utf8'))) {
      it.each(right)('对 %s', async (sentence) => {
        const found = await findingsOf(place, sentence);
        expect(found.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
      });
      it.each(wrong)('错 %s', async (sentence) => {
        expect((await findingsOf(place, sentence)).length).toBeGreaterThan(0);
      });
    }
  });
}
