import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Ajv } from 'ajv';
import { CORE_SCHEMA, load } from 'js-yaml';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageName } from '../../src/cli/init/package-file.ts';
import { FORGE, NAME } from '../../src/cli/init/questions.ts';
import { Answers } from '../../src/cli/new/answers.ts';
import { openDialogue } from '../../src/cli/new/dialogue.ts';
import { treeOf } from '../support/folder-tree.ts';
import { ROOT } from '../support/project.ts';
import { runHere, type Outcome } from './run-here.ts';

/** Somebody’s folder with a space and Chinese characters on the way to it. */
const above = mkdtempSync(join(tmpdir(), 'mingbai 决算-'));
afterAll(() => rmSync(above, { recursive: true, force: true }));

const run = (...words: readonly string[]): Promise<Outcome> => runHere(words);

function json(...path: readonly string[]): Record<string, unknown> {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as Record<string, unknown>;
}

describe('mingbai init', () => {
  const folder = join(above, '我的 决算');
  let made: Outcome;
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

  beforeAll(async () => {
    made = await run('init', folder, '--name', '示例市决算: “公开”');
  });

  it('makes a project in which nothing is found, and says what to do next', async () => {
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain(`cd "${folder}"`);
    expect(made.stdout).toContain('npm install');
    expect(await run('check', '--root', folder)).toEqual({
      status: 0,
      stdout: '核对 1 个单位 1 本决算：0 个错误，0 个警告，0 个提示\n',
      stderr: '',
    });
    expect(await run('explain', 'shili-danwei/2024', '收入.总计', '--root', folder)).toMatchObject({
      status: 0,
    });
  });

  it('shows how mistakes are told, as its README says', async () => {
    const path = 'content/units/shili-danwei/2024/accounts.yaml';
    const accounts = read(path);
    writeFileSync(join(folder, path), accounts.replace('收入.总计: 325.00', '收入.总计: 326.00'));
    const { status, stdout } = await run('check', '--root', folder);
    writeFileSync(join(folder, path), accounts);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^content\/units\/shili-danwei\/2024\/accounts\.yaml:\d+:\d+ error approved-total /mu,
    );
    expect(read('README.md')).toContain('把批复数 `收入.总计` 改成 326.00');
  });

  it('gives the site the name that was asked for', () => {
    expect(read('content/site.yaml')).toContain('# 网站的名称');
    expect(load(read('content/site.yaml'))).toEqual({ 站名: '示例市决算: “公开”' });
  });

  it('pins the program, and lets npm run what the program lets it', () => {
    const program = json(ROOT, 'package.json');
    expect(json(folder, 'package.json')).toEqual({
      name: 'juesuan',
      private: true,
      engines: program['engines'],
      scripts: { check: 'mingbai check', build: 'mingbai build', dev: 'mingbai dev', test: 'mingbai check' },
      dependencies: { mingbai: program['version'] },
      allowScripts: program['allowScripts'],
    });
  });

  it('leads each file to a schema that is there, and VS Code as here', () => {
    const files = [...treeOf(folder)].filter(([path]) => path.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(4);
    // `errorMessage` is a keyword of the editors' YAML support.
    const ajv = new Ajv({ strictTypes: false, keywords: ['errorMessage'] });
    for (const [path, bytes] of files) {
      const schema = /^# yaml-language-server: \$schema=(\S+)\n/u.exec(bytes.toString())?.[1] ?? 'none';
      ajv.validate(json(folder, dirname(path), schema), load(bytes.toString(), { schema: CORE_SCHEMA }));
      expect(ajv.errors, path).toBe(null);
    }
    const settings = '.vscode/settings.json';
    expect(json(folder, settings)).toEqual(json(ROOT, settings));
    for (const schema of Object.keys(json(folder, settings)['yaml.schemas'] as object))
      expect(existsSync(join(folder, schema)), schema).toBe(true);
  });

  it('writes what editors and npm look for under names with a dot', () => {
    for (const name of ['.gitignore', '.gitattributes', '.npmrc', '.puppeteerrc.cjs'])
      expect(read(name)).not.toBe('');
    expect([...treeOf(folder).keys()].filter((path) => path.includes('dot-'))).toEqual([]);
  });

  it('keeps the schemas as migrate makes them, and has them made anew for packs of its own', async () => {
    const migrated = (): Promise<Outcome> => run('migrate', '--root', folder);
    expect((await migrated()).stdout).toBe('都是现在的写法，没有要改的。\n');
    cpSync(join(ROOT, 'test/packs/meetings'), join(folder, 'templates/meetings'), { recursive: true });
    for (const name of ['accounts.yaml', 'narrative.yaml'])
      rmSync(join(folder, 'templates/meetings', name), { force: true });
    expect((await migrated()).stdout).toContain('content/schema/accounts.json');
    expect(read('content/schema/accounts.json')).toContain('"const": "meetings"');
    rmSync(join(folder, 'templates/meetings'), { recursive: true });
    await migrated();
  });

  it('begins a unit’s first year there by a pack of the program', async () => {
    const { status } = await run(
      ...[
        'new',
        'shi-weisheng/2024',
        '--name',
        '示例市卫生局',
        '--kind',
        '行政单位',
        '--pack',
        'xinjiang-2024',
      ],
      ...['--last-year', '有', '--forms', '无', '--root', folder],
    );
    expect(status).toBe(0);
    expect(read('content/units/shi-weisheng/2024/accounts.yaml')).toContain('模板: xinjiang-2024');
    rmSync(join(folder, 'content/units/shi-weisheng'), { recursive: true });
  });
});

