import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type axeCore from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Browser, type Page } from '../../src/outputs/pdf/browser.ts';
import { builtSite, serveSite } from '../support/served-site.ts';
import type { ServedFolder } from '../support/static-server.ts';

const KINDS = [
  'index.html',
  'search/index.html',
  'demo-bureau/index.html',
  'demo-bureau/2023/index.html',
  'demo-bureau/2023/overview/index.html',
  'demo-bureau/2023/explanations/index.html',
  'demo-bureau/2023/glossary/index.html',
  'demo-bureau/2023/tables/index.html',
  'demo-bureau/2023/figures/index.html',
  'demo-bureau/2023/compare/index.html',
  'demo-bureau/2023/checks/index.html',
  'demo-bureau/2023/print/index.html',
  'changji-sme/2023/index.html',
  'changji-sme/2023/tables/index.html',
  'changji-sme/2023/checks/index.html',
] as const;

/** Each kind of page as a phone and a desktop show it; the list of figures by a booklet with few of them. */
const VIEWS = KINDS.map((path) =>
  path.replace('demo-bureau/2023/figures', 'changji-sme/2023/figures'),
).flatMap((path) =>
  [360, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ path, width, scheme }))),
);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let folder: string;
let site: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  folder = await builtSite();
  site = await serveSite('/公开/');
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page of the site and gathers what it asks for and what its safety policy refuses. */
async function visit(path: string, prepare?: (page: Page) => Promise<void>) {
  const page = await browser.newPage();
  const requests: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => refused.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await prepare?.(page);
  await page.goto(new URL(path, site.url).href, { waitUntil: 'networkidle0' });
  return { page, requests, refused };
}

describe('every kind of page', () => {
  it.each(VIEWS)('$path has no barrier that axe finds, $width px wide, $scheme', async (view) => {
    const { page } = await visit(view.path, async (opened) => {
      await opened.setBypassCSP(true);
      await opened.setViewport({ width: view.width, height: 800 });
      await opened.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: view.scheme }]);
    });
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof axeCore };
      const { violations } = await axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    await page.close();
    expect(found).toEqual([]);
  });

  it.each(KINDS)('%s asks only its own site for files, and nothing that its policy refuses', async (path) => {
    const { page, requests, refused } = await visit(path);
    await page.close();
    expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
    expect(refused).toEqual([]);
  });

  it.each(KINDS)('%s is no wider than a phone', async (path) => {
    const { page } = await visit(path, (opened) => opened.setViewport({ width: 360, height: 780 }));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.close();
    expect(width).toBe(360);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'long-title': 'off',
        'doctype-style': 'off',
        'no-inline-style': 'error',
        'require-sri': 'off',
      },
    });
    for (const path of KINDS) {
      const { results } = await validator.validateFile(join(folder, path));
      const messages = results.flatMap((result) =>
        result.messages.map(
          ({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId} ${message}`,
        ),
      );
      expect(messages).toEqual([]);
    }
  });

  it('is at most 40 KB compressed, styles and script included, but for the list of all figures and the print page', () => {
    const shared = readdirSync(join(folder, '_astro'))
      .filter((name) => /^(site|explain).*\.(css|js)$/.test(name))
      .reduce((sum, name) => sum + zipped(join(folder, '_astro', name)), 0);
    for (const path of KINDS.filter((kind) => !/figures|print/.test(kind)))
      expect(zipped(join(folder, path)) + shared, path).toBeLessThan(40_000);
  });
});

function zipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

describe('a figure in the text', () => {
  const TEXT = 'demo-bureau/2023/explanations/index.html';

  it('opens its label, exact value, formula, last year, tables and source beside it', async () => {
    const { page } = await visit(TEXT);
    await page.click('a.figure[href$="#收入.本年收入合计"]');
    await page.waitForSelector('.explanation:popover-open');
    const text = await page.$eval('.explanation', (element) => element.textContent);
    await page.close();
    expect(text).toMatch(/^\s*本年收入合计/);
    for (const part of [
      '准确值',
      '财政拨款收入',
      '2022年',
      '收入支出决算总表',
      'accounts.yaml:',
      '打开出处页',
    ])
      expect(text).toContain(part);
  });

  it('is opened, followed into its formula and closed by keyboard alone, and keeps the focus', async () => {
    const { page } = await visit(TEXT);
    await page.focus('a.figure[href$="#收入.本年收入合计"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.explanation:popover-open');
    await page.focus('.explanation .formula a');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      /^\s*财政拨款收入/.test(document.querySelector('.explanation')?.textContent ?? ''),
    );
    await page.keyboard.press('Escape');
    const [open, focused] = await page.evaluate(() => [
      document.querySelector('.explanation')?.matches(':popover-open'),
      document.activeElement?.getAttribute('href'),
    ]);
    await page.close();
    expect(open).toBe(false);
    expect(focused).toMatch(/#收入\.本年收入合计$/);
  });

  it('leads to its origin without a script', async () => {
    const { page } = await visit(TEXT, (opened) => opened.setJavaScriptEnabled(false));
    await Promise.all([page.waitForNavigation(), page.click('a.figure[href$="#收入.本年收入合计"]')]);
    const target = await page.$eval(':target', (element) => element.textContent);
    await page.close();
    expect(target).toContain('本年收入合计');
  });
});

describe('a term of the glossary', () => {
  it('opens its definition, where it first stands in a section', async () => {
    const { page } = await visit('demo-bureau/2023/explanations/index.html');
    await page.click('a.defined[href$="#term-基本支出"]');
    await page.waitForSelector('.explanation:popover-open');
    const text = await page.$eval('.explanation', (element) => element.textContent);
    const perSection = await page.evaluate(() => {
      const seen = new Map<string, number>();
      let section = '';
      for (const element of document.querySelectorAll('main h2, main h3, a.defined')) {
        if (element.matches('a')) {
          const key = `${section} ${element.textContent}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        } else section = element.textContent;
      }
      return [...seen.values()];
    });
    await page.close();
    expect(text).toContain('指为保障机构正常运转');
    expect(perSection.length).toBeGreaterThan(5);
    expect(Math.max(...perSection)).toBe(1);
  });
});

