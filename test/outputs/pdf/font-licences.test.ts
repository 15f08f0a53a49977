import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FONT_LICENCES, fontLicences } from '../../../src/outputs/pdf/font-licences.ts';
import { fontFiles } from '../../../src/outputs/pdf/fonts.ts';

const COPYRIGHT = 0;

/** A name of a TrueType font, in English, from its table of names (OpenType, “name”). */
function nameIn(path: string, wanted: number): string | undefined {
  const font = readFileSync(path);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'name') ?? 0;
  const table = font.subarray(font.readUInt32BE(entry + 8));
  const records = Array.from({ length: table.readUInt16BE(2) }, (_, index) => 6 + 12 * index);
  const record = records.find(
    (at) =>
      table.readUInt16BE(at) === 3 &&
      table.readUInt16BE(at + 4) === 0x409 &&
      table.readUInt16BE(at + 6) === wanted,
  );
  if (record === undefined) return undefined;
  const from = table.readUInt16BE(4) + table.readUInt16BE(record + 10);
  const bytes = Buffer.from(table.subarray(from, from + table.readUInt16BE(record + 8)));
  return bytes.swap16().toString('utf16le');
}

describe('the licences of fonts', () => {
  it('every font of the PDF has one', () => {
    const licensed = new Set(FONT_LICENCES.flatMap(({ postScriptNames }) => postScriptNames));
    expect(new Set(fontFiles.map(({ postScriptName }) => postScriptName))).toEqual(licensed);
  });

  it.each(
    fontFiles
      .filter(({ path }) => path.endsWith('.ttf'))
      .map(({ postScriptName, path }) => [postScriptName, path]),
  )('the notice of %s is that of the font itself', (name, path) => {
    const licence = FONT_LICENCES.find(({ postScriptNames }) => postScriptNames.includes(name));
    expect(licence?.notice[0]).toBe(nameIn(path, COPYRIGHT));
  });

  it('the text names the fonts that are asked for and no other, with the whole licence once', () => {
    const text = fontLicences(['NotoSerifSC-Bold', 'NotoSansSC-Regular']);
    expect(text).toContain('Noto Serif SC\n');
    expect(text).toContain("with Reserved Font Name 'Source'");
    expect(text).not.toMatch(/HanaMin|Symbols|Noto Serif (?:JP|HK)/u);
    expect(text.split('PERMISSION & CONDITIONS')).toHaveLength(2);
    expect(text).toMatch(/OTHER DEALINGS IN THE FONT SOFTWARE\.\n$/u);
  });

  it('without names, the text has all', () => {
    const text = fontLicences();
    for (const { name, notice } of FONT_LICENCES)
      for (const line of [name, ...notice]) expect(text).toContain(line);
  });

  it('tell of fonts of the body’s own apart, behind the licence that they do not have, where they are embedded', () => {
    const own = { name: '示例仿宋', postScriptNames: ['TestFang'], notice: ['示例公司版权所有'] };
    const text = fontLicences(['NotoSerifSC-Bold', 'TestFang'], [own]);
    const [licensed, apart] = text.split('不在上面的许可之内');
    expect(licensed).toContain('SIL OPEN FONT LICENSE');
    expect(licensed).not.toContain('示例仿宋');
    expect(apart).toContain('示例仿宋\n(TestFang)\n示例公司版权所有');
    expect(fontLicences(['NotoSerifSC-Bold'], [own])).toBe(fontLicences(['NotoSerifSC-Bold']));
  });
});
