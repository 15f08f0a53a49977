import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { printWithParts } from '../../../src/outputs/pdf/print-booklet.ts';
import { readTags } from '../../../src/outputs/pdf/tags/read-tags.ts';
import { verifyPdf } from '../../../src/outputs/pdf/verify/verify-pdf.ts';
import { sharedBrowser } from '../../support/site-browser.ts';
import { sampleSite } from './printed-sample.ts';
import { readPdf } from './read-pdf.ts';
import { sampleBooklet, sampleDetails, sampleTitle } from './sample-booklet.ts';
import { sheetKeys } from './sample-sheets.ts';

/** Parts that get a PDF of their own. */
const PARTS = ['explanations', 'tables'] as const;

let parts: ReadonlyMap<string, Uint8Array>;
let pdf: Awaited<ReturnType<typeof readPdf>>;

beforeAll(async () => {
  const asked = PARTS.map((key) => ({ ...sampleDetails, key, title: `${sampleTitle} ${key}` }));
  const job = { ...sampleDetails, siteRoot: await sampleSite(), html: sampleBooklet() };
  const printed = await printWithParts(await sharedBrowser(), job, asked);
  parts = printed.parts;
  pdf = await readPdf(printed.whole);
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
