import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { digestOf, fileDigests, KillableBuilds } from '../support/kills/killable-build.ts';
import { ROOT } from '../support/project.ts';

const BUILD = { root: ROOT, target: 'changji-sme' };
const builds = new KillableBuilds();

beforeAll(() => builds.finish({ ...BUILD, pdf: true }));

afterAll(() => builds.remove());

it('a build that is killed between the two renames is put right by the next one, which makes the same bytes as ever', async () => {
  const [before, digest] = [fileDigests(builds.out), digestOf(builds.out)];
  expect(await builds.dieInSwap(BUILD, 2, 'renameSync')).toBe(true);
  expect(builds.leftovers()).toHaveLength(1);
  expect(existsSync(builds.out)).toBe(false);
  expect(builds.standing()).toBe(digest);
  await builds.finish({ ...BUILD, pdf: true });
  expect(fileDigests(builds.out)).toEqual(before);
  expect(builds.leftovers()).toEqual([]);
  expect(builds.temporaryFolders()).toEqual([]);
});
