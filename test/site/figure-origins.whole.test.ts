import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/outputs/pdf/browser.ts';
import { barriersOf } from '../support/barriers.ts';
import { SiteBrowser } from '../support/site-browser.ts';

const TEXT = 'demo-bureau/2023/explanations/index.html';

let browser: SiteBrowser;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

/** Clicks a figure of the text and reads what opens beside it. */
async function opened(page: Page, id: string): Promise<string> {
  await page.click(`a.figure[href$="#${id}"]`);
  await page.waitForSelector('.explanation:popover-open');
  return page.$eval('.explanation', (element) => element.textContent);
}

describe('a figure in the text', () => {
  it('opens its label, exact value, formula, last year, tables and source beside it', async () => {
    const text = await browser.look(TEXT, (page) => opened(page, '收入.本年收入合计'));
    expect(text).toMatch(/^\s*示例市政务服务局 2023年度\s*本年收入合计/);
    expect(text).toContain('准确值 6009.221594 万元');
    // The formula with the values of its terms.
    expect(text).toMatch(/＝财政拨款收入5597\.56＋/);
    expect(text).toMatch(/2022年为\d+\.\d+ 万元/);
    expect(text).toContain('收入支出决算总表');
    expect(text).toMatch(/批复数 content\/units\/demo-bureau\/2023\/accounts\.yaml第\d+行第\d+列/);
  });

  it('loads no more than the page that explains its kind', async () => {
    const { page, requests } = await browser.visit(TEXT);
    const before = requests.length;
    await opened(page, '支出.2010350.一般公共预算.合计');
    const loaded = requests.slice(before).map((url) => decodeURIComponent(new URL(url).pathname));
    await page.close();
    expect(loaded).toEqual(['/公开/demo-bureau/2023/figures/class-2010350/index.html']);
  });

  it('that is zero since nothing happened says so', async () => {
    const text = await browser.look('changji-sme/2023/explanations/index.html', (page) =>
      opened(page, '收入.事业收入'),
    );
    expect(text).toMatch(/事业收入.*0\.00/);
  });

  it('that has no rate says why, and what the text prints by convention, as no sum of its terms', async () => {
    const text = await browser.look('changji-sme/2023/explanations/index.html', (page) =>
      opened(page, '三公经费.决算数.合计.增减率'),
    );
    expect(text).toContain('没有比率');
    expect(text).toContain('上年为零，不能作除数，没有这个比率；公开文本按惯例印100.00%。');
    expect(text).not.toMatch(/[＝÷]/);
  });

  it('copies the link by which it can be cited', async () => {
    const { page } = await browser.visit(TEXT);
    await page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: (text: string) => {
          document.title = text;
          return Promise.resolve();
        },
      });
    });
    await opened(page, '支出.2010350.一般公共预算.合计');
    await page.click('.explanation-actions button');
    await page.waitForFunction(() => document.querySelector('.explanation')?.textContent.includes('已复制'));
    const copied = await page.title();
    await page.close();
    expect(decodeURIComponent(copied)).toBe(
      decodeURIComponent(
        `${browser.site.url}demo-bureau/2023/figures/index.html#支出.2010350.一般公共预算.合计`,
      ),
    );
  });

  it.each([360, 1280])('is explained without a barrier, %i px wide', async (width) => {
    const { page } = await browser.visit('demo-bureau/2023/overview/index.html', { width, probed: true });
    await opened(page, '人员.实有人数');
    expect(await barriersOf(page)).toEqual([]);
    const within = await page.$eval('.explanation', (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });
    await page.close();
    expect(within).toBe(true);
  });

  it.each([
    [360, 640],
    [1280, 500],
  ])('is not covered by what it opens, wherever it stands, %i by %i px', async (width, height) => {
    const { page } = await browser.visit(TEXT, { width, height });
    const covered = await page.evaluate(async () => {
      const links = [...document.querySelectorAll<HTMLElement>('.prose > p a.figure')];
      const bad: string[] = [];
      for (const link of [...links.slice(0, 3), ...links.slice(-3)]) {
        for (const block of ['start', 'center', 'end'] as const) {
          link.scrollIntoView({ block, behavior: 'instant' });
          link.click();
          const popover = (): Element | null => document.querySelector('.explanation:popover-open');
          while (popover() === null) await new Promise((done) => setTimeout(done, 20));
          const [a, b] = [link.getBoundingClientRect(), popover()?.getBoundingClientRect()];
          if (b && a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right)
            bad.push(`${block} ${link.textContent}`);
          document.querySelector<HTMLElement & { hidePopover: () => void }>('.explanation')?.hidePopover();
        }
      }
      return bad;
    });
    await page.close();
    expect(covered).toEqual([]);
  });

  it('closes what it opened when the reader goes elsewhere on the page', async () => {
    const { page } = await browser.visit(TEXT);
    await opened(page, '收入.本年收入合计');
    await page.evaluate(() => (location.hash = '#explanations-3'));
    await page.waitForFunction(() => document.querySelector('.explanation:popover-open') === null);
    await page.close();
  });

  it('is opened, followed into its formula and closed by keyboard alone, and keeps the focus', async () => {
    const { page } = await browser.visit(TEXT);
    await page.focus('a.figure[href$="#收入.本年收入合计"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.explanation:popover-open');
    await page.focus('.explanation .formula a');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      /年度\s*财政拨款收入/.test(document.querySelector('.explanation')?.textContent ?? ''),
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
});

describe('a term of the glossary', () => {
  it('is no link within a title', async () => {
    const titles = await browser.look('demo-bureau/2023/tables/index.html', (page) =>
      page.$$eval('.prose > p', (all) =>
        all.filter((one) => one.textContent.includes('《')).map((one) => one.querySelectorAll('a').length),
      ),
    );
    expect(titles.length).toBeGreaterThan(5);
    expect(titles.filter((links) => links > 0)).toEqual([]);
  });

  it('opens its definition, where it first stands in a section', async () => {
    const { page } = await browser.visit(TEXT);
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
