import type * as Library from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type * as ReadingHalf from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { GivenFile, Refused } from '../given-file.ts';
import type { GivenText } from './given-text.ts';
import type { Page, Piece } from './pdf/page.ts';
import { pdfText } from './pdf/pdf-text.ts';
import { rulingsIn, type Matrix } from './pdf/rulings.ts';
import { PdfPort } from './pdf-port.ts';
import { inflatesTooFar } from './pdf-streams.ts';

/** No booklet is nearly as long. */
const MAX_PAGES = 1000;

/**
 * The text of a PDF, line by line, without running heads and page numbers, and its tables by their lines. Nothing in it
 * is run, no link followed.
 */
export async function openPdf({ name, bytes }: GivenFile): Promise<GivenText | Refused> {
  // The library mends what was cut off, so that nobody would know how much is missing.
  if (!endsAsPdf(bytes)) return { file: name, refused: BROKEN };
  if (inflatesTooFar(bytes)) return { file: name, refused: TOO_LARGE };
  const [pdf, { WorkerMessageHandler }] = await libraries();
  const port = new PdfPort();
  WorkerMessageHandler.initializeFromPort(port);
  // To the library only what a browser calls a worker is a port.
  const worker = new pdf.PDFWorker({ port: port as never });
  const loading = pdf.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    enableXfa: false,
    stopAtErrors: false,
    // No page is painted: pictures are not unpacked, nor letters outlined.
    maxImageSize: 0,
    disableFontFace: false,
    worker,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > MAX_PAGES)
      return {
        file: name,
        refused: `PDF 有 ${document.numPages} 页，不像决算公开文本；请检查是否给错了文件`,
      };
    const pages = await pagesOf(document, pdf);
    if (pages.every(({ pieces }) => pieces.length === 0))
      return { file: name, refused: 'PDF 里没有文字，多半是扫描件；请用有文字的 PDF，或 Word 稿' };
    return pdfText(name, pages);
  } catch (error) {
    return { file: name, refused: sentenceFor(error) };
  } finally {
    await loading.destroy();
    worker.destroy();
  }
}

/** The two halves of pdf.js: they take long to load, and most imports need neither. */
function libraries(): Promise<[typeof Library, typeof ReadingHalf]> {
  return Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
}

/** What stands on the pages, and the lines that are drawn on those that may have tables. */
async function pagesOf(
  document: PDFDocumentProxy,
  { AnnotationMode, OPS }: Pick<typeof Library, 'AnnotationMode' | 'OPS'>,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let hadColumns = false;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const matrix = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
    const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item, matrix) : []));
    const drawn = { annotationMode: AnnotationMode.DISABLE };
    const inColumns = hasColumns(pieces);
    // Of a table that a page's end has torn, a single cell may stand on the next page.
    const isRuled = inColumns || hadColumns;
    const rulings = isRuled ? rulingsIn(await page.getOperatorList(drawn), OPS, matrix) : [];
    hadColumns = inColumns;
    pages.push({ number, pieces, rulings });
    page.cleanup();
  }
  return pages;
}

const BROKEN = 'PDF 已损坏，读不出来；请重新导出';
const TOO_LARGE = 'PDF 解压后过大，不像决算公开文本；请检查是否给错了文件';

/** Behind the end of a PDF, little else may stand. */
const END = '%%EOF';
const BEHIND_END = 4096;

function endsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.slice(-BEHIND_END)).includes(END);
}

/** A run of text as pdf.js gives it. */
interface TextRun {
  readonly str: string;
  /** The last two numbers are where it begins. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

function pieceOf({ str, transform, width, height }: TextRun, matrix: Matrix): readonly Piece[] {
  if (str.trim() === '') return [];
  const [x = 0, y = 0] = transform.slice(4);
  const left = matrix[0] * x + matrix[2] * y + matrix[4];
  const base = matrix[1] * x + matrix[3] * y + matrix[5];
  return [{ text: str, left, right: left + width, base, size: height }];
}

/** In letters: what stands further apart on one line stands in columns. */
const GAP = 2;
/** A running head and the number of its page stand apart on every page. */
const LEAST_GAPS = 2;

/** Whether a page may have a table: to list all that is drawn takes longer than to read the text. */
function hasColumns(pieces: readonly Piece[]): boolean {
  const gaps = pieces.filter((piece, index) => {
    const before = pieces[index - 1];
    return (
      before !== undefined &&
      Math.abs(before.base - piece.base) < piece.size / 2 &&
      Math.abs(piece.left - before.right) > GAP * piece.size
    );
  });
  return gaps.length >= LEAST_GAPS;
}

function sentenceFor(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'PDF 有密码；请去掉密码后另存';
  if (name === 'InvalidPDFException' || name === 'FormatError') return BROKEN;
  throw error;
}
