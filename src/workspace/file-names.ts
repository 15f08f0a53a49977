/** A name as text; of one that is not UTF-8, each byte that is no part of a character as `\xff`. */
export function decodeName(bytes: Buffer): { readonly text: string; readonly valid: boolean } {
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return { text, valid: true };
  const shown = [...bytes].map((byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  );
  return { text: shown.join(''), valid: false };
}
