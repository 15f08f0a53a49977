import { PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { hashOf } from '../manifest/document-state.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { readTags } from '../tags/read-tags.ts';
import { isTag, type Tag } from '../tags/tag.ts';
import type { Fault } from './compare-text.ts';

/** Holds a PDF against what a list of the first form says of it: the types of its tags and the files of its fonts. */
export function compareFirstForm({ tags, fonts }: Manifest, document: PDFDocument): readonly Fault[] {
  const sameFonts = JSON.stringify(fontHashes(document)) === JSON.stringify(fonts);
  return [
    ...(hashOf(outlineOf(readTags(document))) === tags
      ? []
      : [{ message: '标签（无障碍结构）与生成时不一样' }]),
    ...(sameFonts ? [] : [{ message: '嵌入的字体与生成时不一样' }]),
  ];
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
