import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceFile } from '../../src/source/source-file.ts';
import { isMap, valueOf, type YamlValue } from '../../src/source/writer/value.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { ROOT } from '../support/project.ts';
import { TemporaryProject } from './temporary-project.ts';

const BOOKS = ['demo-bureau-2023.xls', 'demo-bureau-2023-budget.xls', 'demo-bureau-2023-supplements.ods'].map(
  (name) => join(ROOT, 'test/import/fixtures', name),
);
const ANSWERS = ['--last-year', '机构改革', '--forms', '整体,项目=1'];

let project: TemporaryProject;
beforeEach(() => {
  project = new TemporaryProject('demo-bureau');
  cpSync(join(ROOT, 'content/schema'), join(project.root, 'content/schema'), { recursive: true });
  rmSync(join(project.root, 'content/units/demo-bureau/2023'), { recursive: true });
});
afterEach(() => project.remove());

function filesOf(unit: string): readonly string[] {
  return readdirSync(join(project.root, 'content/units', unit), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

/** `path = value` for everything that a file enters, whatever its order. */
function entered(path: string): readonly string[] {
  const { document } = parseYaml(sourceFile(path, project.read(path)));
  const leaves = (value: YamlValue, at: string): readonly string[] =>
    isMap(value)
      ? [...value].flatMap(([key, one]) => leaves(one, `${at}.${key}`))
      : [`${at} = ${String(value)}`];
  return document === undefined ? [] : leaves(valueOf(document.root), '').toSorted();
}

async function toDo(unit: string): Promise<readonly string[]> {
  const { stdout } = await project.run('check', unit, '--format', 'json');
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { rule: string; severity: string; file: string }[];
  };
  return diagnostics
    .filter(({ severity }) => severity !== 'note')
    .map(({ rule, file }) => `${rule} ${file.replace(/^.*new-bureau\//, '')}`)
    .toSorted();
}

describe('a first booklet, by mingbai new and by mingbai import', () => {
  it('comes to the same in either order', async () => {
    const begin = ['new', 'new-bureau/2023', '--kind', '行政单位', ...ANSWERS];
    const named = [...begin, '--name', '示例市政务服务局', '--pack', 'demo-2023'];
    expect((await project.run(...named)).status).toBe(0);
    await project.run('import', 'new-bureau/2023', ...BOOKS);
    const made = filesOf('new-bureau');
    const first = made.map((name) => entered(`content/units/new-bureau/${name}`));
    const left = await toDo('new-bureau');
    rmSync(join(project.root, 'content/units/new-bureau'), { recursive: true });

    expect((await project.run('import', 'new-bureau/2023', ...BOOKS, '--pack', 'demo-2023')).status).toBe(0);
    const { status, stdout } = await project.run(...begin);
    expect(status).toBe(0);
    expect(stdout).toContain('已有的 content/units/new-bureau/unit.yaml 补上了答的');
    expect(stdout).toContain('已有的 content/units/new-bureau/2023/accounts.yaml 补上了答的');
    expect(filesOf('new-bureau')).toEqual(made);
    expect(made.map((name) => entered(`content/units/new-bureau/${name}`))).toEqual(first);
    expect(await toDo('new-bureau')).toEqual(left);
    expect(new Set(left.map((one) => one.split(' ')[0]))).toEqual(new Set(['to-fill']));
    expect(left.some((one) => one.endsWith('accounts.yaml'))).toBe(false);
  });

  it('asks nothing that the imported files say: their pack, their name', async () => {
    await project.run('import', 'new-bureau/2023', BOOKS[0] ?? '', '--pack', 'demo-2023');
    const pack = await project.run(
      'new',
      'new-bureau/2023',
      '--kind',
      '行政单位',
      '--pack',
      'xinjiang-2023',
      ...ANSWERS,
    );
    expect(pack.stderr).toContain('accounts.yaml 的“模板”是 demo-2023，与 --pack 不同');
    const name = await project.run(
      'new',
      'new-bureau/2023',
      '--name',
      '甲',
      '--kind',
      '行政单位',
      ...ANSWERS,
    );
    expect(name.stderr).toContain('unit.yaml 已经有了，名称、类型照它；请去掉 --name');
    const nothing = await project.run('new', 'new-bureau/2023');
    expect(nothing.stderr.split('\n')[0]?.match(/--[a-z-]+/g)).toEqual(['--kind', '--last-year', '--forms']);
  });
});

describe('the year after another, by mingbai new and by mingbai import', () => {
  it('new after import brings the texts and forms of last year, and leaves what was imported', async () => {
    await project.run('import', 'demo-bureau/2023', ...BOOKS);
    const accounts = project.read('content/units/demo-bureau/2023/accounts.yaml');
    const { status, stdout } = await project.run('new', 'demo-bureau/2023');
    expect(status).toBe(0);
    expect(stdout).toContain('已有的照旧：content/units/demo-bureau/2023/accounts.yaml');
    expect(project.read('content/units/demo-bureau/2023/accounts.yaml')).toBe(accounts);
    expect(filesOf('demo-bureau/2023')).toEqual(filesOf('demo-bureau/2022'));
    expect((await project.run('new', 'demo-bureau/2023')).stderr).toContain('已经存在，不会覆盖');
  });

  it('forms that somebody has chosen are not joined by those of last year', async () => {
    await project.run('new', 'demo-bureau/2023');
    for (const name of ['project-5.yaml', 'project-6.yaml'])
      rmSync(join(project.root, 'content/units/demo-bureau/2023/performance', name));
    rmSync(join(project.root, 'content/units/demo-bureau/2023/narrative.yaml'));
    expect((await project.run('new', 'demo-bureau/2023')).status).toBe(0);
    expect(filesOf('demo-bureau/2023')).not.toContain('performance/project-5.yaml');
    expect(filesOf('demo-bureau/2023')).toContain('narrative.yaml');
  });

  it('import after new leaves to fill in what no given file says, and no conflict', async () => {
    await project.run('new', 'demo-bureau/2023');
    const { status, stdout } = await project.run('import', 'demo-bureau/2023', ...BOOKS);
    expect(stdout).not.toContain('对不上的');
    expect(status).toBe(0);
    const open = entered('content/units/demo-bureau/2023/accounts.yaml').filter((one) =>
      one.endsWith('= 待填'),
    );
    // Sums that no sheet prints, and those of self-evaluation forms: last year's accounts list them as approved.
    expect(
      open.every((one) => /^\.批复数\.(?:支出\.非财政拨款|财政拨款|年初预算\.财政拨款|绩效)/.test(one)),
    ).toBe(true);
    expect(open).toHaveLength(11);
  });
});
