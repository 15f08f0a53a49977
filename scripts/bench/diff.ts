/**
 * `npm run bench diff [unit-years]`: how long it takes to say what one changed amount among many unit-years brings about, as
 * a multiple of checking its unit alone twice. The input is the demonstration unit, copied under other names.
 */
import { fileURLToPath } from 'node:url';
import { compareInputs } from '../../src/changes/compare-inputs.ts';
import { checkSite } from '../../src/compile/check-site.ts';
import { unitOf } from '../../src/accounts/content-files.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { readSources } from '../../src/workspace/read-sources.ts';
import { generatedUnits } from './generated-units.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const YEARS_PER_UNIT = 3;
const ROUNDS = 7;
const CHANGED = 'content/units/unit-0000/2023/accounts.yaml';

const unitYears = Number(process.argv[2] ?? 300);
const before = generatedUnits(await readSources(ROOT), Math.ceil(unitYears / YEARS_PER_UNIT));
const after = before.map((file) => (file.path === CHANGED ? withOtherAmount(file) : copied(file)));
const alone = before.filter(({ path }) => [undefined, 'unit-0000'].includes(unitOf(path)));
const aloneAfter = after.filter(({ path }) => [undefined, 'unit-0000'].includes(unitOf(path)));

const checking: number[] = [];
const comparing: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  checking.push(
    seconds(() => {
      checkSite(alone);
      checkSite(aloneAfter);
    }),
  );
  comparing.push(seconds(() => compareInputs({ before, after })));
}
const [checked, compared] = [Math.min(...checking), Math.min(...comparing)];
const { figures, sentences, pages } = compareInputs({ before, after });
console.log(`${unitYears} unit-years, best of ${ROUNDS}`);
console.log(`checking the unit alone twice  ${checked.toFixed(2)} s`);
console.log(
  `diff                           ${compared.toFixed(2)} s, ratio ${(compared / checked).toFixed(2)}`,
);
console.log(`${figures.length} figures, ${sentences.length} sentences, ${pages.length} pages and files`);

/** Both sides are read by themselves: no file of one is the same object as one of the other. */
function copied({ path, bytes }: RawFile): RawFile {
  return { path, bytes: bytes.slice() };
}

function withOtherAmount({ path, bytes }: RawFile): RawFile {
  const text = new TextDecoder().decode(bytes).replace(/( {2}货物: )\d+/, '$112345');
  return { path, bytes: new TextEncoder().encode(text) };
}

function seconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
