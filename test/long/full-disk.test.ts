import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../cli/run-here.ts';
import { CachedBuilds } from '../support/cached-builds.ts';
import { differences, treeOf } from '../support/folder-tree.ts';

/** A disk of the test's own making: mounting a small one is not for ordinary users. */
const HOOK = pathToFileURL(join(import.meta.dirname, '../support/hooks/full-disk.ts')).href;

let builds: CachedBuilds;
let fresh: ReadonlyMap<string, Buffer>;

const built = (): ReadonlyMap<string, Buffer> => treeOf(join(builds.root, 'dist'));

function buildWithRoom(bytes: number, ...words: readonly string[]): Promise<Outcome> {
  const env = { NODE_OPTIONS: `--import ${HOOK}`, FULL_FOLDER: builds.cache, FULL_BYTES: String(bytes) };
  return builds.buildAlone(['--no-pdf', ...words], { env });
}

beforeAll(async () => {
  builds = new CachedBuilds();
  expect(await builds.build('--no-cache')).toMatchObject({ status: 0 });
  fresh = built();
});

afterAll(() => builds.remove());

describe('where the cache’s disk is full', () => {
  beforeEach(() => rmSync(builds.cache, { recursive: true, force: true }));

  // Full at once, within the bundle of the pages, and within a unit's outputs.
  it.each([0, 600_000, 1_300_000])('after %i bytes, a build goes on without, and says so', async (bytes) => {
    const { status, stderr } = await buildWithRoom(bytes);
    expect([status, stderr.match(/缓存写不进去（ENOSPC）/g)?.length]).toEqual([0, 1]);
    expect(differences(fresh, built())).toEqual([]);
    // What it has begun to write is gone, and what it could write is good.
    const names = readdirSync(builds.cache, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('~'))).toEqual([]);
    expect(await builds.build()).toMatchObject({ status: 0 });
    expect(differences(fresh, built())).toEqual([]);
  });

  it('several processes go on without, and it is said once', async () => {
    const { status, stderr } = await buildWithRoom(1_300_000, '--jobs', '2');
    expect([status, stderr.match(/缓存写不进去（ENOSPC）/g)?.length]).toEqual([0, 1]);
    expect(differences(fresh, built())).toEqual([]);
  });
});

describe('where the system takes no more of a file', () => {
  // In units of 1024 bytes: less than a page, and less than some pieces of the pages' program.
  it.each([20, 1000])('than %i KB, the build is refused in a sentence and the output stays', async (most) => {
    const outcome = await builds.buildAlone(['--no-pdf', '--no-cache'], { before: `ulimit -f ${most}` });
    expect(outcome).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^不能读写 .*（EFBIG）$/m) as string,
    });
    expect(differences(fresh, built())).toEqual([]);
    expect(readdirSync(builds.root).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
