import type { UnicodeTable } from './unicode-table.ts';

const FONT = /^\/(?<name>\w+) [\d.]+ Tf$/u;
const SPELLED = /^\/Span ?<<\/ActualText <FEFF(?<text>[0-9A-F]*)> >> ?BDC$/u;

/** The name of the font that a line chooses; undefined where it chooses none. */
export function chosenFont(line: string): string | undefined {
  return line.endsWith(' Tf') ? FONT.exec(line)?.groups?.['name'] : undefined;
}

/** The glyphs that a line shows, as digits; undefined where it shows none. */
export function shownDigits(line: string): string | undefined {
  return line.endsWith('> Tj') ? line.slice(line.lastIndexOf('<') + 1, -'> Tj'.length) : undefined;
}

/** The text, as UTF-16 in hexadecimal, that a line spells out for the glyphs up to its `EMC`; undefined where it spells none. */
export function spelledText(line: string): string | undefined {
  return line.startsWith('/Span') ? SPELLED.exec(line)?.groups?.['text'] : undefined;
}

/** What each glyph stands for, as UTF-16 in hexadecimal; undefined for one that stands for nothing. */
export function glyphTexts(digits: string, table: UnicodeTable | undefined): readonly (string | undefined)[] {
  const glyphs = digits.match(/.{4}/gu) ?? [];
  return glyphs.map((glyph) => table?.get(Number.parseInt(glyph, 16)));
}
