import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { colourProfile } from './colour-profile.ts';

/** Says which colours are meant by the numbers of the pages (ISO 19005-3, 6.2.3). */
export function addOutputIntent(document: PDFDocument): void {
  const { context, catalog } = document;
  const profile = context.register(context.flateStream(colourProfile(), { N: 3 }));
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
    RegistryName: PDFString.of('http://www.color.org'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}

/** The numbers that pages show, by the pages; the cover is the first and shows none. */
export type PageNumbers = ReadonlyMap<PDFRef, number>;

/** The numbers of the pages of a whole booklet. */
export function pageNumbers(document: PDFDocument): PageNumbers {
  return new Map(document.getPages().map(({ ref }, index) => [ref, index + 1] as const));
}

/** Lets programs call the pages as they are called in print: the cover by its name, and the others by their numbers. */
export function addPageLabels(document: PDFDocument, numbers: PageNumbers): void {
  const { context, catalog } = document;
  const labels = document.getPages().flatMap(({ ref }, index, pages) => {
    const number = numbers.get(ref) ?? 0;
    if (number === 1) return [index, context.obj({ P: PDFHexString.fromText('封面') })];
    const before = pages[index - 1];
    const goesOn = index > 0 && before !== undefined && numbers.get(before.ref) === number - 1 && number > 2;
    return goesOn ? [] : [index, context.obj({ S: 'D', St: number })];
  });
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: labels }));
}
