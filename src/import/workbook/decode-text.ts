/** Byte-order marks, with what they stand for. */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * The text of a file that spreadsheets wrote: UTF-8 if it is that, otherwise GBK as Chinese Windows writes it; undefined
 * for what is no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const mark = MARKS.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return textIn(bytes, mark[1]);
  if (bytes.includes(0)) return undefined;
  return textIn(bytes, 'utf-8') ?? textIn(bytes, 'gb18030');
}

function textIn(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
