import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../src/outputs/build-site.ts';
import { AREAS, fuzz } from '../test/fuzz/property.ts';

/** Of so many sites that pass the check, one is built whole, which takes a hundred times as long as all else. */
const BUILD_EVERY = 100;

/**
 * `npm run fuzz [N] [SEED] [templates|content]`: N slips of a hand in the templates, as many in the content. Each must
 * end in findings with places; what passes must build. Prints the seed; with it a run can be repeated.
 */
async function main([
  count = '3000',
  seed = String(Date.now() % 1_000_000),
  only,
]: readonly string[]): Promise<void> {
  const areas = (Object.keys(AREAS) as (keyof typeof AREAS)[]).filter((area) => (only ?? area) === area);
  const folder = await mkdtemp(join(tmpdir(), 'mingbai-fuzz-'));
  let passed = 0;
  try {
    for (const area of areas) {
      console.log(`${area}: ${count} runs, seed ${seed}`);
      const { accepted } = await fuzz(area, Number(count), Number(seed), async (site) => {
        passed += 1;
        if (passed % BUILD_EVERY !== 1) return;
        const out = join(folder, 'dist');
        await buildSite(site, { out, pdf: false, onProgress: () => undefined });
      });
      console.log(`${area}: no exception; ${accepted} passed the check and could be made`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
