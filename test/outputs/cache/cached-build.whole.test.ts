import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryFile, entryIn } from '../../../src/outputs/cache/entry-file.ts';
import { seal, unseal } from '../../../src/outputs/cache/sealed.ts';
import { CachedBuilds, LAST_YEARS_AMOUNT } from '../../support/cached-builds.ts';
import { differences, treeOf } from '../../support/folder-tree.ts';

let builds: CachedBuilds;

beforeAll(async () => {
  builds = new CachedBuilds();
  expect(await builds.build()).toMatchObject({ status: 0 });
});

afterAll(() => builds.remove());

function entries(): readonly string[] {
  return readdirSync(builds.cache, { recursive: true, encoding: 'utf8' })
    .map((name) => join(builds.cache, name))
    .filter((path) => statSync(path).isFile());
}

/**
 * Replaces a word in the pages of each unit that the cache keeps, as if another program had made them.
 *
 * @returns in how many entries
 */
function forgeEntries(from: string, to: string): number {
  return entries().filter((path) => {
    const key = basename(path);
    const { head, files } = unseal(entryIn(key, readFileSync(path)) ?? Buffer.of()) ?? {
      head: {},
      files: [],
    };
    const pages = files.filter((file) => file.path.endsWith('/index.html'));
    if (typeof head !== 'object' || head === null || pages.length === 0) return false;
    const forged = files.map((file) => {
      const text = Buffer.from(file.bytes).toString();
      return pages.includes(file) ? { ...file, bytes: Buffer.from(text.replaceAll(from, to)) } : file;
    });
    writeFileSync(path, entryFile(key, seal(head, forged)));
    return true;
  }).length;
}

/** Changes a byte of each entry of the cache. */
function damageEntries(): void {
  for (const path of entries()) {
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

  it('does not take what was made otherwise, where the cache is to be verified', async () => {
    const before = treeOf(join(builds.root, 'dist'));
    expect(forgeEntries('决算', '结算')).toBeGreaterThan(0);
    const outcome = await builds.build('--verify-cache');
    expect(outcome).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('与重新生成的不一样') as string,
    });
    expect(differences(before, treeOf(join(builds.root, 'dist')))).toEqual([]);
  });

  it.each([
    ['--cache-size', '很多'],
    ['--jobs', '0'],
    ['--costs', 'nowhere.json'],
  ])('%s %s is a wrong command', async (...words) => {
    expect(await builds.build(...words)).toMatchObject({ status: 2 });
  });
});
