import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';
import { TemporaryProject } from './temporary-project.ts';

const fixture = (name: string): string => join(ROOT, 'test/import/fixtures', name);
const TABLES = fixture('demo-bureau-2023.xls');
const LOCKED = fixture('locked.xlsx');

let project: TemporaryProject;
/** A booklet's first page, with a sentence that no pack has. */
let strange: string;

beforeAll(() => {
  project = new TemporaryProject();
  strange = join(project.root, '公开文本.txt');
  project.write(
    '公开文本.txt',
    '第一部分 单位概况\n一、主要职能\n本单位负责政务服务。\n二、机构设置及人员情况\n某局2023年度，实有人数14人，其中：在职人员8人，离休人员0人，退休人员6人。\n本年出差17次。\n',
  );
});
afterAll(() => project.remove());

describe('mingbai pack fit', () => {
  it('says how much of each file the pack explains, and ends with 0 where that is all', async () => {
    const { status, stdout, stderr } = await project.run('pack', 'fit', 'xinjiang-2023', TABLES);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe('demo-bureau-2023.xls：格 1315/1315（100.0%）\n');
  });

  it('lists what it does not explain with its place and the nearest sentence of its templates', async () => {
    const { status, stdout } = await project.run('pack', 'fit', 'xinjiang-2023', TABLES, strange, LOCKED);
    expect(status).toBe(1);
    const told = stdout.split('\n');
    expect(told).toContainEqual(expect.stringMatching(/^ {2}第 6 行 本年出差17次。$/));
    expect(told).toContainEqual(expect.stringMatching(/^ {6}最近的模板句：/));
    expect(told).toContain('locked.xlsx：文件有密码；请去掉密码后另存');
    expect(told.at(-2)).toMatch(
      /^合计 3 个，读不了 1 个：句子 \d+\/\d+（\d+\.\d%），数 \d+\/\d+（\d+\.\d%），格 1315\/1315（100\.0%）$/,
    );
  });

  it('prints the same as JSON for programs', async () => {
    const words = ['pack', 'fit', 'xinjiang-2023', strange, LOCKED, '--format', 'json'];
    const { status, stdout } = await project.run(...words);
    expect(status).toBe(1);
    const read = JSON.parse(stdout) as {
      pack: string;
      files: { file: string; refused?: string; unexplained?: object[] }[];
      summary: object;
    };
    expect(read.pack).toBe('xinjiang-2023');
    expect(read.files.map(({ file, refused }) => [file, refused !== undefined])).toEqual([
      ['公开文本.txt', false],
      ['locked.xlsx', true],
    ]);
    expect(read.files[0]?.unexplained).toContainEqual(
      expect.objectContaining({ kind: 'sentence', at: '第 6 行', text: '本年出差17次。' }),
    );
    expect(read.summary).toMatchObject({ files: 2, refused: 1, numbers: { all: 5, explained: 4 } });
  });

  it.each([
    [['pack', 'fit'], '应写成 mingbai pack fit 模板包 文件…'],
    [['pack', 'fit', 'xinjiang-2023'], '应写成 mingbai pack fit 模板包 文件…'],
    [['pack', 'fit', 'xinjiang-2032', TABLES], '没有模板包“xinjiang-2032”'],
    [['pack', 'fit', 'xinjiang-2023', '没有.pdf'], '没有文件“没有.pdf”'],
    [['pack', 'fit', 'xinjiang-2023', TABLES, '--format', 'html'], '--format 只能是 text、json 之一'],
  ])('%j is a wrong command', async (words, sentence) => {
    const { status, stdout, stderr } = await project.run(...words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });
});
