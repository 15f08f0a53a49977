import { expect, it } from 'vitest';
import { shownGlyphs } from '../../../src/outputs/pdf/content/shown-glyphs.ts';

it('finds glyphs with their font and the text that Chrome gives them', () => {
  const content = `/NonStruct <</MCID 0 >>BDC
BT
/Span<</ActualText <FEFF95E8> >> BDC
/F4 12 Tf
1 0 0 -1 276.03125 85 Tm
<69A0> Tj
EMC
12.0000916 0 Td <239A0011> Tj
ET
EMC
BT
/F8 9 Tf
<0001> Tj
ET`;
  expect([...shownGlyphs(content.split('\n'))]).toEqual([
    { font: 'F4', glyph: 0x69a0, actualText: '95E8' },
    { font: 'F4', glyph: 0x239a },
    { font: 'F4', glyph: 0x0011 },
    { font: 'F8', glyph: 0x0001 },
  ]);
});
