import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
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

/** Lets programs call the pages as they are called in print: the cover, which shows no number, and the others by theirs. */
export function addPageLabels(document: PDFDocument): void {
  const { context, catalog } = document;
  const labels = [0, context.obj({ P: PDFHexString.fromText('封面') }), 1, context.obj({ S: 'D', St: 2 })];
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: labels }));
}
