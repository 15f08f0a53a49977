/**
 * `npm run mutate`: changes every amount, count, share, score and code of the demonstration unit's 2023 files, one at
 * a time, by the smallest printed step twice (a code to another valid one), and counts how many changes the checks
 * report as an error or warning that names the changed file. Prints how many by file and kind of value, which rules
 * report them, what is free and why, and what goes unnoticed.
 */
import { fileURLToPath } from 'node:url';
import { compileSite } from '../src/compile/compile-site.ts';
import type { RawFile } from '../src/source/source-file.ts';
import { readSources } from '../src/workspace/read-sources.ts';
import { applied, mutationsOf } from './mutate/mutations.ts';
import { freedomOf } from './mutate/free.ts';
import { report, type Outcome } from './mutate/report.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const UNIT = 'content/units/demo-bureau/';
const YEAR = `${UNIT}2023/`;
/** What one year's booklet needs: itself, last year's, the unit, code tables and templates. */
const NEEDED = new RegExp(
  `^(?!content/units/)|^${UNIT}(?:unit\\.yaml$|2022/(?:accounts|narrative)\\.yaml$|2023/)`,
);

interface Finding {
  readonly rule: string;
  readonly text: string;
  readonly files: readonly string[];
}

function findingsOf(input: readonly RawFile[]): readonly Finding[] {
  return compileSite(input)
    .diagnostics.filter(({ severity }) => severity !== 'note')
    .map(({ rule, message, place, related }) => ({
      rule,
      text: `${place.file} ${message}`,
      files: [place.file, ...related.map((one) => one.place.file)],
    }));
}

/** The codes of a year's tables, in order. */
function codesOf(files: readonly RawFile[]): readonly string[] {
  const texts = files.filter(({ path }) => path.startsWith('content/codes/2023/'));
  const codes = texts.flatMap(({ bytes }) =>
    [...new TextDecoder().decode(bytes).matchAll(/^ {2}"(\d+)":/gm)].map(([, code = '']) => code),
  );
  return [...new Set(codes)].sort();
}

const files = (await readSources(ROOT)).filter(({ path }) => NEEDED.test(path));
const baseline = new Set(findingsOf(files).map(({ text }) => text));
const codes = codesOf(files);
const mutations = files
  .filter(({ path }) => path.startsWith(YEAR))
  .flatMap((file) => mutationsOf(file, codes));
const outcomes = mutations.map((mutation, index): Outcome => {
  if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${mutations.length}`);
  const found = findingsOf(applied(files, mutation)).filter(
    (finding) => !baseline.has(finding.text) && finding.files.includes(mutation.path),
  );
  const rules = [...new Set(found.map(({ rule }) => rule))];
  const free = rules.length === 0 ? freedomOf(mutation) : undefined;
  return { mutation, file: mutation.path.slice(YEAR.length), rules, ...(free && { free }) };
});
console.log(report(outcomes));
