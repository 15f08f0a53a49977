import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';
import { TemporaryProject } from './temporary-project.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';

/** Text, JSON and those of GitHub and SARIF. */
const FORMS = 4;

/** A project that holds units and neither packs nor code tables. */
let project: TemporaryProject;
let accounts: string;

beforeAll(() => {
  project = new TemporaryProject('demo-bureau');
  for (const folder of ['templates', 'content/codes'])
    rmSync(join(project.root, folder), { recursive: true });
  accounts = project.read(ACCOUNTS);
});
afterEach(() => {
  project.write(ACCOUNTS, accounts);
  rmSync(join(project.root, 'templates'), { recursive: true, force: true });
});
afterAll(() => project.remove());

/** Gives the project a pack of its own: a copy of the program's with one text of one file replaced. */
function ownPack(name: string, file: string, from: string, to: string): void {
  cpSync(join(ROOT, 'templates', name), join(project.root, 'templates', name), { recursive: true });
  const path = `templates/${name}/${file}`;
  const text = project.read(path);
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  project.write(
    path,
    text.replace(from, () => to),
  );
}

/** Gives the project a pack of its own from which nothing can be printed. */
function incompletePack(): void {
  mkdirSync(join(project.root, 'templates/xinjiang-2023'), { recursive: true });
  project.write('templates/xinjiang-2023/pack.yaml', '名称: 自己的\n依据: 虚构\n年度: 2023\n');
}

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
}

async function found(): Promise<readonly Found[]> {
  const { stdout } = await project.run('check', '--format', 'json');
  return (JSON.parse(stdout) as { diagnostics: readonly Found[] }).diagnostics;
}

describe('packs of the program', () => {
  it('are used by name, and nothing is found in them', async () => {
    expect(await found()).toEqual([]);
  });

  it('are all known by name, those too that no unit uses', async () => {
    project.write(ACCOUNTS, accounts.replace('模板: demo-2023', '模板: xinjiang-2032'));
    expect((await found()).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/没有模板包“xinjiang-2032”.*是否为“?xinjiang-2023/u),
    );
    project.write(ACCOUNTS, accounts.replace('模板: demo-2023', '模板: xinjiang-2024'));
    expect((await found()).find(({ rule }) => rule === 'pack-year')?.message).toContain(
      '2023 年度的同系列模板包是“xinjiang-2023”',
    );
  });

  it('are compared, inherited and imported by as the project’s own are', async () => {
    expect((await project.run('pack', 'diff', 'ministry-2024', 'xinjiang-2024')).status).toBe(1);
    expect((await project.run('pack', 'new', 'shifan-2024', '--from', 'ministry-2024')).status).toBe(0);
    expect((await project.run('pack', 'ministry-2024', '--words')).stdout).toContain('收入.总计');
    const book = join(ROOT, 'test/import/fixtures/demo-bureau-2023.xls');
    const { stderr, stdout } = await project.run(
      ...['import', 'new-bureau/2023', book, '--pack', 'demo-2023', '--dry-run'],
    );
    expect(stderr + stdout).toContain('模板: demo-2023');
  });

  it('are not to be changed: of a year that they are not for, only a new pack is spoken of', async () => {
    const name = '模板: ministry-2024';
    const path = 'content/units/demo-bureau/2021/accounts.yaml';
    const before = project.read(path);
    project.write(path, before.replace('模板: demo-2023', name));
    const message = (await found()).find(({ rule }) => rule === 'pack-year')?.message;
    project.write(path, before);
    expect(message).toContain('“ministry-2024”是程序自带的，不能改');
    expect(message).toContain('npx mingbai pack new ministry-2021 --from ministry-2024 --year 2021');
    const { status, stderr } = await project.run('pack', 'new', 'xinjiang-2024', '--from', 'xinjiang-2023');
    expect(status).toBe(2);
    expect(stderr).toContain('“xinjiang-2024”是程序自带的模板包');
  });

  it('give way to one of the project’s own of that name', async () => {
    ownPack('demo-2023', 'pack.yaml', '年度: [2021, 2022, 2023]', '年度: [2021, 2022]');
    expect((await found()).map(({ rule, file }) => [rule, file])).toEqual([['pack-year', ACCOUNTS]]);
  });

  it('say nothing of an own pack that does not fit them as long as nobody uses them', async () => {
    // The program’s demo-2023 and xinjiang-2024 inherit it.
    incompletePack();
    rmSync(join(project.root, 'content/units/demo-bureau'), { recursive: true });
    cpSync(join(ROOT, 'scripts/starter/content/units/shili-danwei'), join(project.root, 'content/units/x'), {
      recursive: true,
    });
    const files = (await found()).map(({ file }) => file);
    rmSync(join(project.root, 'content/units/x'), { recursive: true });
    cpSync(join(ROOT, 'content/units/demo-bureau'), join(project.root, 'content/units/demo-bureau'), {
      recursive: true,
    });
    expect([...new Set(files)]).toEqual(['templates/xinjiang-2023/pack.yaml']);
  });

  it('are shown at a path that exists, in every form', async () => {
    // The program’s demo-2023, which is in use, inherits it and lacks what it no longer says.
    incompletePack();
    const shown: string[] = [];
    const { stdout: text } = await project.run('check');
    shown.push(...text.matchAll(/^ *(\S+?):\d+:\d+ /gmu).map(([, file = '']) => file));
    const { stdout: github } = await project.run('check', '--format', 'github');
    shown.push(...github.matchAll(/file=([^,]+)/gu).map(([, file = '']) => file));
    shown.push(...(await found()).map(({ file }) => file));
    const { stdout: sarif } = await project.run('check', '--format', 'sarif');
    shown.push(...sarif.matchAll(/"uri": "([^"]+)"/gu).map(([, file = '']) => decodeURIComponent(file)));
    expect(shown.filter((file) => !existsSync(join(project.root, file)))).toEqual([]);
    const ofProgram = relative(project.root, join(ROOT, 'templates/demo-2023/pack.yaml'));
    expect(shown.filter((file) => file === ofProgram).length).toBeGreaterThanOrEqual(FORMS);
  });

  it('are the same on both sides of a comparison', async () => {
    const git = (...words: readonly string[]): void => {
      const own = ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'commit.gpgsign=false'];
      spawnSync('git', [...own, ...words], { cwd: project.root });
    };
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-qm', 'base');
    expect(await project.run('diff', 'HEAD')).toEqual({ status: 0, stdout: '没有变化。\n', stderr: '' });
    project.write(ACCOUNTS, accounts.replace(/(?<=因公出国（境）人次: )\d+/gu, '99'));
    const { status, stdout } = await project.run('diff', 'HEAD', '--format', 'json');
    expect(status).toBe(1);
    const change = JSON.parse(stdout) as {
      figures: readonly { id: string }[];
      sentences: readonly unknown[];
    };
    expect(change.figures.map(({ id }) => id)).toContain('三公经费.因公出国（境）人次');
    expect(change.sentences.length).toBeGreaterThan(0);
  });
});
