import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../../src/outputs/pdf/browser.ts';
import { SiteBrowser } from '../support/site-browser.ts';

const FRONT = 'demo-bureau/2023/index.html';

let browser: SiteBrowser;
let page: Page;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

/** A phone whose browser runs no scripts. */
beforeEach(async () => {
  ({ page } = await browser.visit('index.html', { scripts: false, width: 360 }));
});

afterEach(() => page.close());

const open = (path: string): Promise<unknown> => page.goto(new URL(path, browser.site.url).href);

/** Follows the first link that is visible and reads so, or that a selector finds. */
async function follow(link: string): Promise<void> {
  const found = await page.$(/[[.#]/.test(link) ? link : `::-p-xpath(//a[normalize-space()="${link}"])`);
  if (found === null) throw new Error(`no link ${link}`);
  await Promise.all([page.waitForNavigation(), found.click()]);
}

const heading = (): Promise<string> => page.$eval('h1', (element) => element.innerText.replaceAll(/\s/g, ''));

describe('without scripts', () => {
  it('one goes from the list of units to every part of a booklet, and to another year', async () => {
    await follow('示例市政务服务局');
    await follow('2023年度决算');
    expect(await heading()).toBe('示例市政务服务局2023年度部门决算公开说明');
    for (const part of ['单位概况', '部门决算情况说明', '专业名词解释', '部门决算报表']) {
      await open(FRONT);
      const [link] = await page.$$(`::-p-xpath(//main//a[contains(., "${part}")])`);
      if (link === undefined) throw new Error(`no link to ${part}`);
      await Promise.all([page.waitForNavigation(), link.click()]);
      expect(await heading()).toContain(part);
    }
    await open(FRONT);
    await follow('2022年');
    expect(await heading()).toContain('2022年度');
  });

  it('the contents of a part open and lead to a section', async () => {
    await open('demo-bureau/2023/explanations/index.html');
    await page.click('details.contents > summary');
    await follow('三、支出决算情况说明');
    expect(await page.$eval(':target', (element) => element.textContent)).toBe('三、支出决算情况说明');
  });

  it('the text is all there to read', async () => {
    await open('demo-bureau/2023/explanations/index.html');
    const text = await page.$eval('.prose', (element) => (element as HTMLElement).innerText);
    expect(text).toContain('2023年度收入总计6399.73万元');
    expect(text).toContain('十一、预算绩效的情况说明');
  });

  it('two years are compared item by item', async () => {
    await open(FRONT);
    await follow('与上年对比');
    const row = await page.$$eval('#revenue ~ div tbody tr', (rows) =>
      rows.map((one) => one.innerText.split(/\s+/)).find(([name]) => name === '收入总计'),
    );
    expect(row).toEqual(['收入总计', '6399.73', '5769.90', '629.83', '10.92%']);
  });

  it('every file can be downloaded', async () => {
    await open(FRONT);
    await page.click('.downloads summary');
    const links = await page.$$eval('.downloads a', (all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.href),
    );
    const files = links.filter((href) => /\.(csv|xlsx|docx|json)$/.test(href));
    expect(files).toHaveLength(13);
    for (const file of files) {
      const response = await fetch(file);
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(300);
    }
  });

  it('a figure is followed to its line, its formula and the line where a part of it was entered', async () => {
    await open('demo-bureau/2023/explanations/index.html');
    await follow('a.figure[href$="#支出.2010350.一般公共预算.合计"]');
    expect(new URL(page.url()).pathname).toMatch(/\/demo-bureau\/2023\/figures\/index\.html$/);
    const line = await page.$eval(':target', (element) =>
      (element as HTMLElement).innerText.replaceAll(/\s+/g, ' '),
    );
    expect(line).toMatch(/^一般公共预算财政拨款支出 1041\.56 上年 992\.70/);
    await follow('[id="支出.2010350.一般公共预算.合计"] a');
    await follow('[id="支出.2010350.一般公共预算.合计"] .formula a');
    const part = await page.$eval(':target', (element) => (element as HTMLElement).innerText);
    expect(part).toContain('一般公共预算财政拨款基本支出');
    expect(part).toMatch(/填报 content\/units\/demo-bureau\/2023\/accounts\.yaml第\d+行第\d+列/);
  });

  it('a term of the glossary leads to its definition', async () => {
    await open('demo-bureau/2023/explanations/index.html');
    await follow('a.defined[href$="#term-基本支出"]');
    expect(await page.$eval(':target', (element) => element.textContent)).toContain('指为保障机构正常运转');
  });
});