describe('mingbai init in a folder that holds something', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(above, 'there-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  it('refuses to write over anything, lists it, and writes nothing', async () => {
    write('README.md', '我的\n');
    write('content/units', '一个文件\n');
    const before = treeOf(folder);
    const { status, stdout, stderr } = await run('init', folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('不会覆盖');
    expect([...stderr.matchAll(/^ {2}(.*)$/gmu)].map(([, path]) => path).sort()).toEqual([
      'README.md',
      'content/units',
    ]);
    expect(treeOf(folder)).toEqual(before);
  });

  it('refuses where it was run before', async () => {
    expect((await run('init', folder)).status).toBe(0);
    const before = treeOf(folder);
    const { status, stderr } = await run('init', folder);
    expect(status).toBe(2);
    expect(stderr).toContain('  content/site.yaml\n');
    expect(treeOf(folder)).toEqual(before);
  });

  it.each([
    ['of npm install, from a file', { dependencies: { mingbai: 'file:../x.tgz' } }, 'file:../x.tgz'],
    [
      'of npm install, from npm',
      { dependencies: { mingbai: '^0.0.1' } },
      json(ROOT, 'package.json')['version'],
    ],
    ['of npm init', { name: 'x', scripts: { test: 'echo "Error: no test specified" && exit 1' } }, undefined],
    [
      'of somebody’s own',
      { scripts: { test: 'mine', other: 'x' }, allowScripts: { esbuild: false } },
      undefined,
    ],
  ])('completes a package.json %s', async (_, own: Record<string, unknown>, mingbai) => {
    write('package.json', JSON.stringify(own));
    expect((await run('init', folder)).status).toBe(0);
    const scripts = own['scripts'] as Record<string, string> | undefined;
    expect(json(folder, 'package.json')).toMatchObject({
      ...own,
      private: true,
      scripts: {
        build: 'mingbai build',
        ...scripts,
        test: scripts?.['other'] === 'x' ? 'mine' : 'mingbai check',
      },
      dependencies: { mingbai: mingbai ?? json(ROOT, 'package.json')['version'] },
    });
  });

  it.each(['{ "name": ', '[]', '{ "scripts": "build" }', '{ "dependencies": null }'])(
    'refuses a package.json that cannot be completed, and says why: %s',
    async (text) => {
      write('package.json', text);
      const { status, stderr } = await run('init', folder);
      expect(status).toBe(2);
      expect(stderr).toContain('  package.json（读不懂：');
      expect(treeOf(folder).size).toBe(1);
    },
  );

  it('completes a package.json with a byte-order mark, as npm reads it', async () => {
    write('package.json', '\uFEFF{ "name": "x" }');
    expect((await run('init', folder)).status).toBe(0);
    expect(json(folder, 'package.json')).toMatchObject({ name: 'x', scripts: { build: 'mingbai build' } });
  });

  it('warns of a program that no other machine finds', async () => {
    write('package.json', JSON.stringify({ dependencies: { mingbai: 'file:../mingbai.tgz' } }));
    expect((await run('init', folder)).stdout).toContain(
      'file:../mingbai.tgz，别的电脑和流水线上没有这个文件',
    );
  });

  it('says where the workflows are for a project that exists already', async () => {
    await run('init', folder);
    const { stderr } = await run('init', folder, '--forge', 'gitlab');
    const from = /^只要加 gitlab 的流水线的，把 (.*) 里的文件照原样复制过来。$/mu.exec(stderr)?.[1] ?? '';
    expect(treeOf(from).has('.gitlab-ci.yml')).toBe(true);
  });

  it('refuses a file in the place of the folder', async () => {
    write('file', '');
    const { status, stderr } = await run('init', join(folder, 'file'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/已有同名的文件|不是文件夹/u);
  });

  it('stands beside what it does not touch', async () => {
    write('LICENSE', 'x\n');
    write('.npmrc', 'registry=https://npm.example/\n');
    write('content/units/shi-caizheng/unit.yaml', '名称: 示例市财政局\n');
    expect((await run('init', '.', '--root', folder)).status).toBe(0);
    expect(existsSync(join(folder, 'content/site.yaml'))).toBe(true);
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toBe('x\n');
    expect(readFileSync(join(folder, '.npmrc'), 'utf8')).toBe('registry=https://npm.example/\n');
  });
});

