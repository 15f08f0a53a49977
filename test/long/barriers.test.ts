import { afterAll, beforeAll, expect, it } from 'vitest';
import { barriersOf } from '../support/barriers.ts';
import { KINDS } from '../support/page-kinds.ts';
import { SiteBrowser } from '../support/site-browser.ts';

let browser: SiteBrowser;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

it.each(KINDS)('%s has no barrier that axe finds, on phone and desktop, light and dark', async (path) => {
  const { page } = await browser.visit(path, { probed: true });
  for (const width of [360, 1280]) {
    for (const value of ['light', 'dark']) {
      await page.setViewport({ width, height: 800 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await barriersOf(page), `${width} px, ${value}`).toEqual([]);
    }
  }
  await page.close();
});
