import { PDFDocument } from '@cantoo/pdf-lib';
import { missingGlyphs } from '../../document/glyphs.ts';
import type { AttachedFile } from './attached-file.ts';
import type { Browser, Page } from './browser.ts';
import { headingTitles } from './bookmarks.ts';
import { contentsTargets, fillPageNumbers } from './contents-list.ts';
import { finishPdf } from './finish-pdf.ts';
import type { DocumentDetails } from './document-details.ts';
import { fitTables } from './fit-tables.ts';
import { readPieces } from './manifest/read-pieces.ts';
import { destinationPages } from './page-numbers.ts';
import { withPrintPage } from './print-page.ts';
import type { PrintSource } from './print-page.ts';
import { markElements } from './tags/element-marks.ts';
import { takeWatermark, type Outline } from './watermark.ts';

/** A page to print and what to enter in the PDF. */
export type PrintJob = PrintSource & DocumentDetails & { readonly files?: readonly AttachedFile[] };

/** Filling in the numbers may move what stands after the contents list, once; twice is a fault. */
const MOST_PRINTS = 4;

/**
 * Prints a built page as the finished PDF: page numbers in its contents list, bookmarks, tags,
 * language, title, fixed dates. The same job gives the same bytes with the same browser version.
 *
 * Throws when a character has no glyph in the booklet's fonts, when the contents list links to
 * nothing, or when a file that the page asks for is missing.
 */
export function printBooklet(browser: Browser, job: PrintJob): Promise<Uint8Array> {
  return withPrintPage(browser, job, job.title, async (page) => {
    const watermark = await takeWatermark(page);
    await refuseMissingCharacters(page, job.title);
    await fitTables(page);
    await markElements(page);
    const document = await printWithNumbers(page);
    const texts = {
      links: await readLinkTexts(page),
      headings: await headingTitles(page),
      pieces: await readPieces(page),
    };
    const outline = watermark === undefined ? undefined : await outlineOf(watermark);
    return finishPdf(document, job, { ...texts, outline }, job.files ?? []);
  });
}

/** Loaded only now: most booklets are final. */
async function outlineOf(text: string): Promise<Outline> {
  const { textOutline } = await import('../pictures/text-outline.ts');
  return textOutline(text);
}

async function refuseMissingCharacters(page: Page, title: string): Promise<void> {
  const text = await page.evaluate(() => document.body.innerText);
  const missing = missingGlyphs(title + text);
  if (missing.length === 0) return;
  const list = missing.map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `“${character}”（U+${code}）`;
  });
  throw new Error(`PDF 的字库里没有这些字：${list.join('、')}。请改用通行的写法。`);
}

/** The text of the page's links by their `href`, the ids in it decoded. */
async function readLinkTexts(page: Page): Promise<ReadonlyMap<string, string>> {
  const links = await page.$$eval('a[href]', (elements) =>
    elements.map((link) => {
      const href = link.getAttribute('href') ?? '';
      return [href.startsWith('#') ? decodeURIComponent(href) : href, link.innerText] as const;
    }),
  );
  return new Map(links);
}

async function printWithNumbers(page: Page): Promise<PDFDocument> {
  const targets = await contentsTargets(page);
  let filled: readonly number[] = [];
  for (let count = 1; count <= MOST_PRINTS; count += 1) {
    const document = await print(page);
    const pages = destinationPages(document);
    const numbers = targets.map((id) => {
      const number = pages.get(id);
      if (number === undefined) throw new Error(`目录链接没有目标：#${id}`);
      return number;
    });
    if (numbers.join() === filled.join()) return document;
    await fillPageNumbers(page, numbers);
    filled = numbers;
  }
  throw new Error('目录页码排了又变，定不下来。');
}

async function print(page: Page): Promise<PDFDocument> {
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  return PDFDocument.load(bytes, { updateMetadata: false });
}
