import { readFile } from 'node:fs/promises';
import { fontFiles } from './fonts.ts';

/** Characters that have no shape of their own: spaces, line ends, joiners, selectors, soft hyphens. */
const INVISIBLE = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

let covered: Promise<ReadonlySet<number>> | undefined;

/**
 * The visible characters of a text that none of the booklet's fonts can show, each once, in their
 * order; empty when the text can be printed.
 */
export async function missingCharacters(text: string): Promise<readonly string[]> {
  covered ??= coveredCharacters();
  const known = await covered;
  return [...new Set(text)].filter(
    (character) => !INVISIBLE.test(character) && !known.has(character.codePointAt(0) ?? 0),
  );
}

/** The code points that at least one font file has: the text's family falls back to the other. */
async function coveredCharacters(): Promise<ReadonlySet<number>> {
  const files = await Promise.all(fontFiles.map(({ path }) => readFile(path)));
  return new Set(files.flatMap((bytes) => [...mappedCharacters(bytes)]));
}

/**
 * The code points in a TrueType file's character map: its subtable of format 12, which every font
 * with characters beyond the basic plane has (OpenType specification, `cmap`).
 */
function* mappedCharacters(font: Buffer): Generator<number> {
  const table = tableOffset(font, 'cmap');
  const subtableCount = font.readUInt16BE(table + 2);
  for (let index = 0; index < subtableCount; index += 1) {
    const subtable = table + font.readUInt32BE(table + 4 + index * 8 + 4);
    if (font.readUInt16BE(subtable) !== 12) continue;
    const groupCount = font.readUInt32BE(subtable + 12);
    for (let group = 0; group < groupCount; group += 1) {
      const at = subtable + 16 + group * 12;
      const last = font.readUInt32BE(at + 4);
      for (let code = font.readUInt32BE(at); code <= last; code += 1) yield code;
    }
    return;
  }
  throw new Error('font without a character map of format 12');
}

function tableOffset(font: Buffer, tag: string): number {
  const tableCount = font.readUInt16BE(4);
  for (let index = 0; index < tableCount; index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`font without a table ${tag}`);
}
