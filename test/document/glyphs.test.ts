import { describe, expect, it } from 'vitest';
import { GLYPH_RANGES } from '../../src/document/glyph-ranges.ts';
import { missingGlyphs, packGlyphs, unpackGlyphs } from '../../src/document/glyphs.ts';
import { fontCharacters } from '../../src/outputs/pdf/font-characters.ts';

describe('missingGlyphs', () => {
  it('finds nothing in what booklets are written with', () => {
    const text =
      '昌吉回族自治州“三公”经费：¥513.95万元，占100.00%（见附表）—…·≥≤×÷℃㎡①②③ⅠⅡ\n\t\u3000\u00A0\u200B';
    expect(missingGlyphs(text)).toEqual([]);
  });

  it.each(['☑☐✔✓✗●■□①⑳★☎→', '𠮷', '㛃䶮㙟㭎', '𨱏𫖯𬭎𪨶', '𠝹𡃁', '𠀀𪛖𪜀𫜴𫝀𫠝𫠠𬺡𬺰𮯠'])(
    'finds nothing in %s',
    (text) => {
      expect(missingGlyphs(text)).toEqual([]);
    },
  );

  it('names what no font has, each once, in order', () => {
    expect(missingGlyphs('甲😀乙กก丙𰀁')).toEqual(['😀', 'ก', '𰀁']);
  });

  it('knows exactly the characters of the fonts, those that it takes for granted among them', async () => {
    const codes = await fontCharacters();
    expect(unpackGlyphs(GLYPH_RANGES)).toEqual(codes);
    expect(packGlyphs(codes).join('\n')).toBe(GLYPH_RANGES.trim());
    const all = Array.from({ length: 0x30000 }, (_, code) => code).filter(
      (code) => code < 0xd800 || code > 0xdfff,
    );
    const claimed = all.filter((code) => missingGlyphs(String.fromCodePoint(code)).length === 0);
    const shaped = claimed.filter((code) =>
      /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(String.fromCodePoint(code)),
    );
    expect(shaped.filter((code) => !codes.has(code))).toEqual([]);
  });
});
