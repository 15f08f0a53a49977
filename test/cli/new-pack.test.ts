import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from './temporary-project.ts';

let project: TemporaryProject;
let added: string[] = [];

beforeAll(() => {
  project = new TemporaryProject('changji-sme', 'demo-bureau');
});

afterAll(() => project.remove());

afterEach(() => {
  for (const folder of added) rmSync(join(project.root, folder), { recursive: true, force: true });
  added = [];
});

function addFile(folder: string, name: string, text: string): void {
  added.push(folder);
  mkdirSync(join(project.root, folder), { recursive: true });
  project.write(`${folder}/${name}`, text);
}

function addPack(name: string, years: string, parent = 'xinjiang-2023'): void {
  addFile(`templates/${name}`, 'pack.yaml', `名称: 示例\n依据: 示例\n年度: ${years}\n继承: ${parent}\n`);
}

/** Makes a unit's new year: what is said of it, and the pack that its accounts name. */
async function newYear(unit: string, year: number): Promise<{ said: string; pack: string | undefined }> {
  const folder = `content/units/${unit}/${year}`;
  added.push(folder);
  const { status, stdout } = await project.run('new', `${unit}/${year}`);
  expect(status).toBe(0);
  return { said: stdout, pack: /^模板: (.*)$/m.exec(project.read(`${folder}/accounts.yaml`))?.[1] };
}

async function packFindings(unit: string, year: number): Promise<readonly string[]> {
  const { stdout } = await project.run('check', `${unit}/${year}`);
  return stdout.split('\n').filter((line) => line.includes(' pack-year '));
}

describe("mingbai new picks the new year's pack", () => {
  it('of the same family, and says so', async () => {
    const { said, pack } = await newYear('changji-sme', 2024);
    expect(pack).toBe('xinjiang-2024');
    expect(said).toContain(
      '模板包“xinjiang-2023”适用 2023 年度，“模板”改成了同系列 2024 年度的“xinjiang-2024”',
    );
    expect(await packFindings('changji-sme', 2024)).toEqual([]);
  });

  it('which is that of last year where that is for both', async () => {
    addPack('demo-2024', '2024');
    project.write(
      'templates/demo-2023/pack.yaml',
      project.read('templates/demo-2023/pack.yaml').replace('2023]', '2023, 2024]'),
    );
    const { said, pack } = await newYear('demo-bureau', 2024);
    project.write(
      'templates/demo-2023/pack.yaml',
      project.read('templates/demo-2023/pack.yaml').replace(', 2024]', ']'),
    );
    expect(pack).toBe('demo-2023');
    expect(said).not.toContain('模板包');
  });

  it('and none of another family, whatever it inherits: what to do is said, and works', async () => {
    addPack('shifan-2024', '2024', 'demo-2023');
    const { said, pack } = await newYear('demo-bureau', 2024);
    expect(pack).toBe('demo-2023');
    const advice =
      '没有 2024 年度的同系列模板包。格式没有变的，在“demo-2023”的“年度”里加上 2024，变了的，运行 npx mingbai pack new demo-2024 --from demo-2023 --year 2024 新建一个';
    expect(said).toContain(`模板包“demo-2023”适用 2021、2022、2023 年度；${advice}`);
    expect((await packFindings('demo-bureau', 2024)).join()).toContain(advice);

    added.push('templates/demo-2024');
    const words = ['demo-2024', '--from', 'demo-2023', '--year', '2024'];
    expect((await project.run('pack', 'new', ...words)).status).toBe(0);
    rmSync(join(project.root, 'content/units/demo-bureau/2024'), { recursive: true });
    expect((await newYear('demo-bureau', 2024)).pack).toBe('demo-2024');
    expect(await packFindings('demo-bureau', 2024)).toEqual([]);
  });

  it('and leaves the choice where several fit', async () => {
    addPack('demo-2024', '2024');
    addPack('demo', '[2024, 2025]');
    const { said, pack } = await newYear('demo-bureau', 2024);
    expect(pack).toBe('demo-2023');
    expect(said).toContain(
      '2024 年度的同系列模板包是“demo”、“demo-2024”，请把 accounts.yaml 的“模板”改成其中适用的一个',
    );
  });

  it('and takes none that cannot be used', async () => {
    addPack('demo-2024', '2024', 'nowhere');
    const { said, pack } = await newYear('demo-bureau', 2024);
    expect(pack).toBe('demo-2023');
    expect(said).toContain('模板包“demo-2024”现在还不能用于 2024 年度');
  });
});

describe("mingbai new tells which classifications have no table of the new year's own", () => {
  it.each([
    [2024, [['经济分类', 2023, 'economic']]],
    [
      2025,
      [
        ['功能分类', 2024, 'functional'],
        ['经济分类', 2023, 'economic'],
      ],
    ],
  ] as const)('%i', async (year, tables) => {
    const { said } = await newYear('changji-sme', year);
    const lines = said.split('\n').filter((line) => line.includes('科目表'));
    expect(lines).toEqual(
      tables.map(
        ([name, from, file]) =>
          `没有 ${year} 年度的${name}科目表，照 ${from} 年度的；科目有增改的，用 npx mingbai codes 科目表.xlsx --year ${year} 读官方的科目表，或新建 content/codes/${year}/${file}.yaml，写“沿用: ${from}”和不同的科目`,
      ),
    );
  });

  it('and nothing where both have one', async () => {
    addFile('content/codes/2025', 'functional.yaml', '年度: 2025\n沿用: 2024\n科目: {}\n');
    addFile('content/codes/2025', 'economic.yaml', '年度: 2025\n沿用: 2023\n科目: {}\n');
    expect((await newYear('changji-sme', 2025)).said).not.toContain('科目表');
  });
});