describe('links', () => {
  it('lead to pages and elements that exist', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    );
    const ids = new Map(pages.map((path) => [path, idsIn(readFileSync(join(folder, path), 'utf8'))]));
    const files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
    const broken = pages.flatMap((path) => {
      const hrefs = new Set(
        [...readFileSync(join(folder, path), 'utf8').matchAll(/ href="([^"]*)"/g)].map(
          (match) => match[1] ?? '',
        ),
      );
      return [...hrefs].filter((href) => {
        const { pathname, hash, host } = new URL(href.replaceAll('&amp;', '&'), `http://site/${path}`);
        if (host !== 'site') return true;
        const target = decodeURIComponent(pathname.slice(1));
        const id = decodeURIComponent(hash.slice(1));
        return target.endsWith('.pdf')
          ? false
          : !files.has(target) || (id !== '' && !ids.get(target)?.has(id));
      });
    });
    expect(broken).toEqual([]);
  });
});

function idsIn(html: string): ReadonlySet<string> {
  return new Set(
    [...html.matchAll(/ id="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&quot;', '"')),
  );
}

describe('lists for machines', () => {
  it('name every booklet by its full address', () => {
    const sitemap = readFileSync(join(folder, 'sitemap.xml'), 'utf8');
    const feed = readFileSync(join(folder, 'feed.xml'), 'utf8');
    const page = readFileSync(join(folder, 'changji-sme/2023/index.html'), 'utf8');
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    const data = JSON.parse(json) as { '@type': string; distribution: readonly { contentUrl: string }[] };
    expect(sitemap).toContain('<loc>https://juesuan.example/changji-sme/2023/explanations/</loc>');
    expect(feed).toContain('<link>https://juesuan.example/changji-sme/2023/</link>');
    expect(data['@type']).toBe('Dataset');
    expect(data.distribution.map(({ contentUrl }) => contentUrl)).toContain(
      'https://juesuan.example/changji-sme/2023/figures.json',
    );
  });
});
