import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../../src/outputs/html.ts';
import { barriersOf } from '../support/barriers.ts';
import { compiled } from '../support/compiled.ts';
import { withImprint } from '../support/imprint.ts';
import { realFiles } from '../support/project.ts';
import { sharedBrowser } from '../support/site-browser.ts';
import { serveFolder } from '../support/static-server.ts';

const BOOKLET = 'demo-bureau/2023/';
const PAGES = [
  '',
  'demo-bureau/',
  BOOKLET,
  'demo-bureau/2022/',
  `${BOOKLET}explanations/`,
  `${BOOKLET}figures/general-政府采购/`,
];

const folder = mkdtempSync(join(tmpdir(), 'mingbai-imprint-'));
let page: (path: string) => Root;

beforeAll(async () => {
  const site = compiled(withImprint(await realFiles('demo-bureau')));
  expect(site.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const wanted = new Set(PAGES.map((path) => `/${path}`));
  await buildPages(
    { site, pdf: false },
    folder,
    () => undefined,
    (path) => wanted.has(path),
  );
  page = (path) => fromHtml(readFileSync(join(folder, path, 'index.html'), 'utf8'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The elements of one name, or of one class written with a point before it, in the order of the page. */
function all(node: Element | Root | undefined, wanted: string): readonly Element[] {
  const found: Element[] = [];
  if (node !== undefined)
    visit(node, 'element', (element) => {
      const classes = element.properties['className'];
      const isOfClass = Array.isArray(classes) && classes.includes(wanted.slice(1));
      if (wanted.startsWith('.') ? isOfClass : element.tagName === wanted) found.push(element);
    });
  return found;
}

const one = (node: Element | Root | undefined, wanted: string): Element | undefined => all(node, wanted)[0];

const textOf = (node: Element | Root | undefined): string =>
  node === undefined ? '' : toString(node).replaceAll(/\s+/g, '');

/** What the foot of a page states, by name, with what it leads to. */
function footOf(path: string): Readonly<Record<string, string>> {
  const rows = all(one(page(path), '.imprint'), 'div').map((row) => {
    const link = one(row, 'a');
    const href = link === undefined ? '' : ` ${String(link.properties['href'])}`;
    return [textOf(one(row, 'dt')), textOf(one(row, 'dd')) + href] as const;
  });
  return Object.fromEntries(rows);
}

/** Where a page's foot leads under some words. */
function linkOf(path: string, words: string): unknown {
  return all(one(page(path), '.footer'), 'a').find((link) => textOf(link) === words)?.properties['href'];
}

describe('the foot of a page', () => {
  it('states who runs the site, how to reach them, and its registrations where they are looked up', () => {
    expect(footOf('')).toEqual({
      主办单位: '示例市财政局',
      承办单位: '示例市信息中心',
      联系电话: '0000-1234567转801 tel:0000-1234567,801',
      电子邮箱: 'jsgk@mail.example mailto:jsgk@mail.example',
      联系地址: '示例市示例路1号',
      网站标识码: '9900000001',
      ICP备案: '新ICP备00000000号-1 https://beian.miit.gov.cn/',
      公安备案: '新公网安备99000000000001号 https://beian.mps.gov.cn/#/query/webSearch?code=99000000000001',
      数据许可: '示例开放数据许可 https://www.example/licence/',
    });
  });

  it('leads to where mistakes are reported and to where one asks for more', () => {
    expect(linkOf('', '纠错')).toBe('mailto:jiucuo@mail.example');
    expect(linkOf('', '依申请公开')).toBe('https://www.example/ysqgk/');
    expect(linkOf('', '党政机关网站标识')).toBe('https://www.example/method?id=1');
  });

  it('of a body’s pages names the body’s own contact of the year, and nothing of the site’s beside it', () => {
    const { 联系单位, 联系电话, 电子邮箱, 联系地址 } = footOf('demo-bureau/');
    expect({ 联系单位, 联系电话, 电子邮箱, 联系地址 }).toEqual({
      联系单位: '示例市政务服务局',
      联系电话: '0000-7654322 tel:0000-7654322',
      电子邮箱: undefined,
      联系地址: undefined,
    });
    expect(footOf('demo-bureau/2022/')['联系电话']).toBe('0000-7654321 tel:0000-7654321');
  });

  it('of a booklet’s pages states its dates', () => {
    expect(footOf(`${BOOKLET}figures/general-政府采购/`)).toMatchObject({
      批复日期: '2024年8月20日',
      公开日期: '2024年9月5日',
      第3版更正日期: '2025年3月1日',
    });
    expect(footOf('demo-bureau/2022/')).not.toHaveProperty('公开日期');
  });
});

describe('a booklet that was corrected', () => {
  it.each([BOOKLET, `${BOOKLET}explanations/`])(
    '%s says when, what, and each old number beside the new',
    (path) => {
      const notice = one(page(path), '.publication');
      const corrections = one(notice, 'ol')?.children.map((child) =>
        child.type === 'element' ? textOf(child) : '',
      );
      expect(textOf(one(page(path), '.notice'))).toBe(
        '公开以后更正过2次，最近是2025年3月1日的第3版，见公开和更正。',
      );
      expect(textOf(notice)).toMatch(/^公开和更正批复日期2024年8月20日公开日期2024年9月5日/);
      expect(corrections?.filter((text) => text !== '')).toEqual([
        '第2版更正（2024年10月8日）：原来漏列一份合同政府采购服务支出：由739.80更正为741.80万元收入总计比上年增减率：由10.01更正为10.92%',
        '第3版更正（2025年3月1日）：再次核对了合同政府采购服务支出：由741.80更正为742.80万元',
      ]);
      expect(all(notice, 'del').map(textOf)).toEqual(['739.80', '10.01', '741.80']);
    },
  );

  it('tells of it where the figure is explained', () => {
    const card = all(page(`${BOOKLET}figures/general-政府采购/`), '.origin').find(
      ({ properties }) => properties['id'] === '政府采购.服务',
    );
    expect(textOf(card)).toContain('第2版更正（2024年10月8日）：由739.80更正为741.80万元');
    expect(textOf(card)).toContain('第3版更正（2025年3月1日）：由741.80更正为742.80万元');
  });

  it('says nothing on the pages of another that was not', () => {
    expect(one(page('demo-bureau/2022/'), '.publication')).toBeUndefined();
  });
});

it('a full foot and a correction have no barrier on a phone, and leave its width', async () => {
  const served = await serveFolder(folder);
  const tab = await (await sharedBrowser()).newPage();
  try {
    await tab.setBypassCSP(true);
    for (const theme of ['light', 'dark']) {
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await tab.setViewport({ width: 360, height: 800 });
      await tab.goto(new URL(BOOKLET, served.url).href);
      expect(await barriersOf(tab)).toEqual([]);
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
  } finally {
    await tab.close();
    await served.close();
  }
});
