import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { deflateSync } from 'node:zlib';
import { attachedFiles, attachFiles, fileEntries } from '../../../src/outputs/pdf/attached-file.ts';
import { bookmarksIn } from '../../../src/outputs/pdf/bookmarks.ts';
import { readStream, writeStream } from '../../../src/outputs/pdf/content/stream-text.ts';
import { contentOf } from '../../../src/outputs/pdf/manifest/object-digest.ts';
import type { Chance } from './chance.ts';
import { leadElsewhere } from './lead-elsewhere.ts';
import type { Mutant } from './mutant.ts';

/** What somebody may change of what a PDF brings and says beside its pages. */
export const OBJECT_MUTANTS: Readonly<Record<string, Mutant>> = {
  'another byte in an attached file': (document, chance) => {
    const entry = chance.of([...fileEntries(document).values()]);
    changeByte(streamOf(entry), chance);
  },
  'the figures of another year': (document, _chance, other) => {
    const entry = fileEntries(document).get('figures.json');
    const bytes = attachedFiles(other.document).get('figures.json');
    if (entry === undefined || bytes === undefined) throw new Error('There are no figures.');
    pack(streamOf(entry), bytes);
  },
  'the list of another year': (document, _chance, other) => {
    const entry = fileEntries(document).get('manifest.json');
    const bytes = attachedFiles(other.document).get('manifest.json');
    if (entry === undefined || bytes === undefined) throw new Error('There is no list.');
    pack(streamOf(entry), bytes);
  },
  'an attached file taken out': (document, chance) => {
    const files = document.catalog.lookup(PDFName.of('AF'), PDFArray);
    files.remove(chance.below(files.size()));
  },
  'another file attached': (document) =>
    attachFiles(document, [
      { name: 'other.csv', bytes: Buffer.from('1,2'), mediaType: 'text/csv', title: '', relation: 'Data' },
    ]),
  'an attached file called otherwise': (document, chance) =>
    void chance.of(dataEntries(document)).set(PDFName.of('Desc'), PDFString.of('other')),
  'an attached file of another kind': (document, chance) =>
    void chance.of(dataEntries(document)).set(PDFName.of('AFRelationship'), PDFName.of('Unspecified')),
  'no tags': (document) => void document.catalog.delete(PDFName.of('StructTreeRoot')),
  'a tag of another type': (document, chance) =>
    void chance.of(tags(document, ['TH', 'TD', 'H1', 'H2', 'P'])).set(PDFName.of('S'), PDFName.of('Span')),
  'tags in another order': (document, chance) => {
    const parents = tags(document, ['TR', 'Sect', 'TBody']).filter((one) => kidsOf(one) > 1);
    const kids = chance.of(parents).lookup(PDFName.of('K'), PDFArray);
    const [first, second] = [kids.get(0), kids.get(1)];
    kids.set(0, second);
    kids.set(1, first);
  },
  'another description of a picture': (document, chance) =>
    void chance.of(tags(document, ['Figure'])).set(PDFName.of('Alt'), PDFHexString.fromText('下降')),
  'a cell under another head': (document, chance) => {
    const cells = tags(document, ['TD', 'TH']).filter(
      (one) => one.lookup(PDFName.of('A')) instanceof PDFDict,
    );
    chance.of(cells).lookup(PDFName.of('A'), PDFDict).set(PDFName.of('ColSpan'), PDFNumber.of(7));
  },
  'signs that stand for others': (document, chance) => {
    const fonts = dictionaries(document).filter((one) => one.has(PDFName.of('ToUnicode')));
    const stream = chance.of(fonts).lookup(PDFName.of('ToUnicode'));
    if (!(stream instanceof PDFRawStream)) throw new Error('A font has a table.');
    const text = readStream(stream);
    writeStream(stream, text.replace(/^(<[0-9A-F]{4}>) <[0-9A-F]{4}>$/mu, '$1 <0039>'));
  },
  'letters of another shape': (document, chance) => {
    const fonts = dictionaries(document).flatMap((one) =>
      ['FontFile2', 'FontFile3'].map((key) => one.lookup(PDFName.of(key))),
    );
    changeByte(chance.of(fonts.filter((one) => one instanceof PDFRawStream)), chance);
  },
  'letters of another width': (document, chance) => {
    const widths = dictionaries(document)
      .map((one) => one.lookup(PDFName.of('W')))
      .filter((one) => one instanceof PDFArray);
    const list = chance.of(widths).lookup(1, PDFArray);
    list.set(0, PDFNumber.of(123));
  },
  'another word in the metadata': (document, chance) => {
    const stream = document.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream;
    const text = Buffer.from(stream.contents);
    const places = [...text.toString('latin1').matchAll(/>[0-9A-Za-z]/gu)].map(({ index }) => index + 1);
    text[chance.of(places)] = 'x'.charCodeAt(0);
    stream.updateContents(text);
  },
  'another title, author or date': (document, chance) => {
    const information = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
    information.set(chance.of(information.keys()), PDFString.of('D:20010101'));
  },
  'a bookmark of another name': (document, chance) =>
    void chance.of(bookmarks(document)).set(PDFName.of('Title'), PDFHexString.fromText('预算')),
  'a bookmark to another page': (document, chance) => {
    const list = chance.of(bookmarks(document)).lookup(PDFName.of('Dest'), PDFArray);
    leadElsewhere(list, document, chance);
  },
  'bookmarks left out': (document, chance) => {
    const before = bookmarks(document).filter((one) => one.has(PDFName.of('Next')));
    chance.of(before).delete(PDFName.of('Next'));
  },
  'a script': (document) =>
    void document.catalog.set(
      PDFName.of('OpenAction'),
      document.context.obj({ S: 'JavaScript', JS: PDFString.of('1') }),
    ),
  'other numbers of pages': (document) =>
    void document.catalog.set(PDFName.of('PageLabels'), document.context.obj({ Nums: [0, { S: 'r' }] })),
  'other colours': (document, chance) => {
    const intent = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
    changeByte(intent.lookup(PDFName.of('DestOutputProfile')) as PDFRawStream, chance);
  },
  'another language': (document) => void document.catalog.set(PDFName.of('Lang'), PDFString.of('en')),
};

function dataEntries(document: PDFDocument): readonly PDFDict[] {
  return [...fileEntries(document)].filter(([name]) => name !== 'manifest.json').map(([, entry]) => entry);
}

function streamOf(entry: PDFDict): PDFRawStream {
  return entry.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F')) as PDFRawStream;
}

/** Changes what a stream holds in one byte. */
function changeByte(stream: PDFRawStream, chance: Chance): void {
  const bytes = Uint8Array.from(contentOf(stream));
  const place = chance.below(bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  pack(stream, bytes);
}

function pack(stream: PDFRawStream, bytes: Uint8Array): void {
  stream.updateContents(stream.dict.has(PDFName.of('Filter')) ? deflateSync(bytes) : bytes);
}

function dictionaries({ context }: PDFDocument): readonly PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .map(([, value]) => value)
    .filter((value) => value instanceof PDFDict);
}

function tags(document: PDFDocument, types: readonly string[]): readonly PDFDict[] {
  return dictionaries(document).filter((one) =>
    types.some((type) => one.get(PDFName.of('S')) === PDFName.of(type)),
  );
}

function kidsOf(tag: PDFDict): number {
  const kids = tag.lookup(PDFName.of('K'));
  return kids instanceof PDFArray ? kids.size() : 1;
}

function bookmarks({ catalog }: PDFDocument): readonly PDFDict[] {
  return [...bookmarksIn(catalog.lookup(PDFName.of('Outlines'), PDFDict))];
}
