import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editYaml } from '../../src/source/writer/edit-yaml.ts';
import { valueAt, valueOf } from '../../src/source/writer/value.ts';
import type { YamlEdit } from '../../src/source/writer/edits.ts';
import { sourceFile } from '../../src/source/source-file.ts';
import { parseYaml, type YamlNode, type YamlPath } from '../../src/source/yaml.ts';
import { TemporaryProject } from './temporary-project.ts';

const UNIT = 'content/units/demo-bureau';
let project: TemporaryProject;

beforeAll(() => {
  project = new TemporaryProject('demo-bureau', 'changji-sme');
});

afterAll(() => project.remove());

function documentOf(text: string) {
  const { document } = parseYaml(sourceFile('a.yaml', text));
  if (document === undefined) throw new Error('does not parse');
  return document;
}

/** Fills every 待填 with what stands at the same keys in last year's file. */
function filled(text: string, last: string): string {
  return editYaml(text, fillings(documentOf(text).root, documentOf(last).root, []));
}

function fillings(now: YamlNode, before: YamlNode | undefined, at: YamlPath): readonly YamlEdit[] {
  if (before === undefined) return [];
  if (now.kind === 'mapping' && before.kind === 'mapping') {
    return [...now.entries.values()].flatMap(({ key, value }) =>
      fillings(value, before.entries.get(key)?.value, [...at, key]),
    );
  }
  if (now.kind === 'sequence' && before.kind === 'sequence') {
    return now.items.flatMap((item, index) => fillings(item, before.items[index], [...at, index]));
  }
  const fills = now.kind === 'scalar' && now.text === '待填' && before.kind === 'scalar';
  return fills ? [{ do: 'set', at, to: before.text }] : [];
}

function withSectionOf(text: string, other: string, name: string): string {
  const value = valueAt(valueOf(documentOf(other).root), [name]);
  if (value === undefined) throw new Error(`no ${name}`);
  return editYaml(text, [{ do: 'set', at: [name], to: value }]);
}

const reviewed = (text: string): string => text.replace(/^待核:\n( {2}- .*\n)+/m, '');

