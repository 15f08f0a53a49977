import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere, type Outcome } from '../../cli/run-here.ts';
import { CachedBuilds } from '../../support/cached-builds.ts';
import { differences, treeOf } from '../../support/folder-tree.ts';

let builds: CachedBuilds;

const part = (name: string): string => join(builds.root, name);
const merge = (...names: readonly string[]): Promise<Outcome> =>
  runHere(['merge', ...names.map(part), '--root', builds.root, '--out', part('merged')]);

beforeAll(async () => {
  builds = new CachedBuilds();
  expect(await builds.build()).toMatchObject({ status: 0 });
  // Of three shards of two units the third is empty.
  for (const index of [1, 2, 3])
    expect(await builds.build('--shard', `${index}/3`, '--out', part(`part-${index}`))).toMatchObject({
      status: 0,
    });
});

afterAll(() => builds.remove());

describe('a site of parts that were built one by one', () => {
  it('is byte for byte the one that is built at once', async () => {
    expect(readdirSync(part('part-1')).filter((name) => name.endsWith('danwei'))).toEqual(['shili-danwei']);
    expect(await merge('part-2', 'part-3', 'part-1')).toMatchObject({ status: 0 });
    expect(differences(treeOf(part('dist')), treeOf(part('merged')))).toEqual([]);
  });

  it('is not made of a folder that is no part, and what was there stays', async () => {
    const before = treeOf(part('merged'));
    mkdirSync(part('empty'));
    expect(await merge('part-1', 'empty')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('不是网站的一部分') as string,
    });
    expect(differences(before, treeOf(part('merged')))).toEqual([]);
  });

  it.each([['0/3'], ['4/3'], ['1'], ['一/三']])('%s is no shard', async (shard) => {
    expect(await builds.build('--shard', shard, '--out', part('none'))).toMatchObject({ status: 2 });
  });
});
