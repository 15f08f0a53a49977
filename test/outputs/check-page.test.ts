import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from '../cli/temporary-project.ts';

const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';
let project: TemporaryProject;
let text: string;

beforeAll(async () => {
  project = new TemporaryProject('changji-sme');
  const waiver =
    '规则: approved-total\n    数字: 收入.总计\n    内容: 批复数“收入总计”为 513.95，由各部分相加为 513.96，差 0.01万元，在四舍五入允许的 0.015万元以内（尾差），无需处理\n    理由: 两数各自折成万元\n    决定人: 张三\n    日期: 2024-08-20\n';
  project.write(ACCOUNTS, `${project.read(ACCOUNTS)}\n核对说明:\n  - ${waiver}`);
  const { status, stderr } = await project.run('build', 'changji-sme', '--no-pdf');
  if (status !== 0) throw new Error(stderr);
  text = toString(
    fromHtml(readFileSync(join(project.root, 'dist/changji-sme/2023/checks/index.html'), 'utf8')),
  );
});

afterAll(() => project.remove());

describe('the page on the checks of a booklet', () => {
  it('shows what was checked, found and let stand, and how much is disclosed', () => {
    expect(text).toContain('批复数应等于由明细算出的数');
    expect(text).toContain('住房保障支出（221）');
    expect(text).toMatch(/保留：\s*两数各自折成万元（张三，2024-08-20）/);
    expect(text).toMatch(/一般公共预算财政拨款基本支出决算表\s*\d+\s*\d+/);
  });

  it('is linked from the booklet', () => {
    const front = readFileSync(join(project.root, 'dist/changji-sme/2023/overview/index.html'), 'utf8');
    const address = /href="([^"]*checks\/index\.html)"/.exec(front)?.[1] ?? '';
    expect(existsSync(join(project.root, 'dist/changji-sme/2023/overview', address))).toBe(true);
  });
});
