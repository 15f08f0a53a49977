import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/outputs/pdf/browser.ts';
import { SiteBrowser } from '../support/site-browser.ts';

const TABLES = 'demo-bureau/2023/tables/index.html';
const FORMS = 'demo-bureau/2023/explanations/index.html';
const COMPARISON = 'demo-bureau/2023/compare/index.html';

let browser: SiteBrowser;
let page: Page;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

afterEach(() => page.close());

async function open(path: string, width: number): Promise<void> {
  ({ page } = await browser.visit(path, { width }));
}

/** Amounts whose headings, as a screen reader is told them, are not those that stand above and left of them. */
function wronglyHeaded(): { readonly amounts: number; readonly wrong: readonly string[] } {
  const centre = (one: Element, axis: 'x' | 'y'): number => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return axis === 'x' ? (left + right) / 2 : (top + bottom) / 2;
  };
  const covers = (head: Element, cell: Element, axis: 'x' | 'y'): boolean => {
    const { left, right, top, bottom } = head.getBoundingClientRect();
    const at = centre(cell, axis);
    return axis === 'x' ? left < at && at < right : top < at && at < bottom;
  };
  const named = (cell: Element): readonly Element[] =>
    (cell.getAttribute('headers') ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);
  // Of a table that stands upright on a phone, the form that is not shown has no place.
  const amounts = [...document.querySelectorAll('.sheet-scroll td.amount')].filter(
    (cell) => cell.getClientRects().length > 0,
  );
  const wrong = amounts.filter((cell) => {
    const heads = named(cell);
    const table = cell.closest('table');
    const above = heads.filter((head) => head.matches('thead th'));
    const beside = heads.filter((head) => head.matches('th[scope=row]'));
    return !(
      heads.length === (cell.getAttribute('headers') ?? '').split(' ').length &&
      heads.every((head) => head.closest('table') === table && head.textContent !== '') &&
      above.length > 0 &&
      above.every((head) => covers(head, cell, 'x')) &&
      // The table of the three public expenses has a single row, which nothing names.
      beside.length === (cell.parentElement?.querySelector('th') ? 1 : 0) &&
      beside.every((head) => covers(head, cell, 'y') && centre(head, 'x') < centre(cell, 'x'))
    );
  });
  return { amounts: amounts.length, wrong: wrong.map((cell) => cell.outerHTML) };
}

/** Cells whose text reaches out of them, or is cut off. */
function clipped(): readonly string[] {
  return [...document.querySelectorAll('.sheet-scroll :is(td, th)')]
    .filter((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      const text = range.getBoundingClientRect();
      const box = cell.getBoundingClientRect();
      return text.width > 0 && (text.left < box.left - 1 || text.right > box.right + 1);
    })
    .map((cell) => cell.textContent);
}

describe('a screen reader', () => {
  it.each([360, 1280])('is told the headings above and beside each amount, %i px wide', async (width) => {
    await open(TABLES, width);
    const { amounts, wrong } = await page.evaluate(wronglyHeaded);
    expect(amounts).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });

  it('finds a heading for each cell of a form', async () => {
    await open(FORMS, 1280);
    const [cells, without] = await page.evaluate(() => {
      const tds = [...document.querySelectorAll('.form td')].filter((td) => td.textContent.trim() !== '');
      const alone = tds.filter((td) => {
        const { left, right, top, bottom } = td.getBoundingClientRect();
        return ![...(td.closest('table')?.querySelectorAll('th[scope]') ?? [])].some((th) => {
          const box = th.getBoundingClientRect();
          const inRow = box.top < bottom && top < box.bottom && box.right <= left + 1;
          const above = box.left < right && left < box.right && box.bottom <= top + 1;
          return /^row/.test(th.getAttribute('scope') ?? '') ? inRow : above;
        });
      });
      return [tds.length, alone.map((td) => td.textContent)] as const;
    });
    expect(cells).toBeGreaterThan(500);
    expect(without).toEqual([]);
  });
});

/** What names a reader sees in the row of a cell left of it, the name of the cell's own side, and whether its head is in view. */
function namesSeenBeside(cell: Element) {
  const { left, top, right, bottom } = cell.getBoundingClientRect();
  const row = (top + bottom) / 2;
  const at = (x: number, y: number): Element | null | undefined =>
    document.elementFromPoint(x, y)?.closest('th, td');
  const seen = new Set(Array.from({ length: Math.floor(left / 4) }, (_, step) => at(4 * step + 2, row)));
  const names = [...seen].filter(
    (one) => one?.matches('th.row') && getComputedStyle(one).color !== 'rgba(0, 0, 0, 0)',
  );
  const headers = (cell.getAttribute('headers') ?? '').split(' ').map((id) => document.getElementById(id));
  const region = cell.closest('.sheet-scroll')?.getBoundingClientRect().top ?? 0;
  const heads = Array.from({ length: 40 }, (_, step) => at((left + right) / 2, region + 4 * step + 2));
  return {
    names: names.map((one) => one?.textContent),
    own: headers.at(-1)?.textContent,
    head: headers.slice(0, 2).every((one) => heads.includes(one)),
  };
}

