import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Page } from '../../src/outputs/pdf/browser.ts';
import { barriersOf } from '../support/barriers.ts';
import { builtSite, serveSite } from '../support/served-site.ts';
import { sharedBrowser } from '../support/site-browser.ts';
import type { ServedFolder } from '../support/static-server.ts';

let site: ServedFolder;
let browser: Browser;
let page: Page;
let requests: string[];

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite('/公开/'), sharedBrowser()]);
});

afterAll(async () => {
  await site.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  requests = [];
  page.on('request', (request) => requests.push(request.url()));
});

afterEach(() => page.close());

/** Opens the search page from a booklet's page, types, and waits until the search is done. */
async function search(typed: string): Promise<void> {
  await page.goto(new URL('demo-bureau/2023/overview/index.html', site.url).href);
  await Promise.all([page.waitForNavigation(), page.click('.search-link')]);
  await page.type('#query', typed);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await answered();
}

const answered = (): Promise<unknown> =>
  page.waitForFunction(() => /[。！]$/.test(document.querySelector('.result-count')?.textContent ?? ''));

const textOf = (selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);

describe('the search page', () => {
  it('shows the sentence with the match marked, and leads to its section', async () => {
    await search('新增楼层投入使用');
    expect(await textOf('.result .result-booklet')).toBe('示例市政务服务局\u30002023年度');
    expect(await textOf('.result mark')).toBe('新增楼层投入使用');
    expect(await textOf('.result .passage')).toContain('物业、安保和保洁服务面积增加');
    await Promise.all([page.waitForNavigation(), page.click('.result a')]);
    const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
    expect(await page.$eval(`[id="${anchor}"]`, (element) => element.textContent)).toBe(
      '（三）一般公共预算财政拨款支出决算具体情况',
    );
  });

  it('finds a stretch of text that reaches over a figure', async () => {
    const html = readFileSync(join(await builtSite(), 'changji-sme/2023/explanations/index.html'), 'utf8');
    expect(html).not.toContain('收入总计513.95万元');
    await search('收入总计513.95万元');
    expect(await textOf('.result-booklet')).toContain('昌吉回族自治州中小企业发展局');
    expect(await textOf('mark')).toBe('收入总计513.95万元');
  });

  it('asks for all words', async () => {
    await search('三公经费 中小企业发展局 2023');
    const booklets = await page.$$eval('.result-booklet', (all) => all.map((one) => one.textContent));
    expect(booklets.length).toBeGreaterThan(0);
    expect(booklets.filter((name) => !name.startsWith('昌吉回族自治州中小企业发展局'))).toEqual([]);
  });

  it('answers in the words of the booklet what was asked in others', async () => {
    await search('公款吃喝');
    expect(await textOf('.result h2')).toContain('“三公”经费支出决算情况说明');
    expect(await textOf('.result mark')).toBe('公务接待');
  });

  it('finds what one body says in one year, and keeps what was chosen', async () => {
    await page.goto(new URL('search/index.html', site.url).href);
    await page.waitForSelector('form.search:not([hidden])');
    await page.type('#query', '公车');
    await page.type('[name="unit"]', '政务局');
    await page.select('[name="year"]', '2022');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await answered();
    const booklets = await page.$$eval('.result-booklet', (all) => all.map((one) => one.textContent));
    expect(booklets).toEqual(['示例市政务服务局\u30002022年度']);
    const fields = await page.$$eval('.search-line:not(:has(button)) :is(input, select)', (all) =>
      all.map((field) => (field as HTMLInputElement).value),
    );
    expect(fields).toEqual(['政务局', '2022']);
  });

  it('offers the names of the bodies', async () => {
    await page.goto(new URL('search/index.html', site.url).href);
    await page.waitForSelector('#search-units option');
    const names = await page.$$eval('#search-units option', (all) => all.map((one) => one.value));
    expect(names).toEqual(['昌吉回族自治州中小企业发展局', '示例市政务服务局']);
  });

  it('says what it looked for where a sign was wrong', async () => {
    await search('公务接侍费');
    expect(await textOf('.result-count')).toContain('按“公务接待费”查找');
  });

  it('says when nothing is found, and when too little was typed', async () => {
    await search('龙宫探宝');
    expect(await textOf('.result-count')).toContain('没有找到');
    await search('局');
    expect(await textOf('.result-count')).toContain('至少两个字');
  });

  it('works with the keyboard alone, and goes on to more results', async () => {
    await page.goto(new URL('search/index.html', site.url).href);
    await page.waitForSelector('form.search:not([hidden])');
    await page.keyboard.type('支出');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await answered();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');
    for (let tabs = 0; tabs < 60 && (await focused()) !== 'more-results'; tabs += 1)
      await page.keyboard.press('Tab');
    expect(await page.$$('.result')).toHaveLength(10);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.result:nth-child(11)');
    expect(
      await page.evaluate(() => document.activeElement?.closest('.result')?.previousSibling),
    ).toBeTruthy();
  });

  it('shows its results without a barrier', async () => {
    await page.setBypassCSP(true);
    await search('公务接待');
    expect(await barriersOf(page)).toEqual([]);
  });

  it('asks nobody but its own host', async () => {
    await search('支出');
    expect(requests.filter((address) => !address.startsWith(site.url))).toEqual([]);
    expect(requests.some((address) => address.includes('search/texts/'))).toBe(true);
  });

  it.each(['支出', '（项）：支出决算数为', '2010350', '12345政务服务便民热线', '事业运行 2022'])(
    'loads at most 50 KB of the index for %s, even from a host that does not compress',
    async (typed) => {
      await search(typed);
      await page.waitForSelector('.result');
      const loaded = await page.evaluate(() =>
        (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
          .filter(({ name }) => name.includes('/search/') && name.includes('.json'))
          .reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
      );
      expect(loaded).toBeGreaterThan(1000);
      expect(loaded).toBeLessThan(50_000);
    },
  );

  it('says what to do instead where scripts do not run', async () => {
    await page.setJavaScriptEnabled(false);
    await page.goto(new URL('search/index.html', site.url).href);
    expect(await textOf('[data-without-search]')).toContain('在页面中查找');
    expect(await page.$eval('form.search', (form) => form.checkVisibility())).toBe(false);
  });

  it('says what to do instead when it is opened from a disk', async () => {
    await page.goto(pathToFileURL(join(await builtSite(), 'search/index.html')).href);
    expect(await textOf('[data-without-search]')).toContain('单位列表');
  });
});
