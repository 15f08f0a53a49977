import { rmSync, mkdtempSync, mkdirSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, type Browser, type Page } from '../../src/outputs/pdf/browser.ts';
import { ROOT } from '../support/project.ts';
import { builtSite } from '../support/served-site.ts';
import { serveFolder, type ServedFolder } from '../support/static-server.ts';

/** Invented regions, and the last year that each one's bureau has published. */
const REGIONS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['东山', '南湖', '西林', '北原', '金河', '玉泉', '青峰', '白石', '红柳'].map((name) => [name, 2021]),
  ),
  云台: 2022,
  长岭: 2023,
};

let root: string;
let site: ServedFolder;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mingbai-units-'));
  for (const folder of ['content/codes', 'templates'])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  Object.entries(REGIONS).forEach(([region, last], index) => copyDemoBureau(region, last, `unit-${index}`));
  const words = [join(ROOT, 'scripts/mingbai.js'), 'build', '--no-pdf', '--root', root];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0)
    throw new Error(
      stderr
        .split('\n')
        .filter((line) => / error /.test(line))
        .join('\n'),
    );
  [site, browser] = await Promise.all([serveFolder(join(root, 'dist')), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(root, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(site.url);
});

afterEach(() => page.close());

function copyDemoBureau(region: string, last: number, slug: string): void {
  const model = join(ROOT, 'content/units/demo-bureau');
  for (const name of readdirSync(model, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.yaml') || parseInt(name, 10) > last) continue;
    const target = join(root, 'content/units', slug, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(join(model, name), 'utf8').replaceAll('示例市', `示例${region}市`));
  }
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

it('a list of few units has no filter', async () => {
  const html = readFileSync(join(await builtSite(), 'index.html'), 'utf8');
  expect(html).toContain('示例市政务服务局');
  expect(html).not.toContain('<form');
  expect(html).not.toContain('unit-filter');
});
