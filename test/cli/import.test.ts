import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';
import { TemporaryProject } from './temporary-project.ts';

const BOOK = join(ROOT, 'test/import/fixtures/demo-bureau-2023.xls');
const LOCKED = join(ROOT, 'test/import/fixtures/locked.xlsx');
const ACCOUNTS = 'content/units/new-bureau/2023/accounts.yaml';

let project: TemporaryProject;
beforeAll(() => {
  project = new TemporaryProject('demo-bureau');
});
afterAll(() => project.remove());

function isThere(path: string): boolean {
  return existsSync(join(project.root, path));
}

describe('mingbai import', () => {
  it('with --dry-run shows what it would write as a diff, and writes nothing', async () => {
    const { status, stdout, stderr } = await project.run(
      ...['import', 'new-bureau/2023', BOOK, '--pack', 'demo-2023', '--dry-run'],
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^--- \/dev\/null\n\+\+\+ b\/content\/units\/new-bureau\/unit\.yaml\n@@ -0,0 \+1,\d+ @@\n\+# 单位全称，与公章一致\n\+名称: /,
    );
    expect(stdout).toContain(`+++ b/${ACCOUNTS}\n`);
    expect(stdout).toContain('+  使用非财政拨款结余: 366998.13\n');
    expect(stderr).toContain('将写：\n  content/units/new-bureau/unit.yaml（新建）\n');
    expect(isThere('content/units/new-bureau')).toBe(false);
  });

  it('says what it recognised, writes it, and says what is still to be filled in', async () => {
    const { status, stdout } = await project.run('import', 'new-bureau/2023', BOOK, '--pack', 'demo-2023');
    expect(status).toBe(0);
    expect(stdout).toContain('  demo-bureau-2023.xls 的“公开03表” 是《支出决算表》\n');
    expect(stdout).toContain(`  ${ACCOUNTS}（新建，填入 `);
    expect(stdout).toMatch(/给出的文件里没有、要自己填的：\n {2}人员 3 处待填/);
    expect(project.read(ACCOUNTS)).toContain('模板: demo-2023');
  });

  it('taken in once more changes nothing', async () => {
    const before = project.read(ACCOUNTS);
    const { status, stdout } = await project.run('import', 'new-bureau/2023', BOOK);
    expect(status).toBe(0);
    expect(stdout).toContain('没有要写的，已填的都一样');
    expect(project.read(ACCOUNTS)).toBe(before);
  });

  it('ends with 1 where something differs, told with both places, and leaves it', async () => {
    const changed = project
      .read(ACCOUNTS)
      .replace('使用非财政拨款结余: 366998.13', '使用非财政拨款结余: 1.00');
    project.write(ACCOUNTS, changed);
    const { status, stdout } = await project.run('import', 'new-bureau/2023', BOOK);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /对不上的 1 处：\n {2}demo-bureau-2023\.xls 公开01表!C34 error import-conflict .*\n {6}content\/units\/new-bureau\/2023\/accounts\.yaml:\d+:\d+ 已填的在这里/,
    );
    expect(project.read(ACCOUNTS)).toBe(changed);
  });

  it('ends with 1 where a file is refused, and writes nothing', async () => {
    const { status, stderr } = await project.run('import', 'other/2023', BOOK, LOCKED, '--pack', 'demo-2023');
    expect(status).toBe(1);
    expect(stderr).toBe('locked.xlsx：文件有密码；请去掉密码后另存。没有写任何文件。\n');
    expect(isThere('content/units/other')).toBe(false);
  });

  it.each([
    [['import', 'demo-bureau/2023'], /应写成 mingbai import 单位\/年度 文件/],
    [['import', 'Demo/2023', BOOK], /应写成 mingbai import/],
    [['import', 'new-unit/2019', BOOK], /要用 --pack 写明模板包；可用的有：/],
    [['import', 'new-unit/2023', BOOK, '--pack', 'nowhere'], /没有模板包“nowhere”/],
    [
      ['import', 'demo-bureau/2023', BOOK, '--pack', 'xinjiang-2023'],
      /“模板”是 demo-2023，与 --pack xinjiang-2023 不同/,
    ],
    [['import', 'demo-bureau/2023', 'nothing.xlsx'], /没有文件“nothing\.xlsx”/],
  ])('ends with 2 for a wrong command: %j', async (words, sentence) => {
    const { status, stderr } = await project.run(...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  });
});
