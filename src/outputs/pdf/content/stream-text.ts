import { promisify } from 'node:util';
import { deflate, deflateSync, inflateSync } from 'node:zlib';
import { PDFName } from '@cantoo/pdf-lib';
import type { PDFRawStream } from '@cantoo/pdf-lib';

/** The text of a stream as Chrome writes them: one byte a character, compressed or not. */
export function readStream(stream: PDFRawStream): string {
  const compressed = stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
  return Buffer.from(compressed ? inflateSync(stream.contents) : stream.contents).toString('latin1');
}

/** Replaces the text of a stream, compressed. */
export function writeStream(stream: PDFRawStream, text: string): void {
  replace(stream, deflateSync(Buffer.from(text, 'latin1')));
}

const pack = promisify(deflate);

/** Does the same, and compresses on another thread. */
export async function writeStreamAside(stream: PDFRawStream, text: string): Promise<void> {
  replace(stream, await pack(Buffer.from(text, 'latin1')));
}

function replace(stream: PDFRawStream, compressed: Uint8Array): void {
  stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  stream.updateContents(compressed);
}
