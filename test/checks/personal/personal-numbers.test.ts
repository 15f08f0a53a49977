import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personalNumbers } from '../../../src/checks/personal/personal-numbers.ts';

/**
 * Invented numbers of persons in all the ways that people write them, a line each, with what they are; characters that
 * cannot be seen are written as `\u200b`. And numbers that bodies have, none of which tells of a person.
 */
const linesOf = (name: string): readonly string[] =>
  readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/\\u([0-9a-f]{4})|\\U([0-9a-f]{8})|\\x([0-9a-f]{2})/g, (_, ...codes: string[]) =>
          String.fromCodePoint(Number.parseInt(codes.find((code) => code !== undefined) ?? '', 16)),
        )
        .replaceAll('\\t', '\t'),
    );

describe('numbers of persons are found however they are written', () => {
  it.each(linesOf('numbers-of-persons').map((line) => line.split(/\t(.*)/)))('%s: %s', (what, text = '') => {
    expect(personalNumbers(text).map((number) => [number.what, number.certain])).toEqual([[what, true]]);
  });
});

describe('numbers of bodies are left alone', () => {
  it.each(linesOf('honest-numbers'))('%s', (text) => {
    expect(personalNumbers(text)).toEqual([]);
  });
});
