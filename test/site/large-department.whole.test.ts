import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileSite, type Site } from '../../src/compile/compile-site.ts';
import type { BookletDocument } from '../../src/document/booklet-document.ts';
import { buildPages } from '../../src/outputs/html.ts';
import type { Browser } from '../../src/outputs/pdf/browser.ts';
import { LARGE, largeDepartment } from '../support/large-department/large-department.ts';
import { realFiles } from '../support/project.ts';
import { pagesOf } from '../support/served-site.ts';
import { sharedBrowser } from '../support/site-browser.ts';
import { serveFolder, type ServedFolder } from '../support/static-server.ts';

const BOOKLET = `/${LARGE}/2024/`;

let input: Site;
let document: BookletDocument;

beforeAll(async () => {
  const shared = await realFiles();
  input = compileSite([...shared, ...largeDepartment(shared)]);
  const booklet = input.units[0]?.booklets[0];
  if (booklet === undefined) throw new Error('no booklet');
  document = booklet.render();
});

describe('a department with 96 项, two other funds, six subordinate units and twenty projects', () => {
  it('is free of findings in the national form', () => {
    expect(input.diagnostics).toEqual([]);
  });

  it('has a row for every code, and a form for every project', () => {
    const items = (key: string): number =>
      document.tables
        .find((table) => table.key === key)
        ?.body.filter((row) => row.some(({ kind, text }) => kind === 'code' && text.length === 7)).length ??
      0;
    expect(items('general-budget')).toBe(96);
    expect([items('government-fund'), items('state-capital')]).toEqual([4, 3]);
    expect([items('revenue'), items('expenditure')]).toEqual([103, 103]);
    expect(document.forms).toHaveLength(20);
  });
});

describe('its pages', () => {
  let folder: string;
  let site: ServedFolder;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingbai-large-'));
    await buildPages(
      { site: input, pdf: false },
      folder,
      () => undefined,
      (path) => path.startsWith(BOOKLET),
    );
    [site, browser] = [await serveFolder(folder), await sharedBrowser()];
  }, 60_000);

  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['', 'overview/', 'tables/', 'explanations/', 'figures/', 'compare/'])(
    'are no wider than a phone: %s',
    async (name) => {
      const page = await browser.newPage();
      await page.setViewport({ width: 375, height: 800 });
      await page.goto(`${site.url}${BOOKLET.slice(1)}${name}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
      await page.close();
    },
  );

  it.each([375, 1280])('keep the head of a long table in view, %i pixels wide', async (width) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    await page.goto(`${site.url}${BOOKLET.slice(1)}tables/`);
    const tops = await page.evaluate(`
      const table = document.querySelector('[data-table=expenditure] table');
      table.querySelector('tbody > tr:nth-child(100)').scrollIntoView({ block: 'end' });
      [table.parentElement, table.tHead].map((one) => Math.round(one.getBoundingClientRect().top));
    `);
    const [frame = 0, head] = tops as [number, number];
    expect(Math.abs(frame - head)).toBeLessThanOrEqual(1);
    expect(frame).toBeGreaterThanOrEqual(0);
    await page.close();
  });

  it('are at most 40 KB as sent, and those that list all codes not much more', () => {
    const sizes = pagesOf(folder)
      .filter((page) => !page.includes('/print/'))
      .map((page) => [page, gzipSync(readFileSync(join(folder, page)), { level: 9 }).length] as const);
    const heavy = sizes.filter(([, size]) => size > 40_000);
    expect(heavy.map(([page]) => page.replace(`${LARGE}/2024/`, '')).sort()).toEqual([
      'figures/index.html',
      'tables/index.html',
    ]);
    expect(Math.max(...heavy.map(([, size]) => size))).toBeLessThan(50_000);
  });
});
