import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import { AFRelationship, PDFArray, PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { contentOf } from './manifest/object-digest.ts';
import { isTextObject } from './text-object.ts';

/** A file that goes with the document inside of the PDF. */
export interface AttachedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** What it is, for readers. */
  readonly title: string;
  /** `Data`: what the document shows; `Source`: what it was made from; `Supplement`: what goes with it. */
  readonly relation: 'Data' | 'Source' | 'Supplement';
  /** Its bytes as the PDF holds them, where they have been packed already. */
  readonly packed?: Uint8Array;
}

const pack = promisify(deflate);

/** Packs files on other threads, so that meanwhile this one goes on, or waits for a print. */
export function packFiles(files: readonly AttachedFile[]): Promise<readonly AttachedFile[]> {
  return Promise.all(files.map(async (file) => ({ ...file, packed: await pack(file.bytes) })));
}

const NOTHING = new Uint8Array();

/** Puts files into the PDF, as associated with the whole document (ISO 19005-3, 6.8). */
export async function attachFiles(document: PDFDocument, files: readonly AttachedFile[]): Promise<void> {
  for (const { name, mediaType, title, relation } of files) {
    // What it holds follows: the library packs with code of its own, which takes twice the time that zlib takes.
    await document.attach(NOTHING, name, {
      mimeType: mediaType,
      description: title,
      afRelationship: AFRelationship[relation],
    });
  }
  await document.flush();
  const entries = fileEntries(document);
  for (const { name, bytes, packed = deflateSync(bytes) } of files) {
    const stream = streamOf(entries.get(name));
    stream?.updateContents(packed);
    stream?.dict.lookup(PDFName.of('Params'), PDFDict).set(PDFName.of('Size'), PDFNumber.of(bytes.length));
  }
  // Named once more for programs that do not read `UF`; the library would write one byte a character.
  for (const entry of entries.values()) {
    const name = entry.get(PDFName.of('UF'));
    if (name !== undefined) entry.set(PDFName.of('F'), name);
  }
}

/** The files that a PDF brings, by their names. Throws for one that cannot be read. */
export function attachedFiles(document: PDFDocument): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const [name, entry] of fileEntries(document)) {
    const stream = streamOf(entry);
    if (stream !== undefined) found.set(name, contentOf(stream));
  }
  return found;
}

function streamOf(entry: PDFDict | undefined): PDFStream | undefined {
  const stream = entry?.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
  return stream instanceof PDFStream ? stream : undefined;
}

/** What is said of each file that goes with the document (its file specification, ISO 32000-1, 7.11.3), by its name. */
export function fileEntries({ catalog }: PDFDocument): ReadonlyMap<string, PDFDict> {
  const files = catalog.lookupMaybe(PDFName.of('AF'), PDFArray);
  const found = new Map<string, PDFDict>();
  for (let index = 0; index < (files?.size() ?? 0); index += 1) {
    const entry = files?.lookup(index, PDFDict);
    const name = entry?.lookup(PDFName.of('UF'));
    if (entry !== undefined && isTextObject(name)) found.set(name.decodeText(), entry);
  }
  return found;
}

/** The names of the files as readers list them (EmbeddedFiles), in the order of the list. */
export function listedFiles({ catalog }: PDFDocument): readonly string[] {
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  const open = [names?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)];
  const found: string[] = [];
  for (const branch of open) {
    for (const entry of itemsOf(branch, 'Names')) if (isTextObject(entry)) found.push(entry.decodeText());
    for (const kid of itemsOf(branch, 'Kids')) if (kid instanceof PDFDict) open.push(kid);
  }
  return found.sort();
}

function itemsOf(dictionary: PDFDict | undefined, key: string): readonly (PDFObject | undefined)[] {
  const list = dictionary?.lookupMaybe(PDFName.of(key), PDFArray);
  return Array.from({ length: list?.size() ?? 0 }, (_, index) => list?.lookup(index));
}
