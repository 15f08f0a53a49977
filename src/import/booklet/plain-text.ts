/** A text without blanks and line ends, widths made alike, with where each of its signs stood. */
export interface PlainText {
  readonly signs: readonly string[];
  /** Offsets into the text as it was. */
  readonly offsets: readonly number[];
}

/** Signs that hands and programs set in several ways. */
const ALIKE: Readonly<Record<string, string>> = { '—': '-', '–': '-', '−': '-', '﹣': '-', '･': '·' };

/** A sign as it is compared with others. */
function plainSign(sign: string): string {
  const plain = sign.normalize('NFKC');
  const one = Array.from(plain).length === 1 ? plain : sign;
  return ALIKE[one] ?? one;
}

/** A text as it is read: what differs from hand to hand taken out of it. */
export function plainText(text: string): PlainText {
  const signs: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const sign of text) {
    if (!/[\s\u200b\ufeff]/u.test(sign)) {
      signs.push(plainSign(sign));
      offsets.push(offset);
    }
    offset += sign.length;
  }
  return { signs, offsets };
}
