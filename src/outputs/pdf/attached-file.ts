import {
  AFRelationship,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { inflateSync } from 'node:zlib';

/** A file that goes with the document inside of the PDF. */
export interface AttachedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** What it is, for readers. */
  readonly title: string;
  /** `Data`: what the document shows; `Source`: what it was made from; `Supplement`: what goes with it. */
  readonly relation: 'Data' | 'Source' | 'Supplement';
}

/** Puts files into the PDF, as associated with the whole document (ISO 19005-3, 6.8). */
export async function attachFiles(document: PDFDocument, files: readonly AttachedFile[]): Promise<void> {
  for (const { name, bytes, mediaType, title, relation } of files) {
    await document.attach(bytes, name, {
      mimeType: mediaType,
      description: title,
      afRelationship: AFRelationship[relation],
    });
  }
}

/** The files that a PDF brings, by their names. Throws for one that cannot be read. */
export function attachedFiles(document: PDFDocument): ReadonlyMap<string, Uint8Array> {
  const files = document.catalog.lookupMaybe(PDFName.of('AF'), PDFArray);
  const found = new Map<string, Uint8Array>();
  for (let index = 0; index < (files?.size() ?? 0); index += 1) {
    const file = files?.lookup(index, PDFDict);
    const name = file?.lookup(PDFName.of('UF'));
    const stream = file?.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
    if (!(name instanceof PDFHexString || name instanceof PDFString)) continue;
    if (!(stream instanceof PDFRawStream)) continue;
    const compressed = stream.dict.has(PDFName.of('Filter'));
    found.set(name.decodeText(), compressed ? inflateSync(stream.contents) : stream.contents);
  }
  return found;
}
