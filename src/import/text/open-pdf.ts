import type { GivenFile, Refused } from '../given-file.ts';
import { pagedFile, type GivenText } from './given-text.ts';
import { inflatesTooFar } from './pdf-streams.ts';
import { withoutPageMargins, type Line } from './page-margins.ts';

/** No booklet is nearly as long. */
const MAX_PAGES = 1000;

/** The text of a PDF, line by line, without running heads and page numbers. Nothing in it is run, no link followed. */
export async function openPdf({ name, bytes }: GivenFile): Promise<GivenText | Refused> {
  // The library mends what was cut off, so that nobody would know how much is missing.
  if (!endsAsPdf(bytes)) return { file: name, refused: BROKEN };
  if (inflatesTooFar(bytes)) return { file: name, refused: TOO_LARGE };
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > MAX_PAGES)
      return {
        file: name,
        refused: `PDF 有 ${document.numPages} 页，不像决算公开文本；请检查是否给错了文件`,
      };
    const pages: (readonly Line[])[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter((item) => 'str' in item)));
      page.cleanup();
    }
    if (pages.every((lines) => lines.length === 0))
      return { file: name, refused: 'PDF 里没有文字，多半是扫描件；请用有文字的 PDF，或 Word 稿' };
    return pagedFile(name, withoutPageMargins(pages));
  } catch (error) {
    return { file: name, refused: sentenceFor(error) };
  } finally {
    await loading.destroy();
  }
}

const BROKEN = 'PDF 已损坏，读不出来；请重新导出';
const TOO_LARGE = 'PDF 解压后过大，不像决算公开文本；请检查是否给错了文件';

/** Behind the end of a PDF, little else may stand. */
const END = '%%EOF';
const BEHIND_END = 4096;

function endsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.slice(-BEHIND_END)).includes(END);
}

/** A piece of text on a page. */
interface Piece {
  readonly str: string;
  /** The last number is how high above the bottom it stands. */
  readonly transform: readonly number[];
  readonly height: number;
}

/** Pieces in the order in which they are drawn, a new line where they stand at another height. */
function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: string[][] = [];
  let height: number | undefined;
  for (const { str, transform, height: size } of pieces) {
    if (str.trim() === '') continue;
    const at = transform[5] ?? 0;
    if (height !== undefined && Math.abs(at - height) <= size / 2) lines.at(-1)?.push(str);
    else lines.push([str]);
    height = at;
  }
  return lines;
}

function sentenceFor(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'PDF 有密码；请去掉密码后另存';
  if (name === 'InvalidPDFException' || name === 'FormatError') return BROKEN;
  throw error;
}
