import { createHash } from 'node:crypto';
import { PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { readContents } from '../content/page-content.ts';
import { TextReader } from '../content/page-text.ts';
import { readTags } from '../tags/read-tags.ts';
import { contentOf, isTag, type Tag } from '../tags/tag.ts';
import type { Manifest, PageRecord } from './manifest.ts';

/** A text that the tags hold, and on which page, counted from 1, it stands. */
export interface ReadText {
  readonly page: number;
  readonly text: string;
}

/** What a finished PDF holds, as far as it can be read from the file. */
export interface DocumentState extends Pick<Manifest, 'tags' | 'description' | 'fonts'> {
  readonly pages: readonly PageRecord[];
  /** All text that the tags hold, in the order of reading. */
  readonly text: readonly ReadText[];
}

/** Reads a finished PDF. Throws for one that this program did not write. */
export function stateOf(document: PDFDocument): DocumentState {
  const reader = new TextReader();
  const contents = readContents(document);
  const texts = contents.map((content) => reader.read(content));
  const numbers = new Map(contents.map(({ page }, index) => [page.ref, index] as const));
  const tags = readTags(document);
  const text = [...contentOf(tags)].map(({ page, mcid }): ReadText => {
    const index = numbers.get(page) ?? -1;
    return { page: index + 1, text: texts[index]?.tagged.get(mcid) ?? '' };
  });
  return {
    text,
    pages: contents.map(({ lines }, index) => ({
      furniture: texts[index]?.untagged ?? '',
      drawing: hashOf(lines.join('\n')),
    })),
    tags: hashOf(outlineOf(tags)),
    description: hashOf(streamBytes(document.catalog.lookup(PDFName.of('Metadata')))),
    fonts: fontHashes(document),
  };
}

/** `Document(Sect(P H1) …)` */
function outlineOf({ type, kids, alt }: Tag): string {
  const inner = kids.map((kid) => (isTag(kid) ? outlineOf(kid) : '·')).join(' ');
  return `${type}${alt === undefined ? '' : String(alt)}(${inner})`;
}

function fontHashes(document: PDFDocument): Readonly<Record<string, string>> {
  const fonts = document.context.enumerateIndirectObjects().flatMap(([, value]) => {
    if (!(value instanceof PDFDict) || value.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor'))
      return [];
    const name = value.lookupMaybe(PDFName.of('FontName'), PDFName)?.decodeText() ?? '';
    const files = ['FontFile2', 'FontFile3'].map((key) => value.lookup(PDFName.of(key)));
    return [[name, hashOf(...files.map(streamBytes))] as const];
  });
  return Object.fromEntries(fonts.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The bytes of a stream as they stand in the file; none where there is no stream. */
function streamBytes(stream: unknown): Uint8Array {
  return stream instanceof PDFRawStream ? stream.contents : new Uint8Array();
}

/** SHA-256 in hexadecimal. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
