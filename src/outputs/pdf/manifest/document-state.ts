import { createHash } from 'node:crypto';
import { PDFName, PDFStream } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { readContents, type PageContent } from '../content/page-content.ts';
import { TextReader, type PageText } from '../content/page-text.ts';
import { readTags } from '../tags/read-tags.ts';
import { contentOf } from '../tags/tag.ts';
import type { Manifest, ObjectPart, PageRecord } from './manifest.ts';
import { contentOf as bytesOf } from './object-digest.ts';
import { objectParts } from './object-parts.ts';

/** A text that the tags hold, and on which page, counted from 1, it stands. */
export interface ReadText {
  readonly page: number;
  readonly text: string;
}

/** What a finished PDF holds, as far as it can be read from the file. */
export interface DocumentState extends Pick<Manifest, 'description'> {
  readonly pages: readonly PageRecord[];
  readonly objects: Readonly<Record<ObjectPart, string>>;
  /** All text that the tags hold, in the order of reading. */
  readonly text: readonly ReadText[];
}

/** Reads a finished PDF. Throws for one that this program did not write. */
export function stateOf(document: PDFDocument): DocumentState {
  const contents = readContents(document);
  const texts = readTexts(contents);
  const numbers = new Map(contents.map(({ page }, index) => [page.ref, index] as const));
  const text = [...contentOf(readTags(document))].map(({ page, mcid }): ReadText => {
    const index = numbers.get(page) ?? -1;
    return { page: index + 1, text: texts[index]?.tagged.get(mcid) ?? '' };
  });
  return { text, ...recordOf(document, contents, texts) };
}

/** What a finished PDF holds beside the text of its tags, from what its pages are drawn by. */
export function recordOf(
  document: PDFDocument,
  contents: readonly PageContent[],
  texts = readTexts(contents),
): Omit<DocumentState, 'text'> {
  const { frames, objects } = objectParts(document);
  const metadata = document.catalog.lookup(PDFName.of('Metadata'));
  return {
    pages: contents.map(({ lines }, index) => ({
      furniture: texts[index]?.untagged ?? '',
      drawing: hashOf(lines.join('\n')),
      frame: frames[index] ?? '',
    })),
    description: hashOf(metadata instanceof PDFStream ? bytesOf(metadata) : ''),
    objects,
  };
}

function readTexts(contents: readonly PageContent[]): readonly PageText[] {
  const reader = new TextReader();
  return contents.map((content) => reader.read(content));
}

/** SHA-256 in hexadecimal. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
