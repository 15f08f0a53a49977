/** Characters that a terminal shows two columns wide: Chinese ones and their punctuation. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/gu;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

/** A text with spaces behind it, as wide as the widest of its column that is no wider than `most`. */
export function padded(text: string, column: readonly string[], most: number): string {
  const widths = column.map(widthOf).filter((width) => width <= most);
  return text + ' '.repeat(Math.max(0, ...widths.map((width) => width - widthOf(text))));
}
