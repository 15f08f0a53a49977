import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { fontNames } from '../font-names.ts';
import { fontFiles } from '../fonts.ts';
import { fontsOf, type PageContent } from './page-content.ts';
import { shownGlyphs } from './shown-glyphs.ts';
import { withoutNeedlessTexts } from './spelled-text.ts';
import { readStream, writeStream } from './stream-text.ts';
import { readUnicodeTable, writeUnicodeTable, type UnicodeTable } from './unicode-table.ts';

/** What each glyph of a font stands for on the pages; undefined: what the font's own table says. */
type ShownTexts = Map<number, Set<string | undefined>>;

/**
 * Makes the text of the PDF searchable and copyable as it was written, and returns the pages' content with what is still needed.
 *
 * One glyph often serves two characters: 门 (U+95E8) and the radical ⻔ (U+2ED4). Chrome enters the
 * lower one in the font's table and the true one beside each place of use, where many programs do not
 * look: a search for 部门 finds nothing, and what reads the tags loses the character. Here the table gets the true one,
 * and the one beside the place goes, unless both are used.
 *
 * Throws when the PDF uses a font that is not the booklet's.
 *
 * @param own PostScript names of the body's own fonts
 */
export function restoreCharacters(
  document: PDFDocument,
  contents: readonly PageContent[],
  own: readonly string[] = [],
): readonly PageContent[] {
  const known = new Set([...own, ...fontFiles.map(({ postScriptName }) => postScriptName)]);
  const foreign = fontNames(document).filter((name) => !known.has(name));
  if (foreign.length > 0) throw new Error(`PDF 里用了字库以外的字体：${foreign.join('、')}`);
  const tables = new Map<PDFDict, UnicodeTable>();
  for (const [font, texts] of shownTexts(contents)) tables.set(font, restoreTable(font, texts));
  return contents.map((content) => {
    const fontOf = fontsOf(content);
    return {
      ...content,
      lines: withoutNeedlessTexts(content.lines, (name) => {
        const font = fontOf(name);
        return font && tables.get(font);
      }),
    };
  });
}

/** Enters in the font's table what its glyphs stand for wherever they are used, and returns the table. */
function restoreTable(font: PDFDict, texts: ShownTexts): UnicodeTable {
  const stream = font.lookup(PDFName.of('ToUnicode'));
  if (!(stream instanceof PDFRawStream)) return new Map();
  const written = readStream(stream);
  const table = new Map(readUnicodeTable(written));
  for (const [glyph, [text, ...others]] of texts) {
    if (text !== undefined && others.length === 0) table.set(glyph, text);
  }
  writeStream(stream, writeUnicodeTable(written, table));
  return table;
}

function shownTexts(contents: readonly PageContent[]): ReadonlyMap<PDFDict, ShownTexts> {
  const byFont = new Map<PDFDict, ShownTexts>();
  for (const content of contents) {
    const fontOf = fontsOf(content);
    for (const { font, glyph, actualText } of shownGlyphs(content.lines)) {
      const dictionary = fontOf(font);
      if (dictionary === undefined) continue;
      const texts = byFont.get(dictionary) ?? new Map<number, Set<string | undefined>>();
      byFont.set(dictionary, texts.set(glyph, (texts.get(glyph) ?? new Set()).add(actualText)));
    }
  }
  return byFont;
}