describe('mingbai init and forges', () => {
  it('writes the workflows of those that are named', async () => {
    const folder = join(above, 'forges');
    expect((await run('init', folder, '--forge', 'github，gitlab')).status).toBe(0);
    const paths = [...treeOf(folder).keys()];
    expect(paths.filter((path) => path.startsWith('.github/workflows/'))).not.toEqual([]);
    expect(paths).toContain('.gitlab-ci.yml');
    expect(paths.filter((path) => /^\.(?:gitea|workflow)\//u.test(path))).toEqual([]);
  });

  it('says that a forge reads no workflows of a folder within a repository', async () => {
    const repository = join(above, 'repository');
    spawnSync('git', ['init', '-q', repository]);
    const within = await run('init', join(repository, 'juesuan'), '--forge', 'github');
    expect(within.status).toBe(0);
    expect(within.stdout).toContain('这里的不会运行');
    const atTop = await run('init', repository, '--forge', 'github');
    expect(atTop.status).toBe(0);
    expect(atTop.stdout).not.toContain('不会运行');
  });

  it.each(['github,gitee', 'gitlab', 'gitea'])('has something for %s', async (forge) => {
    const [plain, more] = [join(above, `plain-${forge}`), join(above, `more-${forge}`)];
    await run('init', plain);
    expect((await run('init', more, '--forge', forge)).status).toBe(0);
    expect(treeOf(more).size).toBeGreaterThan(treeOf(plain).size);
  });

  it('is a wrong command for any other', async () => {
    const folder = join(above, 'other');
    const { status, stderr } = await run('init', folder, '--forge', 'github,svn');
    expect(status).toBe(2);
    expect(stderr).toContain('github、gitlab、gitee、gitea');
    expect(existsSync(folder)).toBe(false);
  });

  it('asks on a terminal what no option says', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const dialogue = openDialogue(input, output);
    const answers = new Answers({}, dialogue);
    const told = Promise.all([answers.to(NAME).then(async (name) => [name, await answers.to(FORGE)])]);
    for (const line of ['', 'github svn', '2']) {
      await new Promise((resolve) => setImmediate(resolve));
      input.write(`${line}\n`);
    }
    expect(await told).toEqual([['部门决算公开', ['gitlab']]]);
    dialogue.close();
    expect(String(output.read())).toContain('不能是“svn”');
  });
});

describe('the name of a project’s package', () => {
  it.each([
    ['juesuan', 'juesuan'],
    ['示例市决算', 'juesuan'],
    ['My Accounts 2024', 'my-accounts-2024'],
    ['.决算_a', 'a'],
    ['mingbai', 'juesuan'],
    ['Node_Modules', 'juesuan'],
  ])('of %s is %s', (folder, name) => {
    expect(packageName(folder)).toBe(name);
  });
});

describe('npm create mingbai', () => {
  it('is of the program’s version and needs exactly that', () => {
    const { version } = json(ROOT, 'package.json');
    expect(json(ROOT, 'scripts/create-mingbai/package.json')).toMatchObject({
      version,
      dependencies: { mingbai: version },
    });
  });

  it('runs mingbai init', () => {
    const installed = join(above, 'npx');
    mkdirSync(join(installed, 'node_modules'), { recursive: true });
    cpSync(join(ROOT, 'scripts/create-mingbai'), join(installed, 'node_modules/create-mingbai'), {
      recursive: true,
    });
    symlinkSync(ROOT, join(installed, 'node_modules/mingbai'));
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(installed, 'node_modules/create-mingbai/create.js'), '我的库'],
      { cwd: above, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('cd 我的库');
    expect(existsSync(join(above, '我的库/content/site.yaml'))).toBe(true);
  });
});
