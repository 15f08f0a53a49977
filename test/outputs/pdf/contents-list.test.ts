import { beforeAll, describe, expect, it } from 'vitest';
import { printSample, sampleSite } from './printed-sample.ts';
import { readPdf, unspaced } from './read-pdf.ts';
import { sampleBooklet } from './sample-booklet.ts';

let siteRoot: string;
let pdf: Awaited<ReturnType<typeof readPdf>>;

beforeAll(async () => {
  siteRoot = await sampleSite();
  pdf = await readPdf(await printSample(siteRoot));
});

describe('contents list', () => {
  it('gives the page on which each heading stands', () => {
    const contents = pdf.pages[1]?.text ?? '';
    const listed = pdf.bookmarks.filter(({ title }) =>
      /^(?:第.部分|[一二三四五]、|.*决算.*表$)/u.test(title),
    );
    expect(listed.length).toBe(15);
    for (const { title, page } of listed) {
      expect(contents).toContain(`${unspaced(title)}${page}`);
      expect(pdf.pages[page - 1]?.text).toContain(unspaced(title));
    }
  });

  it('has its numbers at one edge', () => {
    const numbers = pdf.pages[1]?.placed.filter(({ text, left }) => /^\d+$/u.test(text) && left > 300) ?? [];
    expect(numbers.length).toBe(15);
    expect(new Set(numbers.map(({ text }) => text.length)).size).toBe(2);
    const edges = numbers.map(({ right }) => right);
    expect(Math.max(...edges) - Math.min(...edges)).toBeLessThan(0.3);
  });

  it('gives the pages of so few entries that not each digit is drawn to keep their places', async () => {
    const entry = '<li><a href="#一、主要职能">一、主要职能</a><span data-page-number></span></li>';
    const short = sampleBooklet().replace(
      /(<nav [^]*?<ol>)[^]*(<\/ol><\/nav>)/u,
      (_, start: string, end: string) => start + entry + end,
    );
    const { pages, bookmarks } = await readPdf(await printSample(siteRoot, short));
    const page = bookmarks.find(({ title }) => title === '一、主要职能')?.page ?? NaN;
    // A single place is kept by 0, 1 and 2.
    expect(String(page)).toMatch(/[3-9]/u);
    expect(pages[1]?.text).toContain(`一、主要职能${page}`);
  });

  it('gives pages of three digits, at the same edge as the others, in a booklet of more than 99 pages', async () => {
    const leaf = '<p style="break-before: page">另起一页。</p>';
    const { pages, bookmarks } = await readPdf(await printSample(siteRoot, sampleBooklet(leaf.repeat(100))));
    const contents = pages[1];
    const behind = bookmarks.filter(
      ({ title, page }) => /^[一二三四五]、|.*决算.*表$/u.test(title) && page > 99,
    );
    expect(behind.length).toBeGreaterThan(5);
    for (const { title, page } of behind) {
      expect(contents?.text).toContain(`${unspaced(title)}${page}`);
      expect(pages[page - 1]?.text).toContain(unspaced(title));
    }
    const numbers = contents?.placed.filter(({ text, left }) => /^\d+$/u.test(text) && left > 300) ?? [];
    expect(new Set(numbers.map(({ text }) => text.length))).toEqual(new Set([1, 3]));
    const edges = numbers.map(({ right }) => right);
    expect(Math.max(...edges) - Math.min(...edges)).toBeLessThan(0.3);
  });
});
