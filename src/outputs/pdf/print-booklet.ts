import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { missingGlyphs } from '../../document/glyphs.ts';
import type { AttachedFile } from './attached-file.ts';
import type { Browser, Page } from './browser.ts';
import { readHeadings } from './bookmarks.ts';
import { contentsTargets, fillPageNumbers } from './contents-list.ts';
import { finishPdf } from './finish-pdf.ts';
import type { DocumentDetails } from './document-details.ts';
import { fitTables } from './fit-tables.ts';
import { readPieces } from './manifest/read-pieces.ts';
import { destinationPages } from './page-numbers.ts';
import { withPrintPage } from './print-page.ts';
import type { PrintSource } from './print-page.ts';
import { setLines } from './set-lines.ts';
import { markElements } from './tags/element-marks.ts';
import { takeWatermark, type Outline } from './watermark.ts';

/** A page to print and what to enter in the PDF. */
export type PrintJob = PrintSource &
  DocumentDetails & {
    readonly files?: readonly AttachedFile[];
    /** Told what a stage took, in milliseconds; one that is repeated, each time. */
    readonly onStage?: (stage: string, took: number) => void;
  };

/** A part that gets a PDF of its own, and what to enter in that. */
export interface PartJob extends DocumentDetails {
  /** The part's key. */
  readonly key: string;
}

/** A printed booklet, and those of its parts that were asked for. */
export interface PrintedBooklet {
  readonly whole: Uint8Array;
  /** By the parts' keys. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** Filling in the numbers may move what stands after the contents list, once; twice is a fault. */
const MOST_PRINTS = 4;

/**
 * Prints a built page as the finished PDF: page numbers in its contents list, bookmarks, tags,
 * language, title, fixed dates. The same job gives the same bytes with the same browser version.
 *
 * Throws when a character has no glyph in the booklet's fonts, when the contents list links to
 * nothing, or when a file that the page asks for is missing.
 */
export async function printBooklet(browser: Browser, job: PrintJob): Promise<Uint8Array> {
  return (await printWithParts(browser, job, [])).whole;
}

/**
 * Prints a built page as `printBooklet` does, and makes PDFs of parts of it: their pages are taken out of the same print, and keep
 * the numbers that they have in the whole.
 */
export function printWithParts(
  browser: Browser,
  job: PrintJob,
  parts: readonly PartJob[],
): Promise<PrintedBooklet> {
  const timed = stageTimer(job.onStage);
  return withPrintPage(browser, job, job.title, async (page) => {
    timed('load');
    const watermark = await takeWatermark(page);
    await refuseMissingCharacters(page, job.title);
    await setLines(page);
    await fitTables(page);
    timed('fit');
    await markElements(page);
    const { document, bytes } = await printWithNumbers(page, timed);
    const shared = {
      links: await readLinkTexts(page),
      headings: await readHeadings(page),
      outline: watermark === undefined ? undefined : await outlineOf(watermark),
      fonts: job.fonts?.map(({ terms }) => terms),
    };
    const pieces = await readPieces(page);
    timed('read page');
    const whole = await finishPdf(document, job, { ...shared, pieces }, job.files ?? []);
    timed('finish');
    const printed = new Map<string, Uint8Array>();
    for (const { key, ...details } of parts) {
      const fromEnd = await placeFromEnd(page, key);
      const texts = { ...shared, pieces: await readPieces(page, partSelector(key)) };
      printed.set(key, await finishPdf(await loadPdf(bytes), details, texts, [], { fromEnd }));
    }
    return { whole, parts: printed };
  });
}

/** Tells what has passed since the last stage, as that of the stage that is named. */
function stageTimer(onStage: PrintJob['onStage']): (stage: string) => void {
  let since = performance.now();
  return (stage) => {
    const now = performance.now();
    onStage?.(stage, now - since);
    since = now;
  };
}

function partSelector(key: string): string {
  return `[data-part=${JSON.stringify(key)}]`;
}

/** Which part it is, counted from the last: charts may stand before the first. */
async function placeFromEnd(page: Page, key: string): Promise<number> {
  const keys = await page.$$eval('[data-part]', (parts) =>
    parts.map((part) => part.getAttribute('data-part')),
  );
  return keys.length - keys.indexOf(key);
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

/** A print as Chrome wrote it. */
interface Print {
  readonly bytes: Uint8Array;
  readonly document: PDFDocument;
}

/** The first print tells the pages of what is in the contents list, no more: without tags it is made and read far more quickly. */
async function printWithNumbers(page: Page, timed: (stage: string) => void): Promise<Print> {
  const targets = await contentsTargets(page);
  let filled: readonly number[] = [];
  for (let count = 1; count <= MOST_PRINTS; count += 1) {
    const isLast = count > 1 || targets.length === 0;
    const printed = await print(page, isLast);
    timed(isLast ? 'print' : 'first print');
    const pages = destinationPages(printed.document);
    const numbers = targets.map((id) => {
      const number = pages.get(id);
      if (number === undefined) throw new Error(`目录链接没有目标：#${id}`);
      return number;
    });
    if (isLast && numbers.join() === filled.join()) return printed;
    await fillPageNumbers(page, numbers);
    filled = numbers;
  }
  throw new Error('目录页码排了又变，定不下来。');
}

async function print(page: Page, tagged: boolean): Promise<Print> {
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged,
    outline: tagged,
  });
  return { bytes, document: await loadPdf(bytes) };
}

function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}
