import { cp, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../src/outputs/pdf/browser.ts';
import type { Browser } from '../../../src/outputs/pdf/browser.ts';
import { fontLicences } from '../../../src/outputs/pdf/font-licences.ts';
import { readContents, writeContent } from '../../../src/outputs/pdf/content/page-content.ts';
import { addWatermark, type Outline } from '../../../src/outputs/pdf/watermark.ts';
import { textOutline } from '../../../src/outputs/pictures/text-outline.ts';
import { fontFiles } from '../../../src/outputs/pdf/fonts.ts';
import { printBooklet, printWithParts } from '../../../src/outputs/pdf/print-booklet.ts';
import { readTags } from '../../../src/outputs/pdf/tags/read-tags.ts';
import { verifyPdf } from '../../../src/outputs/pdf/verify/verify-pdf.ts';
import { fontNames } from '../../../src/outputs/pdf/font-names.ts';
import { sharedBrowser } from '../../support/site-browser.ts';
import { attachedTexts, readPdf, unspaced } from './read-pdf.ts';
import { sampleBooklet, sampleDetails, sampleTitle, sampleUnit } from './sample-booklet.ts';
import { sheetKeys } from './sample-sheets.ts';
import { namedPages, RARE, variedSample } from './varied-sample.ts';

const styles = join(import.meta.dirname, '../../../src/site/styles');

const runningTitle = unspaced(sampleTitle);

/** Parts that get a PDF of their own. */
const PARTS = ['explanations', 'tables'] as const;

let siteRoot: string;
let browsers: readonly [Browser, Browser];
let bytes: Uint8Array;
let parts: ReadonlyMap<string, Uint8Array>;
let pdf: Awaited<ReturnType<typeof readPdf>>;
/** The sample with links, rare characters and named pages. */
let variedBytes: Uint8Array;
let varied: Awaited<ReturnType<typeof readPdf>>;

beforeAll(async () => {
  siteRoot = await mkdtemp(join(tmpdir(), 'mingbai-test-site-'));
  await cp(styles, siteRoot, { recursive: true });
  await writeFile(join(siteRoot, 'pages.css'), namedPages());
  browsers = await Promise.all([sharedBrowser(), openBrowser()]);
  const asked = PARTS.map((key) => ({ ...sampleDetails, key, title: `${sampleTitle} ${key}` }));
  const job = { ...sampleDetails, siteRoot, html: sampleBooklet() };
  ({ whole: bytes, parts } = await printWithParts(browsers[0], job, asked));
  variedBytes = await printBooklet(browsers[0], { ...job, html: variedSample() });
  [pdf, varied] = [await readPdf(bytes), await readPdf(variedBytes)];
});

afterAll(async () => {
  await browsers[1].close();
  await rm(siteRoot, { recursive: true });
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
});

describe('a part in a PDF of its own', () => {
  const partOf = (key: string): Uint8Array => parts.get(key) ?? new Uint8Array();

  it('is its pages of the whole, with the numbers that they have there', async () => {
    const starts = pdf.pages.findIndex(
      ({ text }) => text.includes('第二部分部门决算情况说明') && !text.includes('目录'),
    );
    const { pages } = await readPdf(partOf('explanations'));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages).toEqual(pdf.pages.slice(starts, starts + pages.length));
    const document = await getDocument({ data: partOf('explanations').slice(), verbosity: 0 }).promise;
    const labels = await document.getPageLabels();
    expect(labels).toEqual(pages.map((_, index) => String(starts + index + 1)));
  });

  it('has the bookmarks that lead to its pages, and a title that names it', async () => {
    const { bookmarks, info, pages } = await readPdf(partOf('tables'));
    const before = pdf.pages.length - pages.length;
    expect(bookmarks.map(({ title, page }) => [title, page + before])).toEqual(
      pdf.bookmarks.filter(({ page }) => page > before).map(({ title, page }) => [title, page]),
    );
    expect(bookmarks.length).toBeGreaterThan(sheetKeys.length - 1);
    expect(info['Title']).toBe(`${sampleTitle} tables`);
  });

  it('holds no page, font or tag of the others, and is verified as the whole is', async () => {
    for (const key of PARTS) {
      const verified = await verifyPdf(partOf(key));
      expect(verified.faults).toEqual([]);
      const document = await PDFDocument.load(partOf(key), { updateMetadata: false });
      expect(verified.counts?.pages).toBe(document.getPageCount());
      const pages = document.context
        .enumerateIndirectObjects()
        .filter(
          ([, value]) => value instanceof PDFDict && value.get(PDFName.of('Type')) === PDFName.of('Page'),
        );
      expect(pages.length).toBe(document.getPageCount());
    }
  });

  it('begins with a heading of the first level', async () => {
    const document = await PDFDocument.load(partOf('explanations'), { updateMetadata: false });
    const [first] = readTags(document).kids;
    expect(first).toMatchObject({ type: 'Part' });
    const types = JSON.stringify(first, ['type', 'kids']);
    expect(/"type":"(H\d)"/u.exec(types)?.[1]).toBe('H1');
  });
});

