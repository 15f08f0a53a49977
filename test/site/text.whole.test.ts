import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '../../src/outputs/pdf/browser.ts';
import { SiteBrowser } from '../support/site-browser.ts';

const BOOKLETS = ['changji-sme/2023', 'demo-bureau/2023'] as const;
const PARTS = ['overview', 'explanations', 'glossary', 'tables'] as const;

let browser: SiteBrowser;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

/** The paragraphs, headings and cells within an element, as they read; what is only on the screen left out. */
function blocksOf(page: Page, within: string): Promise<readonly string[]> {
  return page.$eval(within, (element) => {
    for (const one of element.querySelectorAll('.spoken, [data-aux]')) one.remove();
    return [...element.querySelectorAll('p, li, h2, h3, h4, h5, th, td, figcaption > span')].map((block) =>
      block.textContent.trim(),
    );
  });
}

/**
 * Where a line begins with what must not stand there (，。%), or with the rest of a number: as `number|rest`. Chrome
 * breaks there if it is let to break anywhere.
 */
function badBreaks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const bad: string[] = [];
    const topOf = (node: Text, at: number): number => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().top;
    };
    for (const block of document.querySelectorAll('.prose > p, body.print section > p, .form td')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let last: { text: string; top: number } | undefined;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text)) continue;
        for (let at = 0; at < node.data.length; at += 1) {
          const text = node.data[at] ?? '';
          const top = topOf(node, at);
          const bound =
            /[，。、；：！？）》”%.]/.test(text) || (/[\d.]/.test(last?.text ?? '') && /\d/.test(text));
          if (last !== undefined && bound && top > last.top + 8)
            bad.push(`${last.text}|${node.data.slice(at, at + 8)}`);
          last = { text, top };
        }
      }
    }
    return bad;
  });
}

/** A pack may print >= and <= as ≥ and ≤. */
function signed(text: string): string {
  return text.replace('≥', '>=').replace('≤', '<=');
}

it.each(BOOKLETS)('the text of %s is the same on the pages of its parts and in print', async (booklet) => {
  const { page } = await browser.visit(`${booklet}/print/index.html`);
  for (const part of PARTS) {
    const [, ...print] = await blocksOf(page, `[data-part=${part}]`);
    const web = await browser.look(`${booklet}/${part}/index.html`, (own) => blocksOf(own, '.prose'));
    expect(web.length).toBeGreaterThan(3);
    expect(web.map(signed)).toEqual(print.map(signed));
  }
  await page.close();
});

describe('a line of the text', () => {
  it('never begins with a full stop or within a number, however wide the screen', async () => {
    const { page } = await browser.visit('demo-bureau/2023/explanations/index.html');
    for (const width of [320, 360, 400, 540, 580, 600, 700, 1280]) {
      await page.setViewport({ width, height: 800 });
      expect(await badBreaks(page), `${width} px`).toEqual([]);
    }
    await page.close();
  });

  it('never does so in print', async () => {
    const { page } = await browser.visit('demo-bureau/2023/print/index.html', { width: 600 });
    await page.emulateMediaType('print');
    expect(await badBreaks(page)).toEqual([]);
    await page.close();
  });
});
