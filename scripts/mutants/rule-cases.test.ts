import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readVariants, runVariant } from '../../test/support/cases.ts';
import { RULES_VARIABLE } from './tests.ts';

/**
 * The cases that expect a finding of the rules whose checks stand on the changed files: all others would take most of the time and
 * notice little. The whole suite runs each of them anyway.
 */
const rules = (process.env[RULES_VARIABLE] ?? '').split(' ');
const folders = ['test/findings/cases', 'test/checks/numbers', 'test/checks/real-errors'];

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name)),
);

const cases = files.flatMap((file) =>
  readVariants(readFileSync(file, 'utf8'))
    .filter((variant) =>
      rules.some((rule) => new RegExp(`[ #]${rule}(?![-\\w])`).test(JSON.stringify(variant))),
    )
    .map((variant, index) => [`${file} ${index + 1}`, variant] as const),
);

it.each(cases)('%s', async (_, variant) => {
  const { found, expected } = await runVariant(variant);
  expect(found).toEqual(expected);
});
