import { describe, expect, it } from 'vitest';
import {
  readUnicodeTable,
  utf16,
  writeUnicodeTable,
} from '../../../src/outputs/pdf/content/unicode-table.ts';

const stream = `begincmap
<0000> <FFFF>
endcodespacerange
2 beginbfchar
<0001> <0020>
<69A0> <2ED4>
endbfchar
1 beginbfrange
<000F> <0011> <002E>
endbfrange
endcmap
`;

describe('a ToUnicode table', () => {
  it('is read from entries and ranges', () => {
    expect([...readUnicodeTable(stream)]).toEqual([
      [0x1, '0020'],
      [0x69a0, '2ED4'],
      [0xf, '002E'],
      [0x10, '002F'],
      [0x11, '0030'],
    ]);
  });

  it('is written back in the place of the old one', () => {
    const written = writeUnicodeTable(stream, new Map([[0x69a0, utf16(0x95e8)]]));
    expect(written).toBe(`begincmap
<0000> <FFFF>
endcodespacerange
1 beginbfchar
<69A0> <95E8>
endbfchar
endcmap
`);
  });

  it('spells characters beyond the basic plane with two units', () => {
    expect(utf16(0x20bb7)).toBe('D842DFB7');
  });
});
