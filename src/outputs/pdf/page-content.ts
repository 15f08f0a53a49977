import { PDFArray, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { readStream, writeStream } from './stream-text.ts';

const PATH_START = /^-?[\d.].* (?:re|m)$/u;
const PATH_PAINT = /^(?:f\*?|F|S|s|B\*?|b\*?|(?:W\*? )?n)$/u;
const OPENS_MARK = / ?(?:BDC|BMC)$/u;

/**
 * Marks whatever is drawn outside of the tagged text as an artifact: the running head, the page
 * number and rules. Chrome tags the text but leaves these unmarked, so a screen reader would not know
 * whether to read them (PDF/UA, ISO 14289-1, 7.1).
 */
export function markArtifacts(document: PDFDocument): void {
  for (const page of document.getPages()) {
    for (const stream of contentStreams(page)) {
      writeStream(stream, markLines(readStream(stream).split('\n')).join('\n'));
    }
  }
}

/** The streams that a page is drawn by. */
export function contentStreams(page: PDFPage): readonly PDFRawStream[] {
  const contents = page.node.lookup(PDFName.of('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((stream) => page.doc.context.lookup(stream))
    .filter((stream) => stream instanceof PDFRawStream);
}

/** Chrome writes one drawing operation a line, and never breaks a line within a text. */
function markLines(lines: readonly string[]): readonly string[] {
  const marked: string[] = [];
  let depth = 0;
  let end: RegExp | undefined;
  for (const line of lines) {
    if (depth === 0 && end === undefined) {
      end = endOfDrawing(line);
      if (end !== undefined) marked.push('/Artifact BMC');
    }
    marked.push(line);
    if (end === undefined) {
      if (OPENS_MARK.test(line)) depth += 1;
      if (line === 'EMC') depth -= 1;
    } else if (end.test(line)) {
      marked.push('EMC');
      end = undefined;
    }
  }
  return marked;
}

/** How the drawing ends that this line begins; undefined when the line draws nothing. */
function endOfDrawing(line: string): RegExp | undefined {
  if (line === 'BT') return /^ET$/u;
  if (PATH_START.test(line)) return PATH_PAINT;
  return undefined;
}
