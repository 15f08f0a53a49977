/** Where a table of a font lies in its file. */
interface Table {
  readonly offset: number;
  readonly length: number;
}

const HEADER = 12;
const RECORD = 16;
/** What a browser and a printed file take from a font. */
const NEEDED = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'OS/2', 'post'];

const COLOURS = ['CBDT', 'COLR', 'SVG ', 'sbix'];

/** What a file is by its first four bytes (OpenType specification, chapter “Font file”), and what to do with what is no font. */
const KINDS: Readonly<Record<string, string>> = {
  // Chrome prints its letters as drawings (Type 3), which nobody can search, and which have no name in the PDF.
  OTTO: '的轮廓是 PostScript 的（CFF），印不成可以检索的文字；请用 TrueType 轮廓的 .ttf 文件',
  ttcf: '是几种字体合成的一个文件（.ttc）；请用字体软件导出其中一种，存为 .ttf',
  wOFF: '是网页用的压缩字体（WOFF）；请换成 .ttf 文件',
  wOF2: '是网页用的压缩字体（WOFF2）；请换成 .ttf 文件',
};

/** The tables of an OpenType font, each of them whole in the file. */
export class FontTables {
  private readonly bytes: Buffer;
  private readonly tables: ReadonlyMap<string, Table>;

  private constructor(bytes: Buffer, tables: ReadonlyMap<string, Table>) {
    this.bytes = bytes;
    this.tables = tables;
  }

  /**
   * Reads the directory of a font file.
   *
   * @returns the tables, or in words what is wrong with the file and what to do
   */
  static open(file: Uint8Array): FontTables | string {
    const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
    const tag = bytes.toString('latin1', 0, 4);
    if (!['\0\x01\0\0', 'true'].includes(tag))
      return KINDS[tag] ?? '不是 TrueType 或 OpenType 字体；请换成 .ttf 文件';
    const tables = directory(bytes);
    if (tables === undefined) return '不完整，可能没有复制完；请重新复制这个文件';
    const missing = NEEDED.filter((name) => !tables.has(name));
    if (missing.length > 0) return `缺少字体应有的表（${missing.join('、')}）；请换一个文件`;
    if (tables.has('fvar')) return '是可变字体，一个文件有许多粗细；请用其中一种粗细的 .ttf 文件';
    if (COLOURS.some((name) => tables.has(name))) return '是彩色字体，印不成文字；请换一个文件';
    return new FontTables(bytes, tables);
  }

  /** The bytes of a table that every font has. */
  table(tag: string): Buffer {
    const { offset, length } = this.tables.get(tag) ?? { offset: 0, length: 0 };
    return this.bytes.subarray(offset, offset + length);
  }
}

/** Undefined where the file ends before what it lists. */
function directory(bytes: Buffer): ReadonlyMap<string, Table> | undefined {
  if (bytes.length < HEADER) return undefined;
  const count = bytes.readUInt16BE(4);
  if (bytes.length < HEADER + count * RECORD) return undefined;
  const tables = new Map<string, Table>();
  for (let at = HEADER; at < HEADER + count * RECORD; at += RECORD) {
    const table = { offset: bytes.readUInt32BE(at + 8), length: bytes.readUInt32BE(at + 12) };
    if (table.offset + table.length > bytes.length) return undefined;
    tables.set(bytes.toString('latin1', at, at + 4), table);
  }
  return tables;
}
