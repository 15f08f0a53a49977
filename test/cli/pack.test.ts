import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';
import { TemporaryProject } from './temporary-project.ts';

let project: TemporaryProject;

beforeAll(() => {
  project = new TemporaryProject('changji-sme', 'demo-bureau');
});

afterAll(() => project.remove());

/** A pack folder of one file. */
function addPack(name: string, text: string): void {
  mkdirSync(join(project.root, 'templates', name), { recursive: true });
  project.write(`templates/${name}/pack.yaml`, text);
}

/** What a wrong command is told. */
async function refusalOf(words: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await project.run(...words);
  expect([status, stdout]).toEqual([2, '']);
  return stderr;
}

describe('mingbai pack NAME --words', () => {
  it('lists what the templates can name, a line each, with examples from a unit', async () => {
    const { status, stdout, stderr } = await project.run('pack', 'demo-2023', '--words');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('例子取自 demo-bureau/2023');
    expect(stdout).toMatch(/^收入\.总计 +6399\.73 万元 +收入总计$/m);
  });

  it('takes examples from the unit or the year that is asked for', async () => {
    expect((await project.run('pack', 'demo-2023', '--words', '--unit', 'changji-sme')).stdout).toContain(
      '文字 {{单位.名称}} → 昌吉回族自治州中小企业发展局',
    );
    expect(
      (await project.run('pack', 'demo-2023', '--words', '--unit', 'demo-bureau/2021')).stdout,
    ).toContain('文字 {{年度}} → 2021');
  });

  it('ends quietly when its reader has read enough', () => {
    const command = `"${process.execPath}" "${join(ROOT, 'scripts/mingbai.js')}" pack demo-2023 --words --root "${project.root}" | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(stdout).toMatch(/^模板包 demo-2023.*\n$/);
    expect(stderr).toBe('');
  });

  it('prints JSON for editors', async () => {
    const { status, stdout } = await project.run('pack', 'xinjiang-2023', '--words', '--format', 'json');
    expect(status).toBe(0);
    const words = JSON.parse(stdout) as { pack: string; figures: object[]; lists: object[] };
    expect(words.pack).toBe('xinjiang-2023');
    expect(words.figures).toContainEqual({
      id: '收入.总计',
      label: '收入总计',
      unit: '万元',
      prints: '513.95',
      endings: ['上年', '增减额', '增减率'],
    });
  });

  it('shows the words of what a draft inherits, while the draft itself is wrong', async () => {
    addPack('draft', '名称: 草稿\n依据: 无\n年度: 2024\n继承: xinjiang-2023\n书名: "{{单位.名字}}决算"\n');
    const { status, stdout, stderr } = await project.run('pack', 'draft', '--words');
    expect(status).toBe(1);
    expect(stderr).toContain('templates/draft/pack.yaml:5:');
    expect(stderr).toContain('模板包“draft”有错误，不能使用；请先改正。以下是它所继承的“xinjiang-2023”的词');
    expect(stdout).toContain('模板包 xinjiang-2023');
  });

  it.each([
    [['pack'], '应写成 mingbai pack 模板包 --words'],
    [['pack', 'demo-2023'], '应写成 mingbai pack 模板包 --words'],
    [
      ['pack', 'demo-2032', '--words'],
      '没有模板包“demo-2032”，模板包是 templates/ 下的文件夹名；是否为“demo-2023”？',
    ],
    [['pack', 'demo-2023', '--words', '--format', 'yaml'], '--format 只能是 text、json 之一，不能是“yaml”'],
    [['pack', 'demo-2023', '--words', '--unit', 'demo-bureu'], '是否为“demo-bureau”？'],
    [['pack', 'demo-2023', '--words', '--unit', 'changji-sme/2022'], 'changji-sme/2022 没有决算，不能举例'],
    [['pack', 'schema', '--words'], '没有模板包“schema”'],
  ])('%j is a wrong command', async (words, message) => {
    expect(await refusalOf(words)).toContain(message);
  });

  it('tells what is wrong where a unit cannot show examples', async () => {
    const path = 'content/units/demo-bureau/2022/accounts.yaml';
    const text = project.read(path);
    project.write(path, text.replace('金额单位: 元', '金额单位: 角'));
    const { status, stdout, stderr } = await project.run(
      'pack',
      'demo-2023',
      '--words',
      '--unit',
      'demo-bureau/2022',
    );
    project.write(path, text);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${path}:`);
    expect(stderr).toContain('demo-bureau/2022 有错误，不能举例');
    expect(stderr).not.toContain(' note ');
  });
});

