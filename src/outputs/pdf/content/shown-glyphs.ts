import { chosenFont, shownDigits, spelledText } from './text-lines.ts';

/** A glyph drawn on a page. */
export interface ShownGlyph {
  /** The font's name in the page's resources, e.g. `F4`. */
  readonly font: string;
  readonly glyph: number;
  /** The text it stands for, as UTF-16 in hexadecimal, where Chrome found it necessary to say so. */
  readonly actualText?: string;
}

/**
 * The glyphs that a page's content draws, in the order of their first use; what is drawn again in the same way is left out.
 *
 * @param lines as Chrome writes them: strings in hexadecimal, glyphs of two bytes
 */
export function* shownGlyphs(lines: readonly string[]): Generator<ShownGlyph> {
  let font = '';
  let actualText: string | undefined;
  /** In what ways a font was used so far. */
  const ways = new Map<string, Set<string>>();
  let known = new Set<string>();
  for (const line of lines) {
    const chosen = chosenFont(line);
    if (chosen !== undefined) {
      font = chosen;
      known = ways.get(font) ?? new Set();
      ways.set(font, known);
    }
    if (line === 'EMC') actualText = undefined;
    else actualText = spelledText(line) ?? actualText;
    const digits = shownDigits(line);
    if (digits === undefined) continue;
    const way = actualText === undefined ? digits : `${digits} ${actualText}`;
    if (known.has(way)) continue;
    known.add(way);
    for (let at = 0; at < digits.length; at += 4) {
      const glyph = Number.parseInt(digits.slice(at, at + 4), 16);
      yield actualText === undefined ? { font, glyph } : { font, glyph, actualText };
    }
  }
}
