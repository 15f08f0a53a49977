import { readFile } from 'node:fs/promises';
import { fontFiles, isPacked } from './fonts.ts';
import type { FontFile } from './fonts.ts';

/**
 * The code points of all characters that some font of the booklet has. A font of headings that is packed as a whole is left
 * out: what it lacks comes from the others, and nothing can be printed that only it has.
 */
export async function fontCharacters(): Promise<ReadonlySet<number>> {
  const read = fontFiles.filter((font) => font.unicodeRange !== undefined || !isPacked(font));
  const characters = await Promise.all(read.map(charactersOf));
  return new Set(characters.flat());
}

/** The code points of the characters of one font, or of the part of one. */
export async function charactersOf({ path, unicodeRange }: FontFile): Promise<readonly number[]> {
  return unicodeRange === undefined ? readCharacters(await readFile(path)) : readRange(unicodeRange);
}

/** `U+3400-3403, U+3410` */
function readRange(range: string): readonly number[] {
  return range.split(',').flatMap((stretch) => {
    const [first = 0, last = first] = stretch
      .replace('U+', '')
      .split('-')
      .map((digits) => Number.parseInt(digits, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/**
 * Reads a TrueType file's `cmap` in format 12, which every font with characters beyond the basic
 * plane has (OpenType specification, chapter cmap).
 */
function readCharacters(font: Buffer): readonly number[] {
  const table = tableOffset(font, 'cmap');
  const count = font.readUInt16BE(table + 2);
  const subtables = Array.from(
    { length: count },
    (_, index) => table + font.readUInt32BE(table + 8 + index * 8),
  );
  const subtable = subtables.find((offset) => font.readUInt16BE(offset) === 12);
  if (subtable === undefined) throw new Error('font without a cmap of format 12');
  const codes: number[] = [];
  const groupCount = font.readUInt32BE(subtable + 12);
  for (let group = 0; group < groupCount; group += 1) {
    const at = subtable + 16 + group * 12;
    const first = font.readUInt32BE(at);
    const last = font.readUInt32BE(at + 4);
    for (let code = first; code <= last; code += 1) codes.push(code);
  }
  return codes;
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`font without a table ${tag}`);
}
