import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';

/**
 * How wide a font says that its glyphs are, as parts of their size (ISO 32000-1, 9.7.4.3): after the first glyph a list of
 * widths, or a last glyph and the width of all between.
 */
export function glyphWidths(font: PDFDict): ReadonlyMap<number, number> {
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
  const list = descendant?.lookupMaybe(PDFName.of('W'), PDFArray);
  const widths = new Map<number, number>();
  const numberAt = (index: number): number => list?.lookup(index, PDFNumber).asNumber() ?? NaN;
  for (let index = 0; index < (list?.size() ?? 0);) {
    const first = numberAt(index);
    const second = list?.lookup(index + 1);
    if (second instanceof PDFArray) {
      for (const [place, width] of second.asArray().entries())
        if (width instanceof PDFNumber) widths.set(first + place, width.asNumber() / 1000);
      index += 2;
    } else {
      for (let glyph = first; glyph <= numberAt(index + 1); glyph += 1)
        widths.set(glyph, numberAt(index + 2) / 1000);
      index += 3;
    }
  }
  return widths;
}
