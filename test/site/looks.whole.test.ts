import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/outputs/pdf/browser.ts';
import { readPdf } from '../outputs/pdf/read-pdf.ts';
import { SiteBrowser } from '../support/site-browser.ts';

const PHONE = 360;

let browser: SiteBrowser;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

async function open(path: string, width: number): Promise<Page> {
  const { page } = await browser.visit(path, { width });
  return page;
}

/** Words of pictures that touch each other or stand out of their picture, and how many words there are. */
async function collidingLabels(path: string, width: number) {
  const page = await open(path, width);
  const result = await page.evaluate(() => {
    const pictures = [...document.querySelectorAll('svg[role=img]')];
    const collisions = pictures.flatMap((picture) => {
      const frame = picture.getBoundingClientRect();
      const labels = [...picture.querySelectorAll('text')].map((element) => ({
        text: element.textContent,
        box: element.getBoundingClientRect(),
      }));
      const outside = labels.filter(
        ({ box }) =>
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 1 ||
          box.bottom > frame.bottom + 1,
      );
      const meeting = labels.filter(({ box }, index) =>
        labels
          .slice(index + 1)
          .some(
            ({ box: other }) =>
              box.left < other.right - 1 &&
              other.left < box.right - 1 &&
              box.top < other.bottom - 3 &&
              other.top < box.bottom - 3,
          ),
      );
      return [...outside, ...meeting].map(({ text }) => text);
    });
    const labels = document.querySelectorAll('svg[role=img] text').length;
    return { labels, collisions };
  });
  await page.close();
  return result;
}

describe('the labels of charts', () => {
  it.each(
    ['demo-bureau/2023/', 'changji-sme/2023/', 'demo-bureau/', 'changji-sme/'].flatMap((path) =>
      [PHONE, 1280].map((width) => ({ path, width })),
    ),
  )('of $path stand apart and within their pictures, $width px wide', async ({ path, width }) => {
    const { labels, collisions } = await collidingLabels(path, width);
    expect(labels).toBeGreaterThan(5);
    expect(collisions).toEqual([]);
  });
});

describe('lines of text', () => {
  it('never end between a number and its unit', async () => {
    const page = await open('demo-bureau/2023/explanations/', PHONE);
    const { count, broken } = await page.evaluate(() => {
      const amounts = [...document.querySelectorAll('.prose > p .whole')];
      const tops = (element: Element) =>
        new Set([...element.getClientRects()].map(({ top }) => Math.round(top)));
      return {
        count: amounts.length,
        broken: amounts.filter((amount) => tops(amount).size > 1).map(({ textContent }) => textContent),
      };
    });
    await page.close();
    expect(count).toBeGreaterThan(200);
    expect(broken).toEqual([]);
  });

  it.each([PHONE, 600, 1280])('are not left half empty, %i px wide', async (width) => {
    const page = await open('demo-bureau/2023/explanations/', width);
    const early = await page.evaluate(() =>
      [...document.querySelectorAll('.prose > p')].flatMap((paragraph) => {
        const { right } = paragraph.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(paragraph).fontSize);
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const ends = new Map<number, number>();
        for (const box of range.getClientRects()) {
          const line = Math.round(box.bottom / 8);
          ends.set(line, Math.max(ends.get(line) ?? 0, box.right));
        }
        const lines = [...ends].sort(([a], [b]) => a - b).map(([, end]) => end);
        // An amount with its unit is at most this long.
        return lines.slice(0, -1).some((end) => right - end > 10 * size)
          ? [paragraph.textContent.slice(0, 20)]
          : [];
      }),
    );
    await page.close();
    expect(early).toEqual([]);
  });
});

describe('the list of units', () => {
  it.each([PHONE, 800, 1280])(
    'has name, amounts and years apart from each other, %i px wide',
    async (width) => {
      const page = await open('index.html', width);
      const rows = await page.$$eval('.units > li', (all) =>
        all.map((row) =>
          [...row.children].map((part) => {
            const { left, top, right, bottom } = part.getBoundingClientRect();
            return { left, top, right, bottom };
          }),
        ),
      );
      await page.close();
      expect(rows.length).toBeGreaterThan(1);
      for (const [name, revenue, expenditure, years] of rows) {
        // The amounts stand side by side; the name stands beside or above both, as the years do.
        expect(revenue?.top).toBe(expenditure?.top);
        expect(revenue?.right).toBeLessThan(expenditure?.left ?? 0);
        expect(name?.left).toBe(years?.left);
        expect(name?.bottom).toBeLessThanOrEqual(years?.top ?? 0);
      }
    },
  );
});

