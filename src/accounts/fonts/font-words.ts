/** A text of a font's table `name`. */
interface Word {
  readonly platform: number;
  readonly language: number;
  readonly id: number;
  readonly text: string;
}

/** Numbers of texts in the table `name` (OpenType specification, chapter name). */
const COPYRIGHT = 0;
const FULL_NAME = 4;
const POST_SCRIPT_NAME = 6;
const TERMS = [COPYRIGHT, 7, 8, 13, 14] as const;

const WINDOWS = 3;
const MACINTOSH = 1;
const ENGLISH: Readonly<Record<number, number>> = { [WINDOWS]: 0x409, [MACINTOSH]: 0 };
const CHINESE = 0x804;

/** What a font says of itself. */
export interface FontWords {
  /** What people call it, in Chinese if it says so. */
  readonly name: string | undefined;
  /** By which a PDF names it; undefined where there is none that may stand in one. */
  readonly postScriptName: string | undefined;
  /** Copyright, trade mark, maker, licence and its address, as they stand: each text once. */
  readonly notice: readonly string[];
}

/** Reads a font's table `name`. */
export function fontWords(table: Buffer): FontWords {
  const words = readWords(table);
  const names = words.filter(({ id }) => id === FULL_NAME);
  const notice = TERMS.flatMap((term) => words.filter(({ id }) => id === term)).map(({ text }) => text);
  return {
    name: (names.find(({ language }) => language === CHINESE) ?? names.find(isEnglish) ?? names[0])?.text,
    postScriptName: words.find((word) => word.id === POST_SCRIPT_NAME && isEnglish(word) && isFit(word))
      ?.text,
    notice: [...new Set(notice)],
  };
}

function isEnglish({ platform, language }: Word): boolean {
  return ENGLISH[platform] === language;
}

/** At most 63 printable characters of ASCII, without those that mean something in PostScript (same chapter, name 6). */
function isFit({ text }: Word): boolean {
  return /^[!-~]{1,63}$/u.test(text) && !/[[\](){}<>/%]/u.test(text);
}

const RECORD = 12;

function readWords(table: Buffer): readonly Word[] {
  if (table.length < 6) return [];
  const count = Math.min(table.readUInt16BE(2), Math.floor((table.length - 6) / RECORD));
  const texts = table.readUInt16BE(4);
  return Array.from({ length: count }, (_, index) => readWord(table, 6 + index * RECORD, texts)).filter(
    ({ platform, text }) => (platform === WINDOWS || platform === MACINTOSH) && text !== '',
  );
}

function readWord(table: Buffer, at: number, texts: number): Word {
  const platform = table.readUInt16BE(at);
  const encoding = table.readUInt16BE(at + 2);
  const start = texts + table.readUInt16BE(at + 10);
  const bytes = table.subarray(start, start + table.readUInt16BE(at + 8));
  return {
    platform,
    language: table.readUInt16BE(at + 4),
    id: table.readUInt16BE(at + 6),
    text: decode(bytes, platform, encoding).replaceAll('\0', '').replaceAll(/\r\n?/gu, '\n').trim(),
  };
}

/** Encodings of names, by platform and number; of others nothing is taken. */
const DECODERS: Readonly<Record<string, string>> = {
  '3/0': 'utf-16be',
  '3/1': 'utf-16be',
  '3/3': 'gb18030',
  '3/10': 'utf-16be',
  '1/0': 'macintosh',
  '1/25': 'gb18030',
};

function decode(bytes: Buffer, platform: number, encoding: number): string {
  const label = DECODERS[`${platform}/${encoding}`];
  return label === undefined ? '' : new TextDecoder(label).decode(bytes);
}
