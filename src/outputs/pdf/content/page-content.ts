import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { readStream, writeStream, writeStreamAside } from './stream-text.ts';

/** What a page is drawn by. Chrome writes one drawing operation a line, and never breaks a line within a text. */
export interface PageContent {
  readonly page: PDFPage;
  readonly lines: readonly string[];
}

/** The content of all pages, in their order. */
export function readContents(document: PDFDocument): readonly PageContent[] {
  return document.getPages().map((page) => ({
    page,
    lines: contentStreams(page).flatMap((stream) => readStream(stream).split('\n')),
  }));
}

/** The fonts of a page, by the names that its content calls them. */
export function fontsOf({ page }: PageContent): (name: string) => PDFDict | undefined {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  return (name) => fonts?.lookupMaybe(PDFName.of(name), PDFDict);
}

/** Puts the lines back into their page. Throws for a page that is drawn by several streams, which Chrome never writes. */
export function writeContent({ page, lines }: PageContent): void {
  writeStream(onlyStream(page), lines.join('\n'));
}

/** Does the same with many pages at once, while this thread goes on. */
export async function writeContents(contents: readonly PageContent[]): Promise<void> {
  await Promise.all(contents.map(({ page, lines }) => writeStreamAside(onlyStream(page), lines.join('\n'))));
}

function onlyStream(page: PDFPage): PDFRawStream {
  const [stream, ...others] = contentStreams(page);
  if (stream === undefined || others.length > 0) throw new Error('A page has one content stream.');
  return stream;
}

function contentStreams(page: PDFPage): readonly PDFRawStream[] {
  const contents = page.node.lookup(PDFName.of('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((stream) => page.doc.context.lookup(stream))
    .filter((stream) => stream instanceof PDFRawStream);
}
