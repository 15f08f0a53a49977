import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';

/** The names of the fonts that a PDF uses, without the prefix of a subset; each once, sorted. */
export function fontNames(document: PDFDocument): readonly string[] {
  const fonts = document.context
    .enumerateIndirectObjects()
    .map(([, value]) => value)
    .filter((value) => value instanceof PDFDict)
    .filter((dictionary) => dictionary.get(PDFName.of('Type')) === PDFName.of('Font'));
  return [...new Set(fonts.map(fontName))].sort();
}

/** `AAAAAA+NotoSerifSC-Regular` → `NotoSerifSC-Regular` */
function fontName(font: PDFDict): string {
  const name = font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? '';
  return name.replace(/^[A-Z]{6}\+/u, '');
}
