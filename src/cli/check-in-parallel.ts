import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { unitOf } from '../accounts/content-files.ts';
import type { CheckedShare } from '../compile/check-site.ts';
import { mergeChecked, partOf, type CheckedSite, type FoundInUnit } from '../compile/checked-site.ts';
import { sharedKey, unitKeys } from '../compile/unit-key.ts';
import type { UnitCache } from '../outputs/cache/unit-cache.ts';
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
 * @param cache where what is found in units without errors is kept from one check to the next, if it is
 */
export async function checkInParallel(
  files: readonly RawFile[],
  onUnit: (done: number, all: number) => void = () => undefined,
  cache?: UnitCache,
): Promise<CheckedSite> {
  const used = usedPacks(files);
  if (cache === undefined) return mergeChecked(await checkShares(files, used, onUnit));
  const { known, keys } = await knownUnits(files, cache);
  const ofAll = sharedKey(files, used);
  const shared = await cache.foundShared(ofAll);
  const parts = known.map(partOf);
  // Where all is known nothing is read, and what would read it is not even loaded.
  if (keys.size === 0 && shared !== undefined)
    return mergeChecked([{ units: [], diagnostics: shared, names: [] }, ...parts]);
  const before = new Set(known.map(({ slug }) => slug));
  const others = files.filter(({ path }) => !before.has(unitOf(path) ?? ''));
  const kept: Promise<void>[] = [];
  const checked = await checkShares(others, used, onUnit, (found) =>
    kept.push(cache.keepFound(keys.get(found.slug) ?? '', found)),
  );
  await Promise.all([...kept, cache.keepFoundShared(ofAll, checked[0]?.shared ?? [])]);
  return mergeChecked([...parts, ...checked]);
}

/** What is known of units, and the keys of those of which nothing is. */
async function knownUnits(
  files: readonly RawFile[],
  cache: UnitCache,
): Promise<{ readonly known: readonly FoundInUnit[]; readonly keys: ReadonlyMap<string, string> }> {
  const known: FoundInUnit[] = [];
  const keys = new Map<string, string>();
  for (const [slug, key] of unitKeys(files)) {
    const found = await cache.found(key);
    if (found === undefined) keys.set(slug, key);
    else known.push(found);
  }
  return { known, keys };
}

/** Checks the units of some files, in threads where they are many. */
async function checkShares(
  files: readonly RawFile[],
  used: ReadonlySet<string>,
  onUnit: (done: number, all: number) => void,
  onFound: (found: FoundInUnit) => void = () => undefined,
): Promise<readonly CheckedShare[]> {
  const byUnit = Map.groupBy(files, ({ path }) => unitOf(path));
  const shared = byUnit.get(undefined) ?? [];
  byUnit.delete(undefined);
  const all = [...byUnit.values()];
  const shares = divide(all, availableParallelism());
  if (shares.length === 1) {
    const { checkPart } = await import('../compile/check-site.ts');
    return [checkPart(files, onFound, used)];
  }
  let done = 0;
  const tell = (found: FoundInUnit): void => {
    onFound(found);
    onUnit(++done, all.length);
  };
  return Promise.all(shares.map((share) => checkInThread({ files: [...shared, ...share], used }, tell)));
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

function checkInThread(share: CheckShare, onUnit: (found: FoundInUnit) => void): Promise<CheckedShare> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: share });
    worker.on('message', (message: CheckMessage) => {
      if ('slug' in message) onUnit(message);
      else resolve(message);
    });
    worker.on('error', reject);
  });
}
