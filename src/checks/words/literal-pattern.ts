/** A pattern that finds words as they are written, wherever they occur. */
export function literalPattern(words: string): RegExp {
  return new RegExp(words.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`), 'gu');
}
