import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/outputs/pdf/browser.ts';
import { SiteBrowser } from '../support/site-browser.ts';

let browser: SiteBrowser;
let page: Page;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

afterEach(() => page.close());

async function open(path: string, width = 360): Promise<void> {
  ({ page } = await browser.visit(path, { width, height: 640 }));
}

/** What has the focus, and whether one sees that it does: it is in view, uncovered and outlined. */
function focused(): { readonly name: string; readonly seen: boolean } {
  const element = document.activeElement ?? document.body;
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const seen = boxes.some(({ left, right, top, bottom }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (element.getAttribute('tabindex') === '0') return bottom > 0 && top < innerHeight;
    const there = document.elementFromPoint(x, y);
    return there !== null && (element.contains(there) || there.contains(element));
  });
  const outlined = getComputedStyle(element).outlineStyle !== 'none';
  return { name: `${element.tagName} ${element.textContent.trim().slice(0, 30)}`, seen: seen && outlined };
}

describe('by keyboard', () => {
  it('the first stop leads past everything that stands on each page', async () => {
    await open('demo-bureau/2023/explanations/index.html');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused)).toEqual({ name: 'A 跳到正文', seen: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inText = await page.evaluate(() => document.activeElement?.closest('main') !== null);
    expect(inText).toBe(true);
  });

  it.each([
    'index.html',
    'demo-bureau/index.html',
    'demo-bureau/2023/index.html',
    'demo-bureau/2023/glossary/index.html',
    'demo-bureau/2023/compare/index.html',
    'demo-bureau/2023/checks/index.html',
    'demo-bureau/2023/figures/class-208/index.html',
  ])('every stop of %s is seen', async (path) => {
    await open(path);
    const stops: string[] = [];
    const hidden: string[] = [];
    for (let stop = 0; stop < 45; stop += 1) {
      await page.keyboard.press('Tab');
      const { name, seen } = await page.evaluate(focused);
      if (name.startsWith('BODY')) break;
      stops.push(name);
      if (!seen) hidden.push(name);
    }
    expect(stops.length).toBeGreaterThan(3);
    expect(hidden).toEqual([]);
  });

  it.each([
    ['demo-bureau/2023/explanations/index.html', 360],
    ['demo-bureau/2023/explanations/index.html', 1280],
    ['demo-bureau/2023/tables/index.html', 360],
    ['demo-bureau/2023/compare/index.html', 360],
  ])('%s, %i px wide, has at most 150 stops, with scripts or without', async (path, width) => {
    for (const scripts of [false, true]) {
      const stops = await browser.look(
        path,
        (one) =>
          one.$$eval(
            'a[href], button, summary, [tabindex]',
            (all) =>
              all.filter(
                (each) => each instanceof HTMLElement && each.tabIndex >= 0 && each.checkVisibility(),
              ).length,
          ),
        { width, scripts },
      );
      expect(stops).toBeGreaterThan(20);
      expect(stops).toBeLessThanOrEqual(150);
    }
    await open(path);
  });

  it('the arrow keys lead from number to number, and each says what it is', async () => {
    await open('demo-bureau/2023/explanations/index.html');
    await page.focus('.prose > p a.figure');
    const names: (string | null)[] = [];
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('ArrowRight');
      names.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null));
    }
    expect(names).toContain('6009.22 本年收入合计');
    expect(new Set(names).size).toBeGreaterThan(25);
    const before = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(before);
  });

  it('the contents open, and lead to a section', async () => {
    await open('demo-bureau/2023/explanations/index.html');
    await page.focus('details.contents > summary');
    await page.keyboard.press('Enter');
    await page.focus('details.contents a[href="#explanations-3"]');
    await page.keyboard.press('Enter');
    expect(await page.$eval(':target', (element) => element.textContent)).toBe('三、支出决算情况说明');
  });
});
