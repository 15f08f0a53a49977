import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../../src/outputs/html.ts';
import { filesBelow } from '../../src/workspace/files-below.ts';
import { runHere } from '../cli/run-here.ts';
import { CachedBuilds } from '../support/cached-builds.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles, textOf, withBytes } from '../support/project.ts';

const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';
const WAIVER =
  '规则: approved-total\n    数字: 收入.总计\n    内容: 批复数“收入总计”为 513.95，由各部分相加为 513.96，差 0.01万元，在四舍五入允许的 0.015万元以内（尾差），无需处理\n    理由: 两数各自折成万元\n    决定人: 张三\n    日期: 2024-08-20\n';

let folder: string;
let text: string;

const read = (page: string): string =>
  readFileSync(join(folder, 'changji-sme/2023', page, 'index.html'), 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-checks-'));
  const files = await realFiles('changji-sme');
  const accounts = `${textOf(files, ACCOUNTS)}\n核对说明:\n  - ${WAIVER}`;
  const site = compiled(withBytes(files, ACCOUNTS, new TextEncoder().encode(accounts)));
  await buildPages(
    { site, pdf: false },
    folder,
    () => undefined,
    (path) => /^\/changji-sme\/2023\/(?:checks|overview)\//.test(path),
  );
  text = toString(fromHtml(read('checks')));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the page on the checks of a booklet', () => {
  it('shows what was checked, found and let stand, and how much is disclosed', () => {
    expect(text).toMatch(
      /绩效自评表的打分\s*执行率算得对吗，得分与完成情况相符吗？\s*\d+条规则，\d+处要留意/,
    );
    expect(text).toMatch(/变动的原因\s*[^。]*?1处要留意/);
    expect(text).toContain(
      '“项目完成率”得分为 0.88，应为 3.72（指标值 ≥90%、完成值 =67%，分值 5），差 2.84 分',
    );
    expect(text).toMatch(
      /“收入总计”为 513\.95[^；]*（尾差）\s*单位说明：两数各自折成万元（张三，2024-08-20）/,
    );
    expect(text).toMatch(/一般公共预算财政拨款基本支出决算表\s*\d+\s*\d+/);
  });

  it('leaves what an editor is to do, in which file and by which rule, to the command', () => {
    const main = text.slice(text.indexOf('公开以前，'), text.indexOf('点数字可以查到'));
    expect(main).not.toMatch(/请(?:核对|改|统一|写|补)|无需处理|\.yaml|第\d+行|[a-z]+-[a-z]+|R\d\d/);
  });

  it('leads to the form that a finding is about', () => {
    expect(read('checks')).toMatch(
      /href="\.\.\/explanations\/index\.html#form-project-8"[^>]*>\s*2023年度单位运转类项目资金/,
    );
  });

  it('is linked from the booklet', () => {
    const address = /href="([^"]*checks\/index\.html)"/.exec(read('overview'))?.[1] ?? '';
    expect(existsSync(join(folder, 'changji-sme/2023/overview', address))).toBe(true);
  });
});

describe('a site without the pages on checks', () => {
  const builds = new CachedBuilds();

  afterAll(() => builds.remove());

  it('has no such page, and nothing that leads to one', async () => {
    builds.edit('content/site.yaml', undefined, '网址: https://juesuan.example/\n核对情况: 不公开\n');
    expect(await builds.build()).toMatchObject({ status: 0 });
    const site = join(builds.root, 'dist');
    const files = await filesBelow(site);
    expect(files.filter((file) => file.includes('checks/'))).toEqual([]);
    const told = files.filter((file) => /\.(?:html|xml|json)$/.test(file));
    expect(told.length).toBeGreaterThan(10);
    const leading = told.filter((file) => /checks\/|核对情况/.test(readFileSync(join(site, file), 'utf8')));
    expect(leading).toEqual([]);
  });

  it('says so in one of two words', async () => {
    builds.edit('content/site.yaml', undefined, '核对情况: 没有\n');
    const { status, stdout } = await runHere(['check', '--root', builds.root]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^content\/site\.yaml:1:7 error wrong-value .*公开.*不公开/m);
  });
});
