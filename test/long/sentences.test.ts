import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf, readSentenceCases, type SentenceCase } from '../support/sentence-cases.ts';

/** True sentences alarm nobody, and mistakes in them are found. Each file is a kind; how one is written is told in the support file. */
const FOLDER = new URL('../sentences/cases/', import.meta.url);
const FILES = readdirSync(FOLDER).map((file) => ({
  kind: file.replace(/\.txt$/, ''),
  cases: readSentenceCases(readFileSync(new URL(file, FOLDER), 'utf8')),
}));

/** How many of the mistakes must be found; sentences can be put in more ways than any reader knows. */
const FOUND = 0.95;

async function alarms({ place, right }: SentenceCase): Promise<readonly string[]> {
  const found = await Promise.all(right.map((sentence) => findingsOf(place, sentence)));
  return found.flat().map(({ rule, message }) => `${rule} ${message}`);
}

describe.each(FILES)('true sentences alarm nobody: $kind', ({ cases }) => {
  it.each(cases)('$about', async (one) => {
    expect(await alarms(one)).toEqual([]);
  });
});

it('mistakes in sentences are found, all but a few', async () => {
  const wrong = FILES.flatMap(({ cases }) =>
    cases.flatMap(({ place, wrong: sentences }) => sentences.map((sentence) => ({ place, sentence }))),
  );
  const missed: string[] = [];
  for (const { place, sentence } of wrong) {
    if ((await findingsOf(place, sentence)).length === 0) missed.push(sentence);
  }
  expect(wrong.length).toBeGreaterThan(100);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(wrong.length * (1 - FOUND));
}, 600_000);
