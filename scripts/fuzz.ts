import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../src/outputs/build-site.ts';
import { AREAS, fuzz, type FuzzResult } from '../test/fuzz/property.ts';
import { NODE_FLAGS } from './node-flags.js';

type Area = keyof typeof AREAS;

/** Of so many sites that pass the check, one is built whole, which takes a hundred times as long as all else. */
const BUILD_EVERY = 300;

/** After so many slips it says how far it is. */
const TELL_EVERY = 100;

/**
 * `npm run fuzz [N] [SEED] [templates|content]`: N slips of a hand in the templates, as many in the content, at the same
 * time in two processes. Each must end in findings with places; what passes must build. Prints the seeds; with its seed and
 * its area a run can be repeated.
 */
async function main([
  count = '3000',
  seed = String(Date.now() % 1_000_000),
  only,
]: readonly string[]): Promise<void> {
  const areas = Object.keys(AREAS) as Area[];
  const area = areas.find((name) => name === only);
  if (area !== undefined) return fuzzArea(area, Number(count), Number(seed));
  const ended = areas.map(async (name, index) => {
    const words = [import.meta.filename, count, String(Number(seed) + index), name];
    const child = spawn(process.execPath, [...NODE_FLAGS, ...words], { stdio: 'inherit' });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code === 0;
  });
  const fine = await Promise.all(ended);
  if (fine.includes(false)) process.exitCode = 1;
}

async function fuzzArea(area: Area, count: number, seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mingbai-fuzz-'));
  let passed = 0;
  const tell = ({ runs, accepted, failed }: FuzzResult): void =>
    console.log(
      `${area}: ${runs} of ${count} slips, seed ${seed}: ${accepted} passed the check and could be made, ` +
        `${failed} failed at a template, ${Math.round(process.cpuUsage().user / 1e6)} s of CPU`,
    );
  try {
    const found = await fuzz(area, count, seed, {
      onRun: (sofar) => {
        if (sofar.runs % TELL_EVERY === 1) tell(sofar);
      },
      build: async (site) => {
        passed += 1;
        if (passed % BUILD_EVERY !== 1) return;
        await buildSite(site, { out: join(folder, 'dist'), pdf: false, onProgress: () => undefined });
      },
    });
    tell(found);
    console.log(`${area}: no exception, and nothing that was accepted was refused`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
