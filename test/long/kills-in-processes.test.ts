import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CachedBuilds } from '../support/cached-builds.ts';
import { digestOf, KillableBuilds, type Build, type Running } from '../support/kills/killable-build.ts';

const KILLS = Number(process.env['MINGBAI_KILLS'] ?? 30);
const SEED = Number(process.env['MINGBAI_SEED'] ?? Date.now() % 1_000_000);
/** After so many kills a build may end. */
const FINISH_EVERY = 5;

/** What is killed, by its command line. */
const VICTIMS: Readonly<Record<string, (words: string) => boolean>> = {
  'a worker': (words) => /\/main\.[jt]s build .*--shard /.test(words),
  'the parent': (words) => /\/main\.[jt]s build /.test(words) && !words.includes('--shard '),
  'a browser': (words) => words.includes('--headless') && !words.includes('--type='),
};

/** Whom to kill, after how many thousandths of a build's time since there is one, and what the cache has lost before. */
const RANDOM_KILLS = fc.sample(
  fc.record({
    victim: fc.constantFrom(...Object.keys(VICTIMS)),
    at: fc.noBias(fc.integer({ min: 0, max: 700 })),
    lost: fc.constantFrom('none', 'every other', 'all', 'all'),
  }),
  { numRuns: KILLS, seed: SEED },
);

/** The same site under two names, which stand on each page. */
const projects = ['甲', '乙'].map((name) => {
  const project = new CachedBuilds();
  project.edit('content/site.yaml', undefined, `站名: ${name}市的决算\n`);
  return project;
});
const builds = new KillableBuilds();
const cache = join(builds.folder, 'cache');
/** Digests of the whole outputs, by project. */
const whole: string[] = [];
/** How long a build takes, in milliseconds. */
let lasts = 0;
const counted = new Map<string, number>();
const count = (what: string): unknown => counted.set(what, (counted.get(what) ?? 0) + 1);

const buildOf = (index: number, ...words: readonly string[]): Build => ({
  root: projects[index % projects.length]?.root ?? '',
  pdf: true,
  words,
});
const inProcesses = (index: number): Build => buildOf(index, '--jobs', '2', '--cache', cache);

beforeAll(async () => {
  console.log(`seed ${SEED}`);
  mkdirSync(cache);
  for (const index of projects.keys()) {
    const from = performance.now();
    await builds.finish(buildOf(index, '--jobs', '1', '--no-cache'));
    lasts = performance.now() - from;
    whole.push(digestOf(builds.out));
  }
  expect(new Set(whole).size).toBe(projects.length);
}, 600_000);

afterAll(() => {
  console.log(Object.fromEntries(counted));
  for (const one of [builds, ...projects]) one.remove();
});

it('whoever is killed of a build in processes, no output is mixed, nobody goes on, and no later build takes what was cut short', async () => {
  for (const [index, { victim, at, lost }] of RANDOM_KILLS.entries()) {
    loseEntries(lost);
    const child = builds.start(inProcesses(index));
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const isThere = VICTIMS[victim] ?? (() => false);
    await Promise.race([ended, firstOf(isThere)]);
    await Promise.race([ended, pause((at / 1000) * lasts)]);
    const killed = kill(
      builds.running().filter(({ words }) => isThere(words)),
      at,
    );
    const [status] = await ended;
    const moment = `kill ${index} of ${victim}`;
    expect(await builds.survivors(), moment).toEqual([]);
    expect(builds.leftovers().length, moment).toBeLessThanOrEqual(1);
    const standing = whole.indexOf(builds.standing() ?? '');
    expect(standing, moment).not.toBe(-1);
    if (status === 0) expect(standing, moment).toBe(index % projects.length);
    count(`${victim} ${killed ? 'killed' : 'gone before'}, ${status === 0 ? 'the build ended' : 'no build'}`);
    if (index % FINISH_EVERY === FINISH_EVERY - 1) await finish(index + 1);
  }
}, 7_200_000);

async function firstOf(isThere: (words: string) => boolean): Promise<void> {
  while (!builds.running().some(({ words }) => isThere(words))) await pause(20);
}

function kill(victims: readonly Running[], choice: number): boolean {
  const pid = victims[choice % victims.length]?.pid;
  try {
    return pid !== undefined && process.kill(pid, 'SIGKILL');
  } catch {
    // It had ended in that moment.
    return false;
  }
}

/** Takes entries from the cache: none, every other one, or all. */
function loseEntries(how: 'none' | 'every other' | 'all'): void {
  const files = readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .map((name) => join(cache, name))
    .filter((path) => statSync(path).isFile());
  for (const [index, path] of files.entries())
    if (how === 'all' || (how === 'every other' && index % 2 === 0)) rmSync(path);
}

/** Also with what killed builds have left in the cache. */
async function finish(index: number): Promise<void> {
  await builds.finish(inProcesses(index));
  expect(builds.leftovers()).toEqual([]);
  expect(builds.temporaryFolders()).toEqual([]);
  expect(builds.processes()).toEqual([]);
  expect(whole.indexOf(digestOf(builds.out))).toBe(index % projects.length);
  count('builds that ended');
}
