import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { unitOf } from '../accounts/content-files.ts';
import { checkSite, mergeChecked, type CheckedPart, type CheckedSite } from '../compile/check-site.ts';
import type { RawFile } from '../source/source-file.ts';
import { usedPacks } from '../compile/used-packs.ts';
import type { CheckMessage, CheckShare } from './check-worker.ts';

/** The worker's file has the ending that this one has: TypeScript in the repository, JavaScript in the package. */
const WORKER = new URL(`./check-worker${extname(import.meta.url)}`, import.meta.url);

/** Below this many files of units, starting a thread takes longer than it saves. */
const WORTH_A_THREAD = 600;

/**
 * Finds everything that is wrong with the input, on as many processors as there are: units are
 * checked by themselves, and only what they found is held against each other.
 *
 * @param files everything under content/ and templates/, with paths relative to the project's root
 * @param onUnit told how many units are done, of how many; where one thread is enough, it is over too soon to be told
 */
export async function checkInParallel(
  files: readonly RawFile[],
  onUnit: (done: number, all: number) => void = () => undefined,
): Promise<CheckedSite> {
  const byUnit = Map.groupBy(files, ({ path }) => unitOf(path));
  const shared = byUnit.get(undefined) ?? [];
  byUnit.delete(undefined);
  const all = [...byUnit.values()];
  const shares = divide(all, availableParallelism());
  if (shares.length === 1) return checkSite(files);
  let done = 0;
  const tell = (): void => onUnit(++done, all.length);
  const used = usedPacks(files);
  const checked = shares.map((share) => checkInThread({ files: [...shared, ...share], used }, tell));
  return mergeChecked(await Promise.all(checked));
}

/** The files of the units in equal shares. */
function divide(units: readonly (readonly RawFile[])[], most: number): readonly (readonly RawFile[])[] {
  const total = units.reduce((sum, { length }) => sum + length, 0);
  const shares = Array.from(
    { length: Math.min(most, Math.floor(total / WORTH_A_THREAD) + 1) },
    (): RawFile[] => [],
  );
  for (const unit of units) smallest(shares).push(...unit);
  return shares;
}

function smallest(shares: readonly RawFile[][]): RawFile[] {
  return shares.reduce((least, share) => (share.length < least.length ? share : least));
}

function checkInThread(share: CheckShare, onUnit: () => void): Promise<CheckedPart> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: share });
    worker.on('message', (message: CheckMessage) => {
      if (message === 'unit') onUnit();
      else resolve(message);
    });
    worker.on('error', reject);
  });
}
