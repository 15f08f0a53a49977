import { cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from '../cli/temporary-project.ts';
import { CachedBuilds, EDITS } from '../support/cached-builds.ts';
import { differences, treeOf } from '../support/folder-tree.ts';

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

describe('a build with a cache, of a unit of three years beside another', () => {
  const OLDEST = 'content/units/demo-bureau/2021';
  const NEWEST = 'content/units/demo-bureau/2023';
  const LAST = 'content/units/demo-bureau/2022/accounts.yaml';
  const KEPT = 'changji-sme/2023/index.html';

  let project: TemporaryProject;

  beforeAll(() => {
    project = new TemporaryProject('demo-bureau', 'changji-sme');
    cpSync(join(project.root, NEWEST), join(project.root, 'newest'), { recursive: true });
  });

  afterAll(() => project.remove());

  const build = (...words: readonly string[]) => project.run('build', '--no-pdf', ...words);
  const edit = (path: string, from: string, to: string): void => {
    expect(project.read(path)).toContain(from);
    project.write(path, project.read(path).replaceAll(from, to));
  };

  it.each<readonly [string, () => void]>([
    ['nothing', () => undefined],
    [
      'an amount of the oldest year',
      () => edit(`${OLDEST}/accounts.yaml`, '机关运行经费: 2247360.33', '机关运行经费: 2247360.34'),
    ],
    ['an amount of last year', () => edit(LAST, '机关运行经费: 2138214.60', '机关运行经费: 2138214.61')],
    ['the newest year, which is gone', () => project.remove(NEWEST)],
    [
      'a year that has come',
      () => cpSync(join(project.root, 'newest'), join(project.root, NEWEST), { recursive: true }),
    ],
  ])(
    'after a change of %s writes what one without writes, and leaves the other where it stands',
    async (_, change) => {
      const cache = join(project.root, 'kept');
      expect(await build('--cache', cache)).toMatchObject({ status: 0 });
      const { ino } = statSync(join(project.root, 'dist', KEPT));
      change();
      expect(await build('--cache', cache)).toMatchObject({ status: 0 });
      expect(await build('--no-cache', '--out', join(project.root, 'fresh'))).toMatchObject({ status: 0 });
      const [withCache, fresh] = ['dist', 'fresh'].map((name) => treeOf(join(project.root, name)));
      expect(differences(withCache ?? new Map(), fresh ?? new Map())).toEqual([]);
      expect(statSync(join(project.root, 'dist', KEPT)).ino).toBe(ino);
    },
  );
});