describe('on a phone', () => {
  it('what was spent stands before the budget, without scrolling aside', async () => {
    await open(TABLES, 360);
    const rows = await page.$$eval('[data-table=three-public] table.upright tr', (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    );
    expect(rows[0]).toEqual(['项目', '决算数', '预算数']);
    expect(rows.map(([item]) => item)).toContain('公务接待费');
    expect(rows.find(([item]) => item === '合计')).toEqual(['合计', '49.79', '51.30']);
    const shown = await page.$eval('[data-table=three-public] .sheet-scroll', (one) => one.checkVisibility());
    expect(shown).toBe(false);
  });

  it('a form stands as cards, each value below what it is', async () => {
    await open(FORMS, 360);
    const wide = await page.$$eval('.form td, .form th', (cells) =>
      cells.filter((cell) => cell.getBoundingClientRect().right > innerWidth).map((cell) => cell.textContent),
    );
    expect(wide).toEqual([]);
    const label = await page.$eval('[data-figure="绩效.project-7.指标.4.得分"]', (cell) => [
      getComputedStyle(cell, '::before').content,
      cell.textContent,
    ]);
    expect(label).toEqual(['"得分"', '6.72']);
  });

  it('a table that goes on beside the screen says so, and no other', async () => {
    await open(TABLES, 360);
    const said = (table: string): Promise<number> =>
      page.$eval(`[data-table=${table}] .sheet-scroll`, (one) =>
        parseFloat(getComputedStyle(one, '::before').height),
      );
    expect(await said('revenue')).toBeGreaterThan(10);
    await page.setViewport({ width: 1600, height: 900 });
    expect(await said('revenue')).toBe(0);
  });

  it.each([TABLES, FORMS, COMPARISON])('no cell of %s is cut off', async (path) => {
    await open(path, 360);
    expect(await page.evaluate(clipped)).toEqual([]);
  });

  it('the names of the rows stay in view while a wide table is scrolled by keyboard', async () => {
    await open(TABLES, 360);
    const region = '[data-table=expenditure] .sheet-scroll';
    await page.focus(region);
    const seen = (): Promise<readonly [scrolled: number, left: number, right: number]> =>
      page.$eval(region, (element) => {
        const name = document.createRange();
        name.selectNodeContents(element.querySelector('tbody th.stub') ?? element);
        const { left, right } = name.getBoundingClientRect();
        return [element.scrollLeft, left, right] as const;
      });
    const [before] = await seen();
    expect(before).toBe(0);
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (selector) => (document.querySelector(selector)?.scrollLeft ?? 0) > 200,
      {},
      region,
    );
    const [, left, right] = await seen();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThan(300);
  });

  it.each([
    ['revenue-expenditure', '支出.208.合计'],
    ['fiscal-appropriation', '支出.208.国有资本经营预算.合计'],
    ['basic-expenditure', '基本支出.31006'],
  ])('beside the amounts of %s stand the names of their own side, below its heads', async (key, figure) => {
    await open(TABLES, 360);
    const region = `[data-table=${key}] .sheet-scroll`;
    await page.$eval(`${region} [data-figure="${figure}"]`, async (cell) => {
      const table = cell.closest('.sheet-scroll');
      table?.scrollIntoView();
      table?.scrollTo(table.scrollWidth, 250);
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      // What follows a scroll is there with the frame after the next.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
    const seen = await page.$eval(`${region} [data-figure="${figure}"]`, namesSeenBeside);
    expect(seen.names).toEqual([seen.own]);
    expect(seen.head).toBe(true);
  });

  it('every region that scrolls can be reached by keyboard and has a name', async () => {
    for (const path of [TABLES, FORMS, COMPARISON]) {
      if (path !== TABLES) await page.close();
      await open(path, 360);
      const nameless = await page.$$eval('.sheet-scroll', (regions) =>
        regions
          .filter((region) => {
            const by = document.getElementById(region.getAttribute('aria-labelledby') ?? '');
            const name = region.getAttribute('aria-label') ?? by?.textContent ?? '';
            return name.trim() === '' || (region as HTMLElement).tabIndex !== 0;
          })
          .map((region) => region.outerHTML.slice(0, 100)),
      );
      expect(nameless).toEqual([]);
    }
  });
});
