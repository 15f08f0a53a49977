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

/**
 * A text as it is entered, of one that was torn into lines: blanks stay between letters only, and punctuation beside Chinese
 * characters is Chinese.
 */
export function writtenText(torn: string): string {
  const joined = torn
    .trim()
    .replaceAll(/\s+/gu, (_, at: number, whole: string) =>
      /[a-z]/iu.test(whole[at - 1] ?? '') && /[a-z]/iu.test(whole.slice(at).trimStart()[0] ?? '') ? ' ' : '',
    );
  return joined.replaceAll(/[,;:()?!]/gu, (sign, at: number, whole: string) =>
    HAN.test(whole[at - 1] ?? '') || HAN.test(whole[at + 1] ?? '') ? (WIDE[sign] ?? sign) : sign,
  );
}
