import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersOf } from '../support/barriers.ts';
import { KINDS } from '../support/page-kinds.ts';
import { builtSite, pagesOf } from '../support/served-site.ts';
import { SiteBrowser } from '../support/site-browser.ts';

/** Pages that are made in different ways; test/long asks all kinds, in both themes and widths. */
const UNLIKE = [
  'index.html',
  'search/index.html',
  'demo-bureau/2023/index.html',
  'changji-sme/2023/overview/index.html',
  'changji-sme/2023/tables/index.html',
  'changji-sme/2023/checks/index.html',
];

let browser: SiteBrowser;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

describe('every kind of page', () => {
  it.each(UNLIKE)('%s has no barrier that axe finds on a phone', async (path) => {
    const { page } = await browser.visit(path, { probed: true });
    await page.setViewport({ width: 360, height: 800 });
    expect(await barriersOf(page)).toEqual([]);
    await page.close();
  });

  it.each(KINDS)(
    '%s asks its own site alone, and is no wider than a phone or a desktop at 400 %%',
    async (path) => {
      const { page, requests, refused } = await browser.visit(path, { width: 360 });
      await page.waitForNetworkIdle({ idleTime: 100 });
      for (const width of [360, 320]) {
        await page.setViewport({ width, height: width === 320 ? 256 : 780 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await page.close();
      expect(requests.filter((url) => !url.startsWith(browser.site.url))).toEqual([]);
      // What its policy refuses.
      expect(refused).toEqual([]);
    },
  );
});

it('every kind of page is valid HTML', async () => {
  const folder = await builtSite();
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

it('the policy of every page allows no script or style in its text but the data that it names by hash', async () => {
  const folder = await builtSite();
  let described = 0;
  for (const path of pagesOf(folder)) {
    const html = readFileSync(join(folder, path), 'utf8');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy, path).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self'/);
    expect(policy, path).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(html, path).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/);
    for (const [, text = ''] of html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)) {
      described += 1;
      expect(policy, path).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    }
  }
  // The list of units and the front page of each booklet.
  expect(described).toBe(5);
});

it.each(['demo-bureau/2023/index.html', 'search/index.html', 'demo-bureau/2023/glossary/index.html'])(
  'nothing on %s moves for those who do not want it to',
  async (path) => {
    const { page } = await browser.visit(path, { media: { 'prefers-reduced-motion': 'reduce' } });
    const moving = await page.$$eval(
      '*',
      (elements) =>
        elements.filter((element) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          return (
            animationName !== 'none' || parseFloat(transitionDuration) > 0.01 || scrollBehavior === 'smooth'
          );
        }).length,
    );
    await page.close();
    expect(moving).toBe(0);
  },
);

it('a figure that was followed is marked where the reader’s system chooses the colours', async () => {
  const { page } = await browser.visit('changji-sme/2023/figures/index.html#收入.总计');
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: 'active' }],
  });
  const outline = await page.$eval(':target', (element) => getComputedStyle(element).outlineStyle);
  await page.close();
  expect(outline).toBe('solid');
});
