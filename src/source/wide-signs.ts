/** Signs that code is written with, as Chinese keyboards type them. */
const WIDE = /[！-～。、“”‘’]/u;
/** What stands for them in code, where that is not the same sign in half width. */
const NARROW: Readonly<Record<string, string>> = {
  '，': '空格',
  '、': '空格',
  '。': '“.”',
};
const QUOTES = '（这里的引号是中文引号，请改用半角的 "）';
/** From a full-width sign to the one in half width. */
const STEP = 0xfee0;

/** What to do about a full-width sign in a piece of code that was not understood: an end for its message, empty if there is none. */
export function wideSignIn(code: string): string {
  const wide = WIDE.exec(code)?.[0];
  if (wide === undefined) return '';
  if (/[“”‘’]/u.test(wide)) return QUOTES;
  const narrow = NARROW[wide] ?? `“${String.fromCodePoint((wide.codePointAt(0) ?? 0) - STEP)}”`;
  return `（这里的 ${wide} 是中文标点，请改用半角的${narrow}）`;
}
