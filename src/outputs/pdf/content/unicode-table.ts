/** What a font's `ToUnicode` stream says: the text of each glyph, as UTF-16 in hexadecimal. */
export type UnicodeTable = ReadonlyMap<number, string>;

const BLOCKS = /\d+ beginbf(?:char|range)[^]*endbf(?:char|range)\n/u;
const MOST_ENTRIES_IN_A_BLOCK = 100;

/** Reads single entries (`<0001> <0020>`) and ranges (`<0009> <000A> <0028>`) of a stream. */
export function readUnicodeTable(stream: string): UnicodeTable {
  const entries = new Map<number, string>();
  for (const [, kind, body = ''] of stream.matchAll(/beginbf(char|range)([^]*?)endbf/gu)) {
    for (const line of body.trim().split('\n')) {
      const fields = [...line.matchAll(/<([0-9A-F]+)>/gu)].map(([, digits]) => digits ?? '');
      const [first = '', second = '', third = ''] = fields;
      const from = Number.parseInt(first, 16);
      if (kind === 'char') entries.set(from, second);
      else addRange(entries, from, Number.parseInt(second, 16), third);
    }
  }
  return entries;
}

function addRange(entries: Map<number, string>, from: number, to: number, text: string): void {
  for (let glyph = from; glyph <= to; glyph += 1) {
    entries.set(glyph, hexadecimal(Number.parseInt(text, 16) + glyph - from));
  }
}

/** The stream with these entries instead of its own. */
export function writeUnicodeTable(stream: string, table: UnicodeTable): string {
  const lines = [...table].map(([glyph, text]) => `<${hexadecimal(glyph)}> <${text}>\n`);
  const blocks: string[] = [];
  for (let index = 0; index < lines.length; index += MOST_ENTRIES_IN_A_BLOCK) {
    const block = lines.slice(index, index + MOST_ENTRIES_IN_A_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('')}endbfchar\n`);
  }
  return stream.replace(BLOCKS, () => blocks.join(''));
}

/** A code point as UTF-16 in hexadecimal: four digits, or eight beyond the basic plane. */
export function utf16(code: number): string {
  const units = String.fromCodePoint(code).split('');
  return units.map((unit) => hexadecimal(unit.charCodeAt(0))).join('');
}

function hexadecimal(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}
