/**
 * `npm run bench check [unit-years]`: how long checking takes, on one processor and as `mingbai check` does it on all, as a
 * multiple of what js-yaml alone needs to parse the same files. The input is the demonstration unit, copied under other
 * names.
 */
import { fileURLToPath } from 'node:url';
import { checkInParallel } from '../../src/cli/check-in-parallel.ts';
import { checkSite } from '../../src/compile/check-site.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { readSources } from '../../src/workspace/read-sources.ts';
import { parseAlone } from './js-yaml.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODEL = 'content/units/demo-bureau/';
const YEARS_PER_UNIT = 3;
const ROUNDS = 3;

const unitYears = Number(process.argv[2] ?? 1000);
const files = manyUnits(await readSources(ROOT), Math.ceil(unitYears / YEARS_PER_UNIT));
const yaml = files.filter((file) => file.path.endsWith('.yaml'));
const megabytes = yaml.reduce((sum, file) => sum + file.bytes.length, 0) / 1e6;

const parsing: number[] = [];
const single: number[] = [];
const parallel: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  parsing.push(await seconds(() => parseAlone(yaml)));
  single.push(await seconds(() => checkSite(files)));
  parallel.push(await seconds(() => checkInParallel(files)));
}
const best = Math.min(...parsing);
console.log(
  `${unitYears} unit-years, ${yaml.length} YAML files, ${megabytes.toFixed(1)} MB, best of ${ROUNDS}`,
);
console.log(`js-yaml load           ${best.toFixed(2)} s`);
for (const [name, times] of [
  ['check, one processor', single],
  ['check, all processors', parallel],
] as const) {
  const time = Math.min(...times);
  console.log(`${name.padEnd(22)} ${time.toFixed(2)} s, ratio ${(time / best).toFixed(2)}`);
}

function manyUnits(all: readonly RawFile[], units: number): readonly RawFile[] {
  const shared = all.filter((file) => !file.path.startsWith('content/units/'));
  const model = all.filter((file) => file.path.startsWith(MODEL));
  const copies = Array.from({ length: units }, (_, index) =>
    model.map((file) => ({ ...file, path: file.path.replace(MODEL, `content/units/unit-${index}/`) })),
  );
  return [...shared, ...copies.flat()];
}

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
