import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf, readSentenceCases } from '../support/sentence-cases.ts';

/** The first of each kind; all of them are read by test/long/sentences.test.ts. */
const FOLDER = new URL('cases/', import.meta.url);
const FIRST = 3;
const FILES = readdirSync(FOLDER).map((file) => ({
  kind: file.replace(/\.txt$/, ''),
  cases: readSentenceCases(readFileSync(new URL(file, FOLDER), 'utf8')).slice(0, FIRST),
}));

describe.each(FILES)('of $kind', ({ cases }) => {
  it.each(cases)(
    '$about: what is true alarms nobody, a mistake is found',
    async ({ place, right, wrong }) => {
      for (const sentence of right) expect(await findingsOf(place, sentence)).toEqual([]);
      for (const sentence of wrong) expect(await findingsOf(place, sentence), sentence).not.toEqual([]);
    },
  );
});
