import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CachedBuilds, LAST_YEARS_AMOUNT } from '../support/cached-builds.ts';
import { differences, treeOf } from '../support/folder-tree.ts';

const CLOCK = pathToFileURL(join(import.meta.dirname, '../support/hooks/moved-clock.ts')).href;
const YEAR = 365 * 24 * 3_600_000;

let builds: CachedBuilds;
let fresh: ReadonlyMap<string, Buffer>;

const at = (name: string): string => join(builds.root, name);

beforeAll(async () => {
  builds = new CachedBuilds();
  expect(await builds.build('--no-cache')).toMatchObject({ status: 0 });
  fresh = treeOf(at('dist'));
});

afterAll(() => builds.remove());

describe('a cache that builds have in common', () => {
  it('gives each of several at once what it would make, though each removes what the others have just put there', async () => {
    const outs = ['one', 'two', 'three'].map(at);
    for (let round = 1; round <= 2; round += 1) {
      const outcomes = await Promise.all(
        outs.map((out) => builds.buildAlone(['--no-pdf', '--out', out, '--cache-size', '0.2MB'])),
      );
      expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0]);
      expect(outs.map((out) => differences(fresh, treeOf(out)))).toEqual([[], [], []]);
    }
  });

  it.each([
    ['of fifty years ahead', 50 * YEAR],
    ['of thirty years behind', -30 * YEAR],
  ])('is as good by a clock %s', async (_, ahead) => {
    expect(await builds.build()).toMatchObject({ status: 0 });
    const env = { NODE_OPTIONS: `--import ${CLOCK}`, CLOCK_AHEAD: String(ahead) };
    for (const size of ['2GB', '0.2MB']) {
      const outcome = await builds.buildAlone(['--no-pdf', '--cache-size', size], { env });
      expect([outcome.status, CachedBuilds.cachedIn(outcome)]).toEqual([0, 2]);
      expect(differences(fresh, treeOf(at('dist')))).toEqual([]);
    }
    expect(await builds.build()).toMatchObject({ status: 0 });
    expect(differences(fresh, treeOf(at('dist')))).toEqual([]);
  });

  it('knows what has changed by what it says, whatever the dates of its files', async () => {
    const files = readdirSync(builds.cache, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(builds.cache, name),
    );
    for (const [index, file] of files.filter((path) => statSync(path).isFile()).entries()) {
      const date = new Date(index % 2 === 0 ? 0 : Date.now() + 50 * YEAR);
      utimesSync(file, date, date);
    }
    LAST_YEARS_AMOUNT.make(builds);
    const outcome = await builds.build();
    expect([outcome.status, CachedBuilds.cachedIn(outcome)]).toEqual([0, LAST_YEARS_AMOUNT.unchanged]);
    expect(await builds.otherThanFresh()).toEqual([]);
  });
});
