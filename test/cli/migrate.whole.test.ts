import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OLDER_FOLDER } from '../migrate/older-files.ts';
import { differences, treeOf } from '../support/folder-tree.ts';
import { ROOT } from '../support/project.ts';
import type { Outcome } from './run-here.ts';
import { TemporaryProject } from './temporary-project.ts';

const REVENUE = 'templates/xinjiang-2023/tables/revenue.yaml';
const SCHEMA = 'content/schema/accounts.json';

let project: TemporaryProject;

beforeEach(() => {
  project = new TemporaryProject('changji-sme');
  cpSync(join(OLDER_FOLDER, 'templates'), join(project.root, 'templates'), { recursive: true });
  cpSync(join(ROOT, 'content/schema'), join(project.root, 'content/schema'), { recursive: true });
});

afterEach(() => {
  project.remove();
});

/** What a command printed, and the files that it changed. */
async function changing(
  ...words: readonly string[]
): Promise<Outcome & { readonly changed: readonly string[] }> {
  const before = treeOf(project.root);
  const outcome = await project.run(...words);
  return { ...outcome, changed: differences(before, treeOf(project.root)) };
}

describe('mingbai migrate', () => {
  it('rewrites the files of an older form, names every change, and has nothing to do the second time', async () => {
    expect((await project.run('check')).status).toBe(1);
    const first = await changing('migrate');
    expect(first.status).toBe(0);
    expect(first.changed).toContain(REVENUE);
    for (const path of first.changed) expect(first.stdout).toContain(path);
    expect(first.stdout).toMatch(/revenue\.yaml:\d+:\d+ 以前的写法：“逐科目”/u);
    expect((await project.run('check')).stdout).not.toContain('older-form');
    const second = await changing('migrate');
    expect(second).toMatchObject({ status: 0, stdout: '都是现在的写法，没有要改的。\n', changed: [] });
  });

  it('--dry-run prints the change as a patch and writes nothing', async () => {
    const text = project.read(REVENUE);
    const { status, stdout, stderr, changed } = await changing('migrate', '--dry-run');
    expect([status, changed]).toEqual([0, []]);
    expect(stderr).toContain('没有写任何文件');
    const patch = stdout.slice(stdout.indexOf(`--- a/${REVENUE}`)).split(/\n(?=--- )/u)[0] ?? '';
    expect(applyPatch(text, `${patch}\n`)).toBe(text.replace('逐科目: 收入', '逐科目: [类, 款, 项]'));
  });

  it('writes nothing if one file cannot be rewritten, and says which and why', async () => {
    project.write(REVENUE, project.read(REVENUE).replace('逐科目: 收入', '逐科目: 项目'));
    const { status, stderr, changed } = await changing('migrate');
    expect([status, changed]).toEqual([1, []]);
    expect(stderr).toMatch(/revenue\.yaml:\d+:\d+ error older-form .*没有“项目”这个清单/u);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it('of a unit, nothing outside its folder is rewritten', async () => {
    expect(await changing('migrate', 'changji-sme/2023')).toMatchObject({ status: 0, changed: [] });
  });

  it('makes the editors’ schemas anew where there are copies that say something else', async () => {
    await project.run('migrate');
    const current = project.read(SCHEMA);
    project.write(SCHEMA, JSON.stringify(JSON.parse(current)));
    expect((await changing('migrate')).changed).toEqual([]);
    project.write(SCHEMA, current.replace('"title": "年度"', '"title": "Year"'));
    expect((await changing('migrate')).changed).toEqual([SCHEMA]);
    expect(project.read(SCHEMA)).toBe(current);
  });

  it.each([
    ['a unit that does not exist', ['migrate', 'no-such-unit'], /没有单位“no-such-unit”/u],
    ['an option that it does not have', ['migrate', '--force'], /选项“--force”/u],
  ])('%s is a wrong command', async (_, words, message) => {
    expect(await changing(...words)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(message) as string,
      changed: [],
    });
  });
});

describe('mingbai --version', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
  };

  it.each([['--version'], ['-v']])('%s prints the version of the package', async (option) => {
    expect(await project.run(option)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
});