function filesOf(year: number): readonly string[] {
  return readdirSync(join(project.root, UNIT, String(year)), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

describe('mingbai new', () => {
  it('makes the same files as last year, with nothing but things to do in them', async () => {
    const { status, stdout } = await project.run('new', 'demo-bureau/2024');
    expect(status).toBe(0);
    expect(stdout).toMatch(/已新建 content\/units\/demo-bureau\/2024\/（由 2023 年度带出），共 \d+ 处待填：/);
    expect(filesOf(2024)).toEqual(filesOf(2023));
    const check = await project.run('check', 'demo-bureau/2024', '--format', 'json');
    const { diagnostics } = JSON.parse(check.stdout) as { diagnostics: { rule: string; message: string }[] };
    expect(check.status).toBe(1);
    expect([...new Set(diagnostics.map(({ rule }) => rule))].sort()).toEqual([
      'pack-year',
      'to-fill',
      'to-review',
    ]);
    expect(diagnostics.map(({ message }) => message).join('\n')).toContain('收入 40 处待填');
    expect(diagnostics.length).toBeLessThan(50);
  });

  it('keeps keys, codes, names and comments, and none of the numbers', () => {
    const text = project.read(`${UNIT}/2024/accounts.yaml`);
    expect(text).toContain('年度: 2024');
    expect(text).toContain('# 比国有资产中的车辆数多一辆');
    expect(text).toContain('    名称: 行政运行\n    一般公共预算:\n      基本支出: 待填');
    const withoutOpening = text.replace(/^年初结转和结余:\n( .*\n)+/m, '');
    expect(withoutOpening.replaceAll(/#.*/g, '').match(/: *-?\d+\.\d\d/g)).toBeNull();
    expect(text).not.toMatch(/^(印数|核对说明):/m);
  });

  it('carries the closing balances over to the new opening balances, code by code, and lists them for review', () => {
    const last = project.read(`${UNIT}/2023/accounts.yaml`);
    const text = project.read(`${UNIT}/2024/accounts.yaml`);
    const section = (of: string, name: string): string =>
      new RegExp(`^${name}:\\n((?: .*\\n)+)`, 'm').exec(of)?.[1] ?? '';
    expect(section(text, '年初结转和结余')).toContain('    "22999": 217117.90\n');
    expect(section(text, '年初结转和结余')).toBe(section(last, '年末结转和结余'));
    expect(text).toContain('# 由 2023 年度的年末结转和结余转来，逐项一致。\n年初结转和结余:\n');
    expect(text).not.toContain('与2022年度的年末结转和结余逐项一致');
    expect(text).toContain('待核:\n  - 年初结转和结余\n');
    expect(text).toContain('年末结转和结余:\n  一般公共预算:\n    "2010302": 待填\n');
  });

  it('empties reasons and results, and lists carried-over words for review', () => {
    const narrative = project.read(`${UNIT}/2024/narrative.yaml`);
    expect(narrative).toContain('待核:\n  - 主要职能\n');
    expect(narrative).toContain('  收入.总计: 待填\n');
    const form = project.read(`${UNIT}/2024/performance/project-1.yaml`);
    expect(form).toMatch(/完成值: 待填\n\s+分值: \d+\n\s+得分: 待填/);
    expect(form).toContain('  实际完成情况: 待填\n');
  });

  it('passes once everything is filled in and reviewed', async () => {
    for (const name of filesOf(2024)) {
      const path = `${UNIT}/2024/${name}`;
      const last = project.read(`${UNIT}/2023/${name}`);
      const text = reviewed(filled(project.read(path), last));
      // With last year's amounts in all other places, only last year's opening balances make the same totals.
      project.write(path, name === 'accounts.yaml' ? withSectionOf(text, last, '年初结转和结余') : text);
    }
    const { status, stdout } = await project.run('check', 'demo-bureau/2024');
    expect(stdout).toMatch(/核对 1 个单位 1 本决算：0 个错误/);
    expect(status).toBe(0);
  });

  it('can be followed by the year after', async () => {
    project.write(
      `${UNIT}/2024/narrative.yaml`,
      project.read(`${UNIT}/2024/narrative.yaml`).replace('主要职能:', '待核:\n  - 原因\n\n主要职能:'),
    );
    expect((await project.run('new', 'demo-bureau/2025')).status).toBe(0);
    const text = project.read(`${UNIT}/2025/narrative.yaml`);
    expect(text.match(/^待核:/gm)).toHaveLength(1);
    expect(text.startsWith(project.read(`${UNIT}/2023/narrative.yaml`).slice(0, 80))).toBe(true);
  });

  it('drops pinned prints with the comment above them', async () => {
    expect((await project.run('new', 'changji-sme/2024')).status).toBe(0);
    const text = project.read('content/units/changji-sme/2024/accounts.yaml');
    expect(text).not.toContain('印数');
    expect(text).not.toContain('公开文本印出的数，与四舍五入的结果不同');
  });

  it('does not overwrite', async () => {
    const before = project.read(`${UNIT}/2023/accounts.yaml`);
    const { status, stderr } = await project.run('new', 'demo-bureau/2023');
    expect(status).toBe(2);
    expect(stderr).toContain('已经存在，不会覆盖');
    expect(project.read(`${UNIT}/2023/accounts.yaml`)).toBe(before);
  });

  it.each([
    [['new'], '应写成 mingbai new 单位/年度'],
    [['new', 'demo-bureau'], '应写成 mingbai new 单位/年度'],
    [['new', 'demo-bureua/2024'], '是否为“demo-bureau”'],
    [['new', 'demo-bureau/24'], '应写成 mingbai new 单位/年度'],
    [['new', 'demo-bureau/2019'], '没有适用 2019 年度的模板包'],
    [['new', 'demo-bureau/3024'], '应写成 mingbai new 单位/年度'],
  ])('%j exits with 2 and one sentence', async (words, sentence) => {
    const { status, stderr } = await project.run(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('writes nothing when last year cannot be read', async () => {
    const folder = join(project.root, 'content/units/broken/2023');
    mkdirSync(folder, { recursive: true });
    project.write('content/units/broken/unit.yaml', '名称: 示例\n类型: 行政单位\n下属单位: []\n');
    project.write('content/units/broken/2023/accounts.yaml', '年度: [2023\n');
    const { status, stderr } = await project.run('new', 'broken/2024');
    expect(status).toBe(1);
    expect(stderr).toContain('error yaml-syntax');
    expect(existsSync(join(project.root, 'content/units/broken/2024'))).toBe(false);
    rmSync(join(project.root, 'content/units/broken'), { recursive: true });
  });
});
