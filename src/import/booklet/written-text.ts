const HAN = /[\p{Script=Han}，。；：、（）“”《》]/u;
const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
};

/** Where another paragraph begins: numbered ones alone can be told from torn lines. */
const PARAGRAPH =
  /(?<=[。：；])[ \t]*\n\s*(?=（[一二三四五六七八九十]+）|[一二三四五六七八九十]+[、是]|\d{1,2}[.、．](?!\d))/u;

/**
 * A text as it is entered, of one that was torn into lines: blanks stay between letters only, and punctuation beside Chinese
 * characters is Chinese.
 */
export function writtenText(torn: string): string {
  return torn.trim().split(PARAGRAPH).map(joined).join('\n');
}

function joined(paragraph: string): string {
  const oneLine = paragraph.replaceAll(/\s+/gu, (_, at: number, whole: string) =>
    /[a-z]/iu.test(whole[at - 1] ?? '') && /[a-z]/iu.test(whole.slice(at).trimStart()[0] ?? '') ? ' ' : '',
  );
  return oneLine.replaceAll(/[,;:()?!]/gu, (sign, at: number, whole: string) =>
    HAN.test(whole[at - 1] ?? '') || HAN.test(whole[at + 1] ?? '') ? (WIDE[sign] ?? sign) : sign,
  );
}
