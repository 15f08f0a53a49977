/**
 * `npm run bench check [unit-years]`: how long checking takes, as a multiple of what js-yaml alone needs to parse the same
 * files. The input is the demonstration unit, copied under other names.
 */
import { fileURLToPath } from 'node:url';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { compileSite } from '../../src/compile/compile-site.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { readSources } from '../../src/workspace/read-sources.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODEL = 'content/units/demo-bureau/';
const YEARS_PER_UNIT = 3;
const ROUNDS = 3;

const unitYears = Number(process.argv[2] ?? 1000);
const files = manyUnits(await readSources(ROOT), Math.ceil(unitYears / YEARS_PER_UNIT));
const yaml = files.filter((file) => file.path.endsWith('.yaml'));
const megabytes = yaml.reduce((sum, file) => sum + file.bytes.length, 0) / 1e6;

const parsing: number[] = [];
const checking: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  parsing.push(
    seconds(() =>
      yaml.forEach(({ bytes }) => load(new TextDecoder().decode(bytes), { schema: FAILSAFE_SCHEMA })),
    ),
  );
  checking.push(seconds(() => compileSite(files)));
}
const [parse, check] = [Math.min(...parsing), Math.min(...checking)];
console.log(`${unitYears} unit-years, ${yaml.length} YAML files, ${megabytes.toFixed(1)} MB`);
console.log(`js-yaml load   ${parse.toFixed(2)} s (best of ${ROUNDS})`);
console.log(`mingbai check  ${check.toFixed(2)} s (best of ${ROUNDS})`);
console.log(`ratio          ${(check / parse).toFixed(2)}`);

function manyUnits(all: readonly RawFile[], units: number): readonly RawFile[] {
  const shared = all.filter((file) => !file.path.startsWith('content/units/'));
  const model = all.filter((file) => file.path.startsWith(MODEL));
  const copies = Array.from({ length: units }, (_, index) =>
    model.map((file) => ({ ...file, path: file.path.replace(MODEL, `content/units/unit-${index}/`) })),
  );
  return [...shared, ...copies.flat()];
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
