import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CachedBuilds, EDITS } from '../support/cached-builds.ts';

let builds: CachedBuilds;

beforeAll(async () => {
  builds = new CachedBuilds();
  expect(await builds.build()).toMatchObject({ status: 0 });
});

afterAll(() => builds.remove());

describe('a build with a cache', () => {
  it('goes on without one that cannot be written, and says so', async () => {
    const { status, stderr } = await builds.build('--cache', join(builds.root, 'content/site.yaml/cache'));
    expect(status).toBe(0);
    expect(stderr).toContain('缓存写不进去（ENOTDIR）');
  });

  it.each(EDITS)('after a change of $name writes what one without writes', async ({ make, unchanged }) => {
    make(builds);
    const outcome = await builds.build();
    expect([outcome.status, CachedBuilds.cachedIn(outcome), await builds.otherThanFresh()]).toEqual([
      0,
      unchanged,
      [],
    ]);
  });

  it('in several processes writes what one writes', async () => {
    const outcome = await builds.build('--jobs', '2', '--cache', join(builds.root, 'another'));
    expect([outcome.status, await builds.otherThanFresh()]).toEqual([0, []]);
    expect(readdirSync(builds.root).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('finds by itself that what it knows is what it would make', async () => {
    const outcome = await builds.build('--verify-cache');
    expect(outcome).toMatchObject({ status: 0 });
    expect(CachedBuilds.cachedIn(outcome)).toBe(1);
  });
});
