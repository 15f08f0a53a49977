import { describe, expect, it } from 'vitest';
import { openContent } from '../../src/accounts/load.ts';
import { formatDiagnostic } from '../../src/source/diagnostic.ts';
import { MAX_FONT_BYTES, type RawFile } from '../../src/source/source-file.ts';
import { fontWith, tableAt } from '../support/own-font.ts';

const encoder = new TextEncoder();
const PATH = 'content/fonts/仿宋.ttf';
const font = fontWith({});

/** What is read of a site whose settings name 仿宋.ttf. */
function read(bytes: Uint8Array | undefined, others: readonly RawFile[] = [], name = '仿宋.ttf') {
  const settings = { path: 'content/site.yaml', bytes: encoder.encode(`字体:\n  仿宋: ${name}\n`) };
  const file = bytes === undefined ? [] : [{ path: PATH, bytes }];
  const { shared, diagnostics } = openContent([settings, ...file, ...others]);
  return { fonts: shared.fonts, findings: [...diagnostics, ...shared.diagnostics].map(formatDiagnostic) };
}

describe('a font of the body’s own', () => {
  it('is taken with what it says of itself', () => {
    const { fonts, findings } = read(font);
    expect(findings).toEqual([]);
    expect(fonts).toMatchObject([
      {
        typeface: '仿宋',
        path: PATH,
        terms: { name: 'Noto Sans Symbols 2 Regular', postScriptNames: ['NotoSansSymbols2-Regular'] },
      },
    ]);
    const notice = fonts[0]?.terms.notice.join('\n');
    expect(notice).toContain('Copyright 2022 The Noto Project Authors');
    expect(notice).toContain('SIL Open Font License');
  });

  it.each([
    [0x0002, '不许嵌入'],
    [0x0004, '只许为预览和打印嵌入'],
    [0x0006, '只许为预览和打印嵌入'],
    [0x0108, '不许只嵌入用到的字'],
    [0x0200, '只许嵌入点阵字'],
  ])('is refused where its licence bits are %i', (fsType, why) => {
    const { fonts, findings } = read(fontWith({ fsType }));
    expect(fonts).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^content\/site\.yaml:2:7 error font-licence /u);
    expect(findings[0]).toContain(PATH);
    expect(findings[0]).toContain(why);
  });

  it.each([0x0000, 0x0008, 0x000a, 0x000c])('is taken where its licence bits are %i', (fsType) => {
    expect(read(fontWith({ fsType }))).toMatchObject({ fonts: [{ typeface: '仿宋' }], findings: [] });
  });

  it.each([
    ['cut off', font.subarray(0, font.length / 2), '不完整'],
    ['cut off in its first bytes', font.subarray(0, 8), '不完整'],
    ['empty', new Uint8Array(), '不是 TrueType 或 OpenType 字体'],
    ['a picture', encoder.encode('\u0089PNG and so on'), '不是 TrueType 或 OpenType 字体'],
    ['of outlines of PostScript', encoder.encode('OTTO and so on'), 'CFF'],
    ['a collection', encoder.encode('ttcf and so on'), '.ttc'],
    ['packed for the web', encoder.encode('wOF2 and so on'), 'WOFF2'],
    ['without a table', without('glyf'), '缺少字体应有的表（glyf）'],
  ])('is refused where its file is %s', (_, bytes, why) => {
    const { fonts, findings } = read(bytes);
    expect(fonts).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^content\/site\.yaml:2:7 error unfit-font content\/fonts\/仿宋\.ttf /u);
    expect(findings[0]).toContain(why);
  });

  it('is refused where it has no name for the PDF', () => {
    const bytes = fontWith({ postScriptName: 'Noto(Sans)Symbols2Normal' });
    expect(tableAt(bytes, 'name')).toBe(tableAt(font, 'name'));
    expect(read(bytes).findings).toEqual([
      expect.stringMatching(/error unfit-font .*没有 PDF 里可用的英文名/u),
    ]);
  });

  it('is missed, with the name that is nearest', () => {
    const other = { path: 'content/fonts/仿宋体.ttf', bytes: font };
    expect(read(undefined, [other]).findings).toEqual([
      expect.stringMatching(
        /^content\/site\.yaml:2:7 error missing-file 没有 content\/fonts\/仿宋\.ttf.*仿宋体\.ttf/u,
      ),
      expect.stringMatching(/^content\/fonts\/仿宋体\.ttf:1:1 warning unused-file /u),
    ]);
  });

  it('is told of once where it is a link, cannot be read or is too large', () => {
    const link: RawFile = { path: PATH, bytes: new Uint8Array(), problem: { kind: 'special' } };
    expect(read(undefined, [link]).findings).toEqual([
      expect.stringContaining(`${PATH}:1:1 error special-file`),
    ]);
    const locked: RawFile = { ...link, problem: { kind: 'unreadable', code: 'EACCES' } };
    expect(read(undefined, [locked]).findings).toEqual([
      expect.stringContaining(`${PATH}:1:1 error unreadable-file`),
    ]);
    expect(read(new Uint8Array(MAX_FONT_BYTES + 1)).findings).toEqual([
      expect.stringContaining('error file-too-large content/fonts/仿宋.ttf 超过 40 MB'),
    ]);
  });

  it.each(['../仿宋.ttf', '/tmp/仿宋.ttf', '仿宋.ttc', '仿宋'])(
    'is no path and no other kind: %s',
    (name) => {
      const { fonts, findings } = read(font, [], name);
      expect(fonts).toEqual([]);
      expect(findings).toContainEqual(
        expect.stringMatching(/^content\/site\.yaml:2:7 error .*content\/fonts\/ 里的文件名/u),
      );
    },
  );

  it('may lie beside its licence', () => {
    const licence = { path: 'content/fonts/授权书.txt', bytes: encoder.encode('授权') };
    expect(read(font, [licence]).findings).toEqual([]);
  });
});

/** The font with a table that is called otherwise. */
function without(tag: string): Uint8Array {
  const bytes = fontWith({});
  bytes.write('none', bytes.indexOf(tag, 12, 'latin1'), 'latin1');
  return bytes;
}
