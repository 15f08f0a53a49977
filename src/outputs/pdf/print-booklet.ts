import { packFiles, type AttachedFile } from './attached-file.ts';
import type { Browser, Page } from './browser.ts';
import { fillPageNumbers } from './contents-list.ts';
import { withPageNumbers } from './content/written-numbers.ts';
import { finishPdf, readPrint, type Print } from './finish-pdf.ts';
import type { DocumentDetails } from './document-details.ts';
import { withNumbers } from './manifest/read-pieces.ts';
import { destinationPages } from './page-numbers.ts';
import { PLACEHOLDERS, preparePage } from './prepare-page.ts';
import { withPrintPage } from './print-page.ts';
import type { PrintSource } from './print-page.ts';
import type { Outline } from './watermark.ts';

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
  return withPrintPage(browser, job, 'print', async (page) => {
    timed('load');
    const asked = parts.map(({ key }) => key);
    const prepared = await preparePage(page, job.title, asked, (step, took) =>
      job.onStage?.(`page: ${step}`, took),
    );
    timed('page');
    // Packed while Chrome prints.
    const packing = packFiles(job.files ?? []);
    const { print, bytes, numbers } = await printWithNumbers(page, prepared.targets, timed);
    const shared = {
      links: new Map(prepared.links),
      headings: prepared.headings,
      outline: prepared.draft === undefined ? undefined : await outlineOf(prepared.draft),
      fonts: job.fonts?.map(({ terms }) => terms),
    };
    const pieces = withNumbers(prepared.pieces, numbers);
    const whole = await finishPdf(print, job, { ...shared, pieces }, await packing);
    timed('finish');
    const printed = new Map<string, Uint8Array>();
    for (const [index, { key, ...details }] of parts.entries()) {
      // Charts may stand before the first.
      const fromEnd = prepared.parts.length - prepared.parts.indexOf(key);
      const texts = { ...shared, pieces: prepared.partPieces[index] ?? [] };
      const again = await readPrint(bytes);
      printed.set(key, await finishPdf(again, details, texts, [], { fromEnd }));
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

/** Loaded only now: most booklets are final. */
async function outlineOf(text: string): Promise<Outline> {
  const { textOutline } = await import('../pictures/text-outline.ts');
  return textOutline(text);
}

/** A print as Chrome wrote it, read, and the page numbers in its contents list. */
interface Numbered {
  readonly bytes: Uint8Array;
  readonly print: Print;
  readonly numbers: readonly number[];
}

/**
 * Prints a page whose contents list has numbers that only keep the place, and writes the true ones in their place. Where that cannot
 * be done, the page gets those that the print told, and is printed once more.
 */
async function printWithNumbers(
  page: Page,
  targets: readonly string[],
  timed: (stage: string) => void,
): Promise<Numbered> {
  let filled: readonly number[] | undefined;
  for (let count = 1; count <= MOST_PRINTS; count += 1) {
    const bytes = await page.pdf(PRINT_OPTIONS);
    timed('print');
    const print = await readPrint(bytes);
    timed('parse');
    const pages = destinationPages(print.document);
    const numbers = targets.map((id) => {
      const number = pages.get(id);
      if (number === undefined) throw new Error(`目录链接没有目标：#${id}`);
      return number;
    });
    if (numbers.length === 0 || numbers.join() === filled?.join()) return { bytes, print, numbers };
    const kept = filled?.map(String) ?? PLACEHOLDERS;
    const contents = withPageNumbers(print.contents, print.tags, kept, numbers);
    if (contents !== undefined) return { bytes, print: { ...print, contents }, numbers };
    await page.evaluate(fillPageNumbers, numbers.map(String));
    filled = numbers;
  }
  throw new Error('目录页码排了又变，定不下来。');
}

const PRINT_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  // They are there when the page is prepared; to ask once more is a call, before which Chrome would paint the page.
  waitForFonts: false,
} as const;
