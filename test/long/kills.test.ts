import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from '../cli/temporary-project.ts';
import { digestOf, fileDigests, KillableBuilds, type Build } from '../support/kills/killable-build.ts';

const TARGET = 'demo-bureau/2021';
/** Kills of each half. */
const KILLS = Number(process.env['MINGBAI_KILLS'] ?? 100);
const SEED = Number(process.env['MINGBAI_SEED'] ?? Date.now() % 1_000_000);
/** What is killed: all that runs but the browser, the launcher alone, or the launcher politely. */
const HOW = ['everything', 'the launcher', 'the launcher by TERM'] as const;
/** How to kill, and after how many thousandths of a build's time; doubles would nearly all be close to 0. */
const RANDOM_KILLS = fc.sample(
  fc.record({ how: fc.constantFrom(...HOW), at: fc.noBias(fc.integer({ min: 0, max: 1000 })) }),
  { numRuns: KILLS, seed: SEED },
);

/** After so many kills a build may end, and must leave nothing behind. */
const FINISH_EVERY = 10;

/** The same site before and after its unit was renamed: nearly each file of it says which. */
const projects = ['服务', '数据'].map((word) => {
  const project = new TemporaryProject('demo-bureau');
  const files = ['unit.yaml', '2021/narrative.yaml'].map((name) => `content/units/demo-bureau/${name}`);
  for (const file of files) project.write(file, project.read(file).replaceAll('政务服务局', `政务${word}局`));
  writeFileSync(join(project.root, 'content/site.yaml'), `站名: ${word}局的决算\n`);
  return project;
});

/** What has been counted, for the report at the end. */
const counted = new Map<string, number>();
const count = (what: string): unknown => counted.set(what, (counted.get(what) ?? 0) + 1);

let swap: KillableBuilds;
let anywhere: KillableBuilds;
/** Digests of the whole outputs, by build. */
const whole = new Map<string, string>();
let calls: readonly string[];
/** How long a build takes, in milliseconds. */
const lasts = { pages: 0, pdf: 0 };

const buildOf = (index: number, pdf = false): Build => {
  const root = projects[index % projects.length]?.root ?? '';
  return { root, target: TARGET, pdf };
};

beforeAll(async () => {
  console.log(`seed ${SEED}`);
  [swap, anywhere] = [new KillableBuilds(), new KillableBuilds()];
  const files: Readonly<Record<string, string>>[] = [];
  for (const [index, pdf] of [
    [0, false],
    [1, false],
    [0, true],
    [1, true],
  ] as const) {
    const from = performance.now();
    await anywhere.finish(buildOf(index, pdf));
    lasts[pdf ? 'pdf' : 'pages'] = performance.now() - from;
    whole.set(digestOf(anywhere.out), `${index}${pdf ? ' with PDF' : ''}`);
    files.push(fileDigests(anywhere.out));
  }
  const [one = {}, other = {}] = files;
  // Were most files the same in both, a mixture of them would go unnoticed.
  const same = Object.keys(one).filter((path) => one[path] === other[path]);
  expect(same.length).toBeLessThan(Object.keys(one).length / 2);
  await swap.finish(buildOf(0));
  calls = await swap.callsOfSwap(buildOf(1));
}, 600_000);

afterAll(() => {
  console.log(Object.fromEntries(counted));
  for (const one of [swap, anywhere, ...projects]) one.remove();
});

/** What must hold after any kill: one whole output, of one build, and at most one folder beside it. */
async function look(builds: KillableBuilds, moment: string): Promise<void> {
  expect(await builds.survivors(), moment).toEqual([]);
  expect(builds.leftovers().length, moment).toBeLessThanOrEqual(1);
  const standing = whole.get(builds.standing() ?? '');
  expect(standing, `after ${moment}: ${builds.leftovers().join()}`).toBeDefined();
  count(`kill ${moment}`);
}

async function finish(builds: KillableBuilds, index: number): Promise<void> {
  await builds.finish(buildOf(index));
  expect(builds.leftovers()).toEqual([]);
  expect(builds.temporaryFolders()).toEqual([]);
  expect(builds.processes()).toEqual([]);
  expect(whole.get(digestOf(builds.out))).toBe(String(index % projects.length));
  count('builds that ended');
}

describe.concurrent('200 kills of builds', () => {
  it('within the swap leave one whole output and one folder at most', async () => {
    for (const [index, call] of chosenCalls(calls, KILLS).entries()) {
      expect(await swap.dieInSwap(buildOf(index), call)).toBe(true);
      await look(swap, `in the swap before ${calls[call - 1] ?? ''}`);
      if (index % FINISH_EVERY === FINISH_EVERY - 1) await finish(swap, index);
    }
  }, 7_200_000);

  it('at any moment leave one whole output and one folder at most, and no process', async () => {
    for (const [index, { how, at }] of RANDOM_KILLS.entries()) {
      const pdf = index % 5 === 4;
      const child = anywhere.start(buildOf(index, pdf));
      const ended = once(child, 'exit');
      await Promise.race([ended, pause((at / 1000) * lasts[pdf ? 'pdf' : 'pages'])]);
      killAt(child.pid ?? 0, how);
      await ended;
      await look(anywhere, `of ${how}${pdf ? ' with PDF' : ''}`);
      if (index % FINISH_EVERY === FINISH_EVERY - 1) await finish(anywhere, index);
    }
  }, 7_200_000);
});

function killAt(pid: number, how: (typeof HOW)[number]): void {
  try {
    if (how === 'everything') process.kill(-pid, 'SIGKILL');
    else process.kill(pid, how === 'the launcher' ? 'SIGKILL' : 'SIGTERM');
  } catch {
    // It had ended in that moment.
  }
}

/** Half of the kills go to the calls around the two renames, one after the other; the rest is spread over all. */
function chosenCalls(names: readonly string[], kills: number): readonly number[] {
  const first = names.indexOf('writeFileSync');
  const around = names.slice(first, names.lastIndexOf('renameSync') + 4).length;
  return Array.from({ length: kills }, (_, index) =>
    index % 2 === 0
      ? first + 1 + ((index / 2) % around)
      : 1 + Math.floor((index * (names.length - 1)) / kills),
  );
}
