import { readFile } from 'node:fs/promises';
import { fontFiles } from './fonts.ts';
import type { FontFile } from './fonts.ts';

/** Glyph numbers of a font file by code point. */
export type CharacterMap = ReadonlyMap<number, number>;

let loaded: Promise<ReadonlyMap<string, CharacterMap>> | undefined;

/** The character maps of all the booklet's fonts, by PostScript name; read once a process. */
export function characterMaps(): Promise<ReadonlyMap<string, CharacterMap>> {
  loaded ??= Promise.all(fontFiles.map(loadOne)).then((entries) => new Map(entries));
  return loaded;
}

async function loadOne({ postScriptName, path }: FontFile): Promise<[string, CharacterMap]> {
  return [postScriptName, readCharacterMap(await readFile(path))];
}

/**
 * Reads a TrueType file's `cmap` in format 12, which every font with characters beyond the basic
 * plane has (OpenType specification, chapter cmap).
 */
function readCharacterMap(font: Buffer): CharacterMap {
  const table = tableOffset(font, 'cmap');
  const count = font.readUInt16BE(table + 2);
  const subtables = Array.from(
    { length: count },
    (_, index) => table + font.readUInt32BE(table + 8 + index * 8),
  );
  const subtable = subtables.find((offset) => font.readUInt16BE(offset) === 12);
  if (subtable === undefined) throw new Error('font without a cmap of format 12');
  const glyphs = new Map<number, number>();
  const groupCount = font.readUInt32BE(subtable + 12);
  for (let group = 0; group < groupCount; group += 1) {
    const at = subtable + 16 + group * 12;
    const first = font.readUInt32BE(at);
    const last = font.readUInt32BE(at + 4);
    const glyph = font.readUInt32BE(at + 8);
    for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`font without a table ${tag}`);
}
