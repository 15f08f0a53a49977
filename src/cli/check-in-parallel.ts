import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkSite, mergeChecked, type CheckedSite } from '../compile/check-site.ts';
import type { RawFile } from '../source/source-file.ts';

/** Below this many files of units, starting a thread takes longer than it saves. */
const WORTH_A_THREAD = 600;

/**
 * Finds everything that is wrong with the input, on as many processors as there are: units do not depend on each other.
 *
 * @param files everything under content/ and templates/, with paths relative to the project's root
 */
export async function checkInParallel(files: readonly RawFile[]): Promise<CheckedSite> {
  const shares = divide(files, availableParallelism());
  if (shares.length === 1) return checkSite(files);
  return mergeChecked(await Promise.all(shares.map(checkInThread)));
}

/** The files of the units in equal shares, each with the files that belong to no unit. */
function divide(files: readonly RawFile[], most: number): readonly (readonly RawFile[])[] {
  const byUnit = Map.groupBy(files, ({ path }) => /^content\/units\/[^/]+\//.exec(path)?.[0]);
  const shared = byUnit.get(undefined) ?? [];
  byUnit.delete(undefined);
  const count = Math.min(most, Math.floor((files.length - shared.length) / WORTH_A_THREAD) + 1);
  const shares = Array.from({ length: count }, () => [...shared]);
  for (const unit of byUnit.values()) smallest(shares).push(...unit);
  return shares;
}

function smallest(shares: readonly RawFile[][]): RawFile[] {
  return shares.reduce((least, share) => (share.length < least.length ? share : least));
}

function checkInThread(files: readonly RawFile[]): Promise<CheckedSite> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
      workerData: files,
      // Booklets come and go: most of what is made is dropped before it is ever looked at by a full collection.
      resourceLimits: { maxYoungGenerationSizeMb: 192 },
    });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}
