/** A glyph drawn on a page. */
export interface ShownGlyph {
  /** The font's name in the page's resources, e.g. `F4`. */
  readonly font: string;
  readonly glyph: number;
  /** The text it stands for, as UTF-16 in hexadecimal, where Chrome found it necessary to say so. */
  readonly actualText?: string;
}

const TOKEN =
  /\/(?<font>\w+) [\d.]+ Tf|\/ActualText <FEFF(?<actual>[0-9A-F]*)> >> BDC|<(?<glyphs>[0-9A-F]+)> Tj|\bEMC/gu;

/**
 * The glyphs that a page's content draws, in order.
 *
 * @param content as Chrome writes it: strings in hexadecimal, glyphs of two bytes
 */
export function* shownGlyphs(content: string): Generator<ShownGlyph> {
  let font = '';
  let actualText: string | undefined;
  for (const { groups = {} } of content.matchAll(TOKEN)) {
    if (groups['font'] !== undefined) font = groups['font'];
    else if (groups['glyphs'] === undefined) actualText = groups['actual'];
    else {
      for (const [digits] of groups['glyphs'].matchAll(/.{4}/gu)) {
        const glyph = Number.parseInt(digits, 16);
        yield actualText === undefined ? { font, glyph } : { font, glyph, actualText };
      }
    }
  }
}