describe('pages that go on loading', () => {
  it.each(
    ['index.html', 'search/index.html?q=公车'].flatMap((path) =>
      [PHONE, 1280].map((width) => ({ path, width })),
    ),
  )('keep still: $path, $width px wide', async ({ path, width }) => {
    const page = await open(path, width);
    await page.waitForNetworkIdle();
    const moved = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const sum = (list: PerformanceObserverEntryList): number =>
            list
              .getEntries()
              .reduce((total, entry) => total + (entry as unknown as { value: number }).value, 0);
          new PerformanceObserver((list) => done(sum(list))).observe({
            type: 'layout-shift',
            buffered: true,
          });
          setTimeout(() => done(0), 500);
        }),
    );
    await page.close();
    expect(moved).toBeLessThan(0.02);
  });
});

describe('a printed page of the site', () => {
  it('says what is folded on the screen, and none of the ways to other pages', async () => {
    const page = await open('demo-bureau/2023/compare/', 1280);
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));
    await page.close();
    // Without its own fonts Chrome writes some characters as radicals that look the same.
    const text = pages
      .map((one) => one.text)
      .join('')
      .normalize('NFKC');
    expect(text).toContain('一般公共预算财政拨款基本支出,按经济分类');
    expect(text).toContain('人员经费2332.41');
    // A reason follows the change that it explains.
    expect(text).toMatch(/公务接待费2\.741\.970\.7739\.05%主要原因:“兄弟地市/);
    expect(text).not.toContain('搜索');
    expect(text).not.toContain('数字出处');
  });
});

describe('the comparison of two years', () => {
  it('shows item, both years, change and rate on a phone without scrolling aside', async () => {
    const page = await open('demo-bureau/2023/compare/', PHONE);
    const right = await page.$$eval('#largest ~ .sheet-scroll thead th', (heads) =>
      heads.map((head) => Math.round(head.getBoundingClientRect().right)),
    );
    await page.close();
    expect(right).toHaveLength(5);
    expect(right.filter((end) => end > PHONE)).toEqual([]);
  });

  it('shows the reasons of changes in full on a phone, below what they explain', async () => {
    const page = await open('demo-bureau/2023/compare/', PHONE);
    const reasons = await page.$$eval('#largest ~ .sheet-scroll .reasons', (rows) =>
      rows.map((row) => {
        const { left, right } = (row.querySelector('p') ?? row).getBoundingClientRect();
        return { left, right, name: row.previousElementSibling?.querySelector('th')?.textContent.trim() };
      }),
    );
    await page.close();
    expect(reasons.length).toBeGreaterThan(4);
    expect(reasons.filter(({ left, right, name }) => left < 0 || right > PHONE || !name)).toEqual([]);
  });

  it('draws a fall to the left of the line from which a rise goes to the right', async () => {
    const page = await open('demo-bureau/2023/compare/', 1280);
    const bars = await page.$$eval('#expenditure ~ .sheet-scroll tbody tr', (rows) =>
      rows.flatMap((row) => {
        const [line, bar] = row.querySelectorAll('svg path');
        const change = Number(row.querySelectorAll('td')[2]?.textContent);
        if (line === undefined || bar === undefined) return [];
        const [zero, box] = [line.getBoundingClientRect().left, bar.getBoundingClientRect()];
        return [{ change, side: Math.sign(box.left + box.right - 2 * zero) }];
      }),
    );
    await page.close();
    expect(bars.filter(({ change }) => change < 0).length).toBeGreaterThan(0);
    expect(bars.filter(({ change, side }) => Math.abs(change) > 20 && side !== Math.sign(change))).toEqual(
      [],
    );
  });
});
