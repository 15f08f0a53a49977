import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from '../cli/temporary-project.ts';
import { ROOT } from '../support/project.ts';

let project: TemporaryProject;
let first: Buffer;

const BOOKLET = 'demo-bureau/2022';

beforeAll(() => {
  project = new TemporaryProject('demo-bureau');
  first = printed(project.root, {});
});

afterAll(() => project.remove());

/** The PDF that a program of its own makes of a project, with these variables of the environment; one without value is missing. */
function printed(root: string, changed: Readonly<Record<string, string | undefined>>): Buffer {
  const env = { ...process.env, ...changed };
  const words = ['build', BOOKLET, '--no-cache', '--root', root];
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/mingbai.js'), ...words], {
    env,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return readFileSync(join(root, 'dist', BOOKLET, 'booklet.pdf'));
}

describe('the PDF of a booklet has the same bytes', () => {
  it.each([
    ['in another time zone', { TZ: 'Pacific/Kiritimati' }],
    ['in another language', { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' }],
    ['with an empty locale', { LC_ALL: '', LANG: '' }],
    ['without a home', { HOME: undefined, XDG_CACHE_HOME: undefined, XDG_CONFIG_HOME: undefined }],
  ])('%s', (_, changed) => {
    expect(printed(project.root, changed).equals(first)).toBe(true);
  });

  it('in another folder', () => {
    const other = mkdtempSync(join(tmpdir(), '另一个 文件夹-'));
    cpSync(project.root, other, { recursive: true });
    const bytes = printed(other, {});
    rmSync(other, { recursive: true, force: true });
    expect(bytes.equals(first)).toBe(true);
  });

  it('on a busy machine', () => {
    const burners = [1, 2, 3].map(() => spawn(process.execPath, ['-e', 'for (;;);']));
    const bytes = printed(project.root, {});
    for (const burner of burners) burner.kill('SIGKILL');
    expect(bytes.equals(first)).toBe(true);
  });
});