describe('mingbai pack new', () => {
  it('makes a pack that prints what its base prints, of which check has nothing to say', async () => {
    const before = (await project.run('check')).stdout;
    const { status, stdout } = await project.run(
      'pack',
      'new',
      'shifan-2024',
      '--from',
      'xinjiang-2023',
      '--year',
      '2024',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('已新建 templates/shifan-2024/pack.yaml，继承 xinjiang-2023');
    expect((await project.run('check')).stdout).toBe(before);
    const diff = await project.run('pack', 'diff', 'xinjiang-2023', 'shifan-2024');
    expect([diff.status, diff.stdout]).toEqual([0, 'xinjiang-2023 与 shifan-2024 印出来没有不同\n']);
  });

  it('states the name, the year and the base, and shows all else as comments with what holds now', () => {
    const text = project.read('templates/shifan-2024/pack.yaml');
    const stated = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(stated).toEqual([
      '名称: shifan-2024',
      '依据: 沿用 xinjiang-2023',
      '年度: 2024',
      '继承: xinjiang-2023',
    ]);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../schema/pack.json');
    expect(text).toContain('# 书名: "{{单位.名称}}{{年度}}年度部门决算公开说明"\n');
    expect(text).toContain('# 部分:\n#   - 键: overview\n#     标题: 第一部分 单位概况\n');
    expect(text).toContain(
      '## 封面行：封面上书名以上的各行，如 监督索引号、公开日期；空的行不印（xinjiang-2023 没有写，例如）\n# 封面行:\n',
    );
    expect(text).toContain('##     templates/xinjiang-2023/parts/2-explanations.md.hbs\n');
    expect(text).toContain('##     templates/ministry-2024/tables/revenue.yaml\n');
  });

  it('means what it shows: with every comment in force it prints as before, but for its examples', async () => {
    const path = 'templates/shifan-2024/pack.yaml';
    project.write(path, project.read(path).replaceAll(/^# (?!yaml-language)/gm, ''));
    expect((await project.run('check')).stdout).not.toContain(path);
    const { status, stdout } = await project.run('pack', 'diff', 'xinjiang-2023', 'shifan-2024');
    expect(status).toBe(1);
    expect(stdout.split('\n').map((line) => line.split('：')[0])).toEqual([
      '封面行',
      '页眉',
      '自定措辞“结余”',
      '填报的数 会议费.决算数',
      '合计 两费.合计',
      '关系 公务接待费不超预算',
      '自定文字 会议费说明',
      'xinjiang-2023 与 shifan-2024 有 7 处不同',
      '',
    ]);
  });

  it('keeps what a pack in between states, and the years of its base', async () => {
    const { status } = await project.run('pack', 'new', 'shi', '--from', 'demo-2023');
    expect(status).toBe(0);
    const text = project.read('templates/shi/pack.yaml');
    expect(text).toContain('年度:\n  - 2021\n  - 2022\n  - 2023\n');
    expect(text).toContain('##     templates/demo-2023/glossary.yaml\n');
    expect(text).toContain('# 字面数:\n#   - 12月31日\n');
  });

  it('refuses a folder that exists', async () => {
    const before = project.read('templates/demo-2023/pack.yaml');
    const { status, stderr } = await project.run('pack', 'new', 'demo-2023', '--from', 'xinjiang-2023');
    expect(status).toBe(2);
    expect(stderr).toContain('已经存在，不会覆盖');
    expect(project.read('templates/demo-2023/pack.yaml')).toBe(before);
  });

  it('tells what is wrong in a base that cannot be used', async () => {
    addPack('broken', '名称: 坏\n依据: 无\n年度: 2024\n继承: xinjang-2023\n');
    const { status, stderr } = await project.run('pack', 'new', 'next', '--from', 'broken');
    expect(status).toBe(1);
    expect(stderr).toContain('templates/broken/pack.yaml:4:');
    expect(stderr).toContain('模板包“broken”有错误，改正后才能继承');
    expect(existsSync(join(project.root, 'templates/next'))).toBe(false);
  });

  it.each([
    [['pack', 'new'], '应写成 mingbai pack new 模板包 --from 模板包'],
    [['pack', 'new', 'next'], '应写成 mingbai pack new 模板包 --from 模板包'],
    [['pack', 'new', '示范-2024', '--from', 'demo-2023'], '“示范-2024”不能作模板包的名称'],
    [['pack', 'new', '../next', '--from', 'demo-2023'], '“../next”不能作模板包的名称'],
    [['pack', 'new', 'Next', '--from', 'demo-2023'], '“Next”不能作模板包的名称'],
    [['pack', 'new', 'diff', '--from', 'demo-2023'], '“diff”不能作模板包的名称，程序另有用处'],
    [['pack', 'new', 'schema', '--from', 'demo-2023'], '“schema”不能作模板包的名称，程序另有用处'],
    [
      ['pack', 'new', 'next', '--from', 'demo-202'],
      '没有模板包“demo-202”，模板包是 templates/ 下的文件夹名；是否为“demo-2023”？',
    ],
    [
      ['pack', 'new', 'next', '--from', 'demo-2023', '--year', '24'],
      '--year 应为四位年份，例如 2024，不能是“24”',
    ],
  ])('%j is a wrong command', async (words, message) => {
    expect(await refusalOf(words)).toContain(message);
    expect(existsSync(join(project.root, 'templates/next'))).toBe(false);
  });
});

describe('mingbai pack diff', () => {
  it('says what two packs print differently, and ends with 1', async () => {
    const { status, stdout } = await project.run('pack', 'diff', 'xinjiang-2023', 'demo-2023');
    expect(status).toBe(1);
    const [first = '', signs, second, last] = stdout.split('\n');
    expect(first).toMatch(
      /^文字 explanations “七、财政拨款‘三公’经费支出决算情况说明”：xinjiang-2023 为“.*公务用车运行费全年预算数/,
    );
    expect(signs).toBe('惯例“比较号”：xinjiang-2023 为“照填”，demo-2023 为“≥≤”');
    expect(second).toBe(
      '名词“‘三公’经费”：xinjiang-2023 为“……）费、公务用车购置及运行费和公务接待费。其中，因……”，demo-2023 为“……）费、公务用车购置及运行维护费和公务接待费。其中，因……”',
    );
    expect(last).toBe('xinjiang-2023 与 demo-2023 有 3 处不同');
  });

  it('shows what a pack holds, and does not let the terminal obey it', async () => {
    addPack('odd', '名称: 怪\n依据: 无\n年度: 2024\n继承: xinjiang-2023\n页眉: "决算\\u202e明公"\n');
    const { stdout, stderr } = await project.run('pack', 'diff', 'xinjiang-2023', 'odd');
    expect(stdout + stderr).not.toContain('\u202e');
    expect(stdout + stderr).toContain('\\u{202E}');
  });

  it('is no difference where a pack cannot be used', async () => {
    const { status, stdout, stderr } = await project.run('pack', 'diff', 'xinjiang-2023', 'broken');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('templates/broken/pack.yaml:4:');
    expect(stderr).toContain('模板包“broken”有错误，不能比较；请先改正');
  });

  it.each([
    [['pack', 'diff', 'demo-2023'], '应写成 mingbai pack diff 模板包 模板包'],
    [['pack', 'diff', 'demo-2023', 'xinjiang-2032'], '没有模板包“xinjiang-2032”'],
    [['pack', 'diff', 'demo-2023', 'demo-2023', 'demo-2023'], '应写成 mingbai pack diff 模板包 模板包'],
  ])('%j is a wrong command', async (words, message) => {
    expect(await refusalOf(words)).toContain(message);
  });
});

describe('mingbai pack', () => {
  it('ends with 2 on a wrong command', async () => {
    const { status, stdout, stderr } = await project.run('pack', 'demo-2032', '--words');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('是否为“demo-2023”？');
  });

  it('explains itself', async () => {
    const { status, stdout } = await project.run('pack', '--help');
    expect(status).toBe(0);
    for (const use of ['pack 模板包 --words', 'pack new 模板包 --from 模板包', 'pack diff 模板包 模板包'])
      expect(stdout).toContain(use);
    expect((await project.run('--help')).stdout).toContain('mingbai pack 模板包 --words');
  });
});
