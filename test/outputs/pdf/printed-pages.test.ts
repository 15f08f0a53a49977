import { beforeAll, describe, expect, it } from 'vitest';
import { printSample, sampleSite } from './printed-sample.ts';
import { readPdf, unspaced } from './read-pdf.ts';
import { sampleBooklet, sampleTitle } from './sample-booklet.ts';
import { variedSample } from './varied-sample.ts';

const runningTitle = unspaced(sampleTitle);

let pdf: Awaited<ReturnType<typeof readPdf>>;
/** The sample with named pages. */
let varied: Awaited<ReturnType<typeof readPdf>>;

beforeAll(async () => {
  const siteRoot = await sampleSite();
  pdf = await readPdf(await printSample(siteRoot));
  varied = await readPdf(await printSample(siteRoot, variedSample()));
});

/** The text nodes of the sample, without spaces. */
function sampleTexts(): readonly string[] {
  const body = sampleBooklet().replace(/^[^]*<body[^>]*>/u, '');
  return body
    .split(/<[^>]*>/u)
    .map((text) => unspaced(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')))
    .filter((text) => text !== '');
}

/** Head and foot of a page, as they are read before what stands between them; the contents list has a head of its own. */
function furniture(index: number): RegExp {
  return new RegExp(`^${runningTitle}(?:目录)?第${index + 1}页共${pdf.pages.length}页`, 'u');
}

/** What stands on the pages between head and foot, in one piece. */
function bodyText(): string {
  return pdf.pages.map(({ text }, index) => text.replace(furniture(index), '')).join('');
}

describe('pages', () => {
  it('show every text of the page, to the last character', () => {
    const printed = bodyText();
    const lost = sampleTexts().filter((text) => !printed.includes(text));
    expect(lost).toEqual([]);
  });

  it('carry title and number in head and foot, the cover excepted', () => {
    const [cover, ...others] = pdf.pages;
    expect(cover?.text).not.toContain('第1页');
    for (const [index, { text }] of others.entries()) {
      expect(text).toMatch(furniture(index + 1));
    }
  });

  it('turn only for landscape tables', () => {
    const wide = pdf.pages.filter(({ width, height }) => width > height);
    expect(wide.map(({ text }) => /收入决算表|政府性基金|本年收入合计/u.test(text))).not.toContain(false);
    expect(wide.length).toBeGreaterThan(1);
  });

  it('repeat the head of a long table', () => {
    const wide = pdf.pages.filter(({ width, height }) => width > height);
    expect(wide.every(({ text }) => text.includes('栏次'))).toBe(true);
  });

  it('keep everything inside the margins, in its full size', () => {
    for (const { placed, width } of pdf.pages) {
      for (const { left, right } of placed) {
        expect(left).toBeGreaterThan(30);
        expect(right).toBeLessThan(width - 30);
      }
    }
    const sizes = pdf.pages[3]?.placed.map(({ size }) => size.toFixed(1));
    expect(sizes).toContain('12.0');
  });

  it('never end with a heading', () => {
    const headings = pdf.bookmarks.map(({ title }) => unspaced(title));
    const ends = pdf.pages.slice(1).filter(({ text }) => headings.some((heading) => text.endsWith(heading)));
    expect(ends).toEqual([]);
  });
});

describe('forms', () => {
  /** Pages of a form, from the first on, up to that of the next bookmark. */
  const pagesOf = (index: number) => {
    const forms = pdf.bookmarks.filter(({ title }) => title === '项目支出绩效自评表');
    const from = forms[index]?.page ?? NaN;
    const next = pdf.bookmarks.find(({ page }) => page > from);
    return pdf.pages.slice(from - 1, (next?.page ?? NaN) - 1);
  };
  const sizesOn = (pages: typeof pdf.pages) =>
    pages.flatMap(({ placed }) => placed.filter(({ text }) => /指标$/u.test(text)).map(({ size }) => size));

  it('that would go over by a few rows get less air, and stand on one page in letters of nine points', () => {
    expect(pagesOf(0)).toHaveLength(1);
    expect(Math.min(...sizesOn(pagesOf(0)))).toBeCloseTo(9);
  });

  it('that need more than a page go on overleaf in letters of nine points', () => {
    expect(pagesOf(1).length).toBeGreaterThan(1);
    const sizes = pagesOf(1).flatMap(({ placed }) => placed.map(({ size }) => size));
    expect(Math.min(...sizes)).toBeCloseTo(9);
  });

  it('leave no words behind them to a page of their own', () => {
    const last = pdf.pages.find(({ text }) => text.includes('六、其他需说明的事项无其他说明事项'));
    expect(last?.text).toContain('指标');
  });
});

describe('heads of pages', () => {
  it('name the table on each page over which it goes, and the part elsewhere', () => {
    const { pages } = varied;
    const named = (name: string): number =>
      pages.filter(({ text }) => text.startsWith(runningTitle + name)).length;
    expect(named('公开02表收入决算表')).toBeGreaterThan(1);
    expect(named('第二部分部门决算情况说明')).toBeGreaterThan(1);
    const wide = pages.filter(({ width, height }) => width > height);
    expect(wide.filter(({ text }) => !text.startsWith(runningTitle + '公开02表'))).toEqual([]);
  });
});
