import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import { buildPages } from '../../src/outputs/html.ts';
import { openBrowser, type Browser, type Page } from '../../src/outputs/pdf/browser.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { barriersOf } from '../support/barriers.ts';
import { realFiles, textFile } from '../support/project.ts';
import { builtSite } from '../support/served-site.ts';
import { serveFolder, type ServedFolder } from '../support/static-server.ts';

const MODEL = 'content/units/demo-bureau/';

/** Invented regions, and the last year that each one's bureau has published. */
const REGIONS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['东山', '南湖', '西林', '北原', '金河', '玉泉', '青峰', '白石', '红柳'].map((name) => [name, 2021]),
  ),
  云台: 2022,
  长岭: 2023,
};

let folder: string;
let site: ServedFolder;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-units-'));
  const files = await realFiles('demo-bureau');
  const isModel = ({ path }: RawFile): boolean => path.startsWith(MODEL);
  const bureaus = Object.entries(REGIONS).flatMap(([region, last], index) =>
    files.filter(isModel).flatMap((file) => bureauFile(file, region, last, `unit-${index}`)),
  );
  const input = compileSite([...files.filter((file) => !isModel(file)), ...bureaus]);
  await buildPages(
    { site: input, pdf: false },
    folder,
    () => undefined,
    (path) => path === '/',
  );
  [site, browser] = await Promise.all([serveFolder(folder), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(site.url);
});

afterEach(() => page.close());

/** A file of the demonstration unit as another region's bureau has it, if it is of a year that this one has published. */
function bureauFile(
  { path, bytes }: RawFile,
  region: string,
  last: number,
  slug: string,
): readonly RawFile[] {
  const name = path.slice(MODEL.length);
  if (parseInt(name, 10) > last) return [];
  const text = new TextDecoder().decode(bytes).replaceAll('示例市', `示例${region}市`);
  return [textFile(`content/units/${slug}/${name}`, text)];
}

const shown = (): Promise<readonly string[]> =>
  page.$$eval('.units > li', (items) =>
    items
      .filter((item) => item.checkVisibility())
      .map((item) => (item.querySelector('.unit-name')?.textContent ?? '').trim()),
  );

const status = (): Promise<string> => page.$eval('.unit-count', (element) => element.textContent.trim());

describe('the list of many units', () => {
  it('is sorted by name and complete without scripts, which only add the filter', async () => {
    const names = await shown();
    expect(names).toHaveLength(11);
    await page.setJavaScriptEnabled(false);
    await page.reload();
    expect(await shown()).toEqual(names);
    expect(await page.$eval('.unit-filter', (form) => form.checkVisibility())).toBe(false);
    expect([...names].sort(new Intl.Collator('zh-CN').compare)).toEqual(names);
  });

  it('is filtered by any part of a name, and tells how many are left', async () => {
    await page.type('[name=words]', '长岭 服务局');
    expect(await shown()).toEqual(['示例长岭市政务服务局']);
    expect(await status()).toBe('11个单位中有1个');
    expect(await page.$eval('.unit-count', (element) => element.role ?? element.getAttribute('role'))).toBe(
      'status',
    );
  });

  it('is filtered by year', async () => {
    await page.select('[name=year]', '2022');
    expect(new Set(await shown())).toEqual(new Set(['示例云台市政务服务局', '示例长岭市政务服务局']));
    await page.select('[name=year]', '');
    expect(await shown()).toHaveLength(11);
  });

  it('is sorted by amount and by year, and back by name', async () => {
    const names = await shown();
    await page.select('[name=order]', 'newest');
    expect((await shown()).slice(0, 2)).toEqual(['示例长岭市政务服务局', '示例云台市政务服务局']);
    await page.select('[name=order]', 'expenditure');
    const amounts = await page.$$eval('.units > li', (items) =>
      items.map((item) => Number((item as HTMLElement).dataset['expenditure'])),
    );
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect(new Set(amounts).size).toBe(3);
    await page.select('[name=order]', '');
    expect(await shown()).toEqual(names);
  });
});

it('the filter has no barrier', async () => {
  await page.setBypassCSP(true);
  await page.reload();
  expect(await barriersOf(page)).toEqual([]);
});

it('two thousand units are filtered and sorted on a phone', async () => {
  const list = readFileSync(join(folder, 'index.html'), 'utf8');
  const items = /(?<=<ul class="units">).*?(?=<\/ul>\s*<\/section>)/s.exec(list)?.[0] ?? '';
  const copies = Array.from({ length: 182 }, (_, copy) =>
    items.replaceAll(/(?<=unit-name[^>]*>\s*)示例/g, `示例第${copy}号`),
  );
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url() !== site.url) void request.continue();
    else void request.respond({ contentType: 'text/html', body: list.replace(items, () => copies.join('')) });
  });
  await page.setViewport({ width: 360, height: 780 });
  await page.goto(site.url);
  expect(await status()).toBe('共2002个单位');
  await page.type('[name=words]', '第181号 云台');
  expect(await shown()).toEqual(['示例第181号云台市政务服务局']);
  expect(await status()).toBe('2002个单位中有1个');
  await page.select('[name=order]', 'newest');
  await page.$eval('[name=words]', (input) => void ((input as HTMLInputElement).value = ''));
  await page.type('[name=words]', '局');
  const names = await shown();
  expect(names).toHaveLength(2002);
  expect(new Set(names.slice(0, 182).map((name) => name.replace(/\d+/, '')))).toEqual(
    new Set(['示例第号长岭市政务服务局']),
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

it('a list of few units has no filter', async () => {
  const html = readFileSync(join(await builtSite(), 'index.html'), 'utf8');
  expect(html).toContain('示例市政务服务局');
  expect(html).not.toContain('<form');
  expect(html).not.toContain('unit-filter');
});
