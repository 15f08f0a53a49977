/** A text without blanks and line ends, widths made alike, with where each of its signs stood. */
export interface PlainText {
  readonly signs: readonly string[];
  /** Offsets into the text as it was. */
  readonly offsets: readonly number[];
  /** Whether a blank or a line end stood before each. */
  readonly apart: readonly boolean[];
  /** Whether a paragraph may begin with each: it stands behind a full stop and a line end. */
  readonly begins: readonly boolean[];
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
  const apart: boolean[] = [];
  const begins: boolean[] = [];
  let offset = 0;
  let blank = false;
  let newLine = false;
  for (const sign of text) {
    const isBlank = /[\s\u200b\ufeff]/u.test(sign);
    if (!isBlank) {
      begins.push(newLine && signs.at(-1) === '。');
      signs.push(plainSign(sign));
      offsets.push(offset);
      apart.push(blank);
    }
    newLine = isBlank && (newLine || sign === '\n');
    blank = isBlank;
    offset += sign.length;
  }
  return { signs, offsets, apart, begins };
}
