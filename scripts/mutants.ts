import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { rulesOn } from './mutants/rules-on.ts';
import { RULES_VARIABLE, TESTS, TESTS_VARIABLE } from './mutants/tests.ts';

/**
 * `npm run mutants [FILE[:FIRST-LAST]…] [-- --lines N --seed S --jobs J]`: puts one mistake after the other into the source and
 * tells which of them no test notices. Without files a sample of each folder of `mutants/tests.ts`: whole files, drawn by
 * the seed, until they have so many lines. With `src/<folder>` a sample of that folder. J processes at once try them.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lines: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
  },
});

/** A number between 0 and 1 that a text and the seed give: the same on every machine. */
function lot(text: string): number {
  let hash = 2166136261;
  for (const character of `${values.seed} ${text}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return (Math.imul(hash ^ (hash >>> 15), 2246822507) >>> 0) / 2 ** 32;
}

/** Files of a folder with about as many lines as were asked for. */
function sampleOf(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
    .sort((a, b) => lot(a) - lot(b));
  let left = Number(values.lines);
  return files.filter((file) => {
    if (left <= 0) return false;
    left -= readFileSync(file, 'utf8').split('\n').length;
    return true;
  });
}

const asked = positionals.length > 0 ? positionals : Object.keys(TESTS).map((folder) => `src/${folder}`);
for (const [folder, tests] of Object.entries(TESTS)) {
  const own = asked.filter((path) => `${path}/`.startsWith(`src/${folder}/`));
  const mutate = own.flatMap((path) => (path === `src/${folder}` ? sampleOf(path) : [path]));
  if (mutate.length === 0) continue;
  console.log(`src/${folder}: ${mutate.join(' ')}`);
  process.env[TESTS_VARIABLE] = tests.join(' ');
  process.env[RULES_VARIABLE] = rulesOn(mutate).join(' ');
  await new Stryker({
    mutate: [...mutate],
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutants/vitest.config.ts', related: false },
    concurrency: Number(values.jobs),
    timeoutMS: 60_000,
    timeoutFactor: 3,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    ignorePatterns: ['dist', '.astro'],
    tempDirName: 'node_modules/.cache/mutants',
    allowEmpty: true,
  }).runMutationTest();
}
