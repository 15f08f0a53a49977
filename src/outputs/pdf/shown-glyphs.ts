/** A glyph drawn on a page. */
export interface ShownGlyph {
  /** The font's name in the page's resources, e.g. `F4`. */
  readonly font: string;
  readonly glyph: number;
  /** The text it stands for, as UTF-16 in hexadecimal, where Chrome found it necessary to say so. */
  readonly actualText?: string;
}

const TOKEN =
  /\/(?<font>\w+) [\d.]+ Tf|\/ActualText <feff(?<actual>[0-9a-f]*)> >> BDC|(?:<(?<digits>[0-9a-f]*)>|\((?<literal>(?:\\[^]|[^\\)])*)\)) Tj|(?<end>\bEMC)/gu;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * The glyphs that a page's content draws, in order.
 *
 * @param content as Chrome writes it: glyphs have two bytes, and one operation shows a string
 */
export function* shownGlyphs(content: string): Generator<ShownGlyph> {
  let font = '';
  let actualText: string | undefined;
  for (const { groups } of content.matchAll(TOKEN)) {
    const { digits, literal } = groups ?? {};
    if (groups?.['font'] !== undefined) font = groups['font'];
    else if (groups?.['actual'] !== undefined) actualText = groups['actual'].toUpperCase();
    else if (groups?.['end'] !== undefined) actualText = undefined;
    else {
      const bytes =
        digits === undefined ? Buffer.from(unescape(literal ?? ''), 'latin1') : Buffer.from(digits, 'hex');
      for (let at = 0; at + 1 < bytes.length; at += 2) {
        const glyph = bytes.readUInt16BE(at);
        yield actualText === undefined ? { font, glyph } : { font, glyph, actualText };
      }
    }
  }
}

/** The bytes that a string in brackets stands for (ISO 32000-1, 7.3.4.2). */
function unescape(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[^])/gu, (_sequence, code: string) =>
    /^[0-7]/u.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );
}
