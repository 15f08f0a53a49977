import { PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { fontFiles } from './fonts.ts';
import { contentStreams } from './page-content.ts';
import { shownGlyphs } from './shown-glyphs.ts';
import { readStream, writeStream } from './stream-text.ts';
import { readUnicodeTable, writeUnicodeTable } from './unicode-table.ts';

/** What each glyph of a font stands for on the pages; undefined: what the font's own table says. */
type ShownTexts = Map<number, Set<string | undefined>>;

/**
 * Makes the text of the PDF searchable and copyable as it was written.
 *
 * One glyph often serves two characters: 门 (U+95E8) and the radical ⻔ (U+2ED4). Chrome enters the
 * lower one in the font's table and the true one beside each place of use, where many programs do not
 * look: a search for 部门 finds nothing. Here the table gets the true one.
 *
 * Throws when the PDF uses a font that is not the booklet's.
 */
export function restoreCharacters(document: PDFDocument): void {
  const known = new Set(fontFiles.map(({ postScriptName }) => postScriptName));
  const foreign = fontNames(document).filter((name) => !known.has(name));
  if (foreign.length > 0) throw new Error(`PDF 里用了字库以外的字体：${foreign.join('、')}`);
  for (const [font, texts] of shownTexts(document)) {
    const stream = font.lookup(PDFName.of('ToUnicode'));
    if (!(stream instanceof PDFRawStream)) continue;
    const written = readStream(stream);
    const table = new Map(readUnicodeTable(written));
    for (const [glyph, [text, ...others]] of texts) {
      if (text !== undefined && others.length === 0) table.set(glyph, text);
    }
    writeStream(stream, writeUnicodeTable(written, table));
  }
}

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

function shownTexts(document: PDFDocument): ReadonlyMap<PDFDict, ShownTexts> {
  const byFont = new Map<PDFDict, ShownTexts>();
  for (const page of document.getPages()) {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    for (const content of contentStreams(page)) {
      for (const { font, glyph, actualText } of shownGlyphs(readStream(content))) {
        const dictionary = fonts?.lookupMaybe(PDFName.of(font), PDFDict);
        if (dictionary === undefined) continue;
        const texts = byFont.get(dictionary) ?? new Map<number, Set<string | undefined>>();
        byFont.set(dictionary, texts.set(glyph, (texts.get(glyph) ?? new Set()).add(actualText)));
      }
    }
  }
  return byFont;
}
