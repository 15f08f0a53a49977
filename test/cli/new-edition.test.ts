import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { treeOf } from '../support/folder-tree.ts';
import type { Outcome } from './run-here.ts';
import { TemporaryProject } from './temporary-project.ts';

const UNIT = 'content/units/demo-bureau';
const ACCOUNTS = `${UNIT}/2023/accounts.yaml`;
const PACK = '模板: demo-2023\n';
const PUBLISHED = `${PACK}公开:\n  公开日期: 2024-09-05 # 政府网站\n`;

let project: TemporaryProject;

beforeEach(() => {
  project = new TemporaryProject('demo-bureau');
});

afterEach(() => project.remove());

const again = (edition: string, ...words: readonly string[]): Promise<Outcome> =>
  project.run('new', 'demo-bureau/2023', '--edition', edition, ...words);
const tree = (folder: string) => treeOf(join(project.root, UNIT, folder));
const write = (from: string, to: string): void =>
  project.write(ACCOUNTS, project.read(ACCOUNTS).replace(from, to));

/** What a clerk fills in of the correction. */
function fill(day: string): void {
  write('日期: 待填', `日期: ${day}`);
  write('内容: 待填', '内容: 更正固定资产原值');
}

describe('mingbai new --edition', () => {
  it('keeps every file of the year byte for byte, and opens a correction in the year', async () => {
    write(PACK, PUBLISHED);
    const before = tree('2023');
    const text = project.read(ACCOUNTS);
    const { status, stdout } = await again('2');
    expect(status).toBe(0);
    expect(stdout).toContain(`第 1 版原样存到 ${UNIT}/2023-edition-1/（${before.size} 个文件）`);
    expect(tree('2023-edition-1')).toEqual(before);
    const correction = '  更正:\n    - 版次: 2\n      日期: 待填\n      内容: 待填\n';
    expect(project.read(ACCOUNTS)).toBe(text.replace(PUBLISHED, PUBLISHED + correction));
  });

  it('leaves a year that check asks to be filled in, and that is sound when it is', async () => {
    expect(await again('2')).toMatchObject({ status: 0 });
    const open = await project.run('check');
    expect(open).toMatchObject({ status: 1 });
    expect(open.stderr + open.stdout).toMatch(/2023\/accounts\.yaml:\d+:\d+ error to-fill 公开 2 处待填/u);
    fill('2024-10-08');
    expect(await project.run('check')).toMatchObject({ status: 0 });
  });

  it('keeps the second edition when the third follows', async () => {
    await again('2');
    fill('2024-10-08');
    const second = tree('2023');
    expect(await again('3')).toMatchObject({ status: 0 });
    expect(tree('2023-edition-2')).toEqual(second);
    const two = '    - 版次: 2\n      日期: 2024-10-08\n      内容: 更正固定资产原值\n';
    expect(project.read(ACCOUNTS)).toContain(`${two}    - 版次: 3\n      日期: 待填\n      内容: 待填\n`);
  });

  it.each([
    ['the copy exists', '2', () => again('2'), '2023-edition-1 已经存在，不会覆盖'],
    ['an edition is left out', '3', undefined, '是第 1 版，下一次更正是 --edition 2，不能是 3'],
    ['it is no number of an edition', '1', undefined, '--edition 应为更正后的版次，2 至 99 的整数'],
    [
      'the year is a draft',
      '2',
      () => write(PACK, `${PACK}公开:\n  稿本: 征求意见稿\n`),
      '写着“稿本: 征求意见稿”，还没有正式公开',
    ],
    [
      'the year is not filled in',
      '2',
      () => write('  离休人员: 1\n', '  离休人员: 待填\n'),
      '还有 1 处待填，不是公开过的版次',
    ],
    [
      'what is stated of publication cannot be read',
      '2',
      () => write(PACK, `${PACK}公开: 是\n`),
      '的“公开”写法不对；请先运行 npx mingbai check',
    ],
  ] as const)('refuses where %s, and writes nothing', async (_, edition, prepare, message) => {
    await prepare?.();
    const before = treeOf(project.root);
    const { status, stderr } = await again(edition);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(treeOf(project.root)).toEqual(before);
  });

  it('refuses a year that is not there, and options that are for new years', async () => {
    const missing = await project.run('new', 'demo-bureau/2030', '--edition', '2');
    expect(missing).toMatchObject({ status: 2 });
    expect(missing.stderr).toContain('没有 content/units/demo-bureau/2030/accounts.yaml');
    const idle = await again('2', '--pack', 'demo-2023');
    expect(idle).toMatchObject({ status: 2 });
    expect(idle.stderr).toContain('--edition 更正已有的一年，不用 --pack；请去掉');
  });

  it('says where accounts cannot be read, at line and column, with exit code 1', async () => {
    write(PACK, '模板: [demo-2023\n');
    const { status, stderr } = await again('2');
    expect(status).toBe(1);
    expect(stderr).toMatch(/2023\/accounts\.yaml:\d+:\d+ error/u);
  });
});
