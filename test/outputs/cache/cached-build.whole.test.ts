import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CachedBuilds, LAST_YEARS_AMOUNT } from '../../support/cached-builds.ts';
import { differences, treeOf } from '../../support/folder-tree.ts';

let builds: CachedBuilds;

beforeAll(async () => {
  builds = new CachedBuilds();
  expect(await builds.build()).toMatchObject({ status: 0 });
});

afterAll(() => builds.remove());

/** Changes a byte of each entry of the cache. */
function damageEntries(): void {
  const paths = readdirSync(builds.cache, { recursive: true, encoding: 'utf8' })
    .map((name) => join(builds.cache, name))
    .filter((path) => statSync(path).isFile());
  for (const path of paths) {
    const bytes = readFileSync(path);
    bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
    writeFileSync(path, bytes);
  }
}

describe('a build with what earlier ones left in the cache', () => {
  it('makes only the units that have changed, takes nothing that is damaged, and writes what one without would', async () => {
    LAST_YEARS_AMOUNT.make(builds);
    expect(CachedBuilds.cachedIn(await builds.build())).toBe(LAST_YEARS_AMOUNT.unchanged);
    const withCache = treeOf(join(builds.root, 'dist'));
    damageEntries();
    expect(CachedBuilds.cachedIn(await builds.build())).toBe(0);
    expect(differences(withCache, treeOf(join(builds.root, 'dist')))).toEqual([]);
  });

  it.each([
    ['--cache-size', '很多'],
    ['--jobs', '0'],
    ['--costs', 'nowhere.json'],
  ])('%s %s is a wrong command', async (...words) => {
    expect(await builds.build(...words)).toMatchObject({ status: 2 });
  });
});