describe('a draft', () => {
  it('says so across each page in a drawing that is an artifact, and no text of the page changes', async () => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const outline = await textOutline('征求意见稿');
    const drawn = addWatermark(document, readContents(document), outline);
    for (const content of drawn) writeContent(content);
    for (const { lines } of drawn) {
      const at = lines.indexOf('/Watermark Do');
      expect(lines.slice(0, at).filter((line) => line.endsWith('BDC'))).toEqual([
        '/Artifact <</Type /Pagination /Subtype /Watermark>> BDC',
      ]);
    }
    const read = await readPdf(await document.save());
    expect(read.pages.map(({ text }) => text)).toEqual(pdf.pages.map(({ text }) => text));
  });

  it('is drawn with the outline of each sign of its name', async () => {
    const shapes = ({ operators }: Outline): number =>
      operators.split('\n').filter((line) => line === 'h').length;
    const [one, two] = [await textOutline('草'), await textOutline('草草')];
    expect(shapes(one)).toBeGreaterThan(0);
    expect(shapes(two)).toBe(2 * shapes(one));
    expect(two.width).toBe(2 * one.width);
  });
});

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

describe('document', () => {
  it('has title, author, language and the claim to accessibility, and no date that nobody gave', () => {
    expect(pdf.info).toMatchObject({
      Title: sampleTitle,
      Author: sampleUnit,
      Language: 'zh-CN',
      Producer: 'Mingbai 0.0.0',
    });
    expect(pdf.info['CreationDate'] ?? pdf.info['ModDate']).toBeUndefined();
    expect(pdf.metadata.getRaw()).not.toContain('Date');
    expect(pdf.marked).toBe(true);
    expect(pdf.metadata.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('has bookmarks for parts, sections, forms and tables', () => {
    const titles = pdf.bookmarks.map(({ title }) => title);
    expect(titles).toContain('第二部分 部门决算情况说明');
    expect(titles).toContain('四、财政拨款“三公”经费支出决算情况说明');
    expect(titles).toContain('项目支出绩效自评表');
    expect(titles).toContain('收入支出决算总表');
  });

  it('uses the fonts of the booklet only', async () => {
    const names = fontNames(await PDFDocument.load(bytes));
    expect(names.length).toBeGreaterThan(2);
    expect(fontFiles.map(({ postScriptName }) => postScriptName)).toEqual(expect.arrayContaining([...names]));
  });

  it('brings the licences of the fonts that are in it, as a supplement', async () => {
    const document = await PDFDocument.load(bytes);
    const text = fontLicences(fontNames(document));
    expect(text).not.toContain('HanaMin');
    expect(await attachedTexts(bytes)).toMatchObject({ 'font-licenses.txt': text });
    const file = document.catalog.lookup(PDFName.of('AF'), PDFArray).lookup(0, PDFDict);
    expect(file.get(PDFName.of('AFRelationship'))).toBe(PDFName.of('Supplement'));
  });

  it('shows rare characters and signs in fonts of their own, and they are copied as they were written', async () => {
    const text = varied.pages.map((page) => page.text).join('');
    expect(text).toContain(`综合${RARE}服务科`);
    expect(varied.bookmarks.map(({ title }) => title)).toContain(`二、机构${RARE}设置及人员情况`);
    const names = fontNames(await PDFDocument.load(variedBytes));
    const own = fontNames(await PDFDocument.load(bytes));
    expect(names.filter((name) => !own.includes(name))).toEqual([
      'HanaMinB',
      'NotoSansSymbols2-Regular',
      'NotoSerifHK-Regular',
      'NotoSerifJP-Regular',
    ]);
    expect(variedBytes.length).toBeLessThan(bytes.length + 60_000);
    expect(await attachedTexts(variedBytes)).toMatchObject({ 'font-licenses.txt': fontLicences(names) });
  });

  it('is the same, byte for byte, when printed again, from a file and by another browser', async () => {
    const folder = join(siteRoot, 'unit/2023/print');
    await mkdir(folder, { recursive: true });
    const htmlFile = join(folder, 'index.html');
    await writeFile(htmlFile, sampleBooklet());
    const again = await Promise.all(
      browsers.map((browser) => printBooklet(browser, { ...sampleDetails, siteRoot, htmlFile })),
    );
    for (const other of again) expect(Buffer.compare(other, bytes)).toBe(0);
  });
});

describe('links', () => {
  it('lead within the document or to the network, never into the folder it was built in', () => {
    const { links } = varied;
    expect(links.filter((link) => link.includes(':'))).toEqual(['https://www.gov.cn/ 乙']);
    expect(links).toContain('#一、主要职能 一、主要职能');
  });
});

describe('a page that cannot be printed', () => {
  const print = (html: string) => printBooklet(browsers[0], { ...sampleDetails, siteRoot, html });

  it('has a character outside of the fonts', async () => {
    await expect(print(sampleBooklet('<p>甲ก乙</p>'))).rejects.toThrow('“ก”（U+0E01）');
  });

  it('has a contents entry that leads nowhere', async () => {
    const html = sampleBooklet().replace('id="part-glossary"', '');
    await expect(print(html)).rejects.toThrow('#part-glossary');
  });

  it('asks for a file that is not in the output folder', async () => {
    const html = sampleBooklet().replace('/print.css', '/missing.css');
    await expect(print(html)).rejects.toThrow('missing.css');
  });

  it('asks for something from the network', async () => {
    await expect(print(sampleBooklet('<img alt="" src="https://example.org/x.png">'))).rejects.toThrow(
      'https://example.org/x.png',
    );
  });
});
