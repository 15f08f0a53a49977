import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { digestOf, fileDigests, KillableBuilds } from '../support/kills/killable-build.ts';
import { ROOT } from '../support/project.ts';

const BUILD = { root: ROOT, target: 'changji-sme' };
const builds = new KillableBuilds();

/** Waits until something has come to pass. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await pause(20);
}

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

it('a build that is killed while the browser prints ends with its launcher, browser and all, and the old output stays', async () => {
  const before = digestOf(builds.out);
  const child = builds.start({ ...BUILD, pdf: true });
  await until(() => builds.processes().some((words) => words.includes('--user-data-dir=')));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await builds.survivors()).toEqual([]);
  expect(digestOf(builds.out)).toBe(before);
  expect(builds.leftovers().length).toBeLessThanOrEqual(1);
});
