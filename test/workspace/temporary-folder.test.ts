import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runningAs } from '../../src/workspace/process-identity.ts';
import { temporaryFolder } from '../../src/workspace/temporary-folder.ts';

const MODULE = JSON.stringify(join(import.meta.dirname, '../../src/workspace/temporary-folder.ts'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-temporary-'));
  vi.stubEnv('TMPDIR', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** What another process says that makes a temporary folder and then does something. */
function elsewhere(script: string): string {
  const code = `
    import { spawn } from 'node:child_process';
    const { temporaryFolder, occupy } = await import(${MODULE});
    const folder = temporaryFolder();
    ${script}`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }).stdout;
}

it('a temporary folder goes when its process ends, also by a fault', () => {
  elsewhere('throw new Error("a fault")');
  expect(readdirSync(folder)).toEqual([]);
});

it('one of a process that was killed is swept by the next, and what still works in it ends', async () => {
  const pid = Number(
    elsewhere(`
      const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
      occupy(folder, child.pid);
      process.stdout.write(String(child.pid), () => process.kill(process.pid, 'SIGKILL'));`),
  );
  const [abandoned = ''] = readdirSync(folder);
  expect(existsSync(`/proc/${pid}`)).toBe(true);
  const own = temporaryFolder();
  expect(readdirSync(folder)).toEqual([basename(own)]);
  expect(abandoned).not.toBe(basename(own));
  for (let tries = 0; tries < 50 && runningAs(`${pid}-0`) !== undefined; tries += 1) await pause(20);
  expect(runningAs(`${pid}-0`)).toBeUndefined();
});

it('one whose process number was given to another process since is swept, one of a living process stays', () => {
  const child = spawn('sleep', ['600']);
  try {
    const own = basename(temporaryFolder());
    const named = (pid: number, began: string): string =>
      own.replace(/-\d+-\d+-[^-]+$/, `-${pid}-${began}-abcdef`);
    const [, began = ''] = /-(\d+)-[^-]+$/.exec(own) ?? [];
    const [living, reused] = [named(process.pid, began), named(child.pid ?? 0, '1')];
    for (const name of [living, reused]) mkdirSync(join(folder, name));
    temporaryFolder();
    expect(readdirSync(folder)).toContain(living);
    expect(readdirSync(folder)).not.toContain(reused);
  } finally {
    child.kill('SIGKILL');
  }
});
