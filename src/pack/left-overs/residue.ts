import type { LeftOver } from './left-over.ts';

/** Characters that bytes of UTF-8 become where they are read as Western ones, after the first of each. */
const TRAIL =
  '[\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122]';

/** What programs leave in a text that was copied, converted, filled in or scanned. */
export const RESIDUE: readonly LeftOver[] = [
  {
    pattern:
      /PAGEREF(?:\s+_Toc\d*)?|HYPERLINK|MERGEFIELD|MERGEFORMAT|FORMTEXT|TOC\s*\\[a-z]|_(?:Toc|Ref)\d+|错误[！!][^。；\n]{0,20}[。！!]?|Error!\s?(?:Bookmark|Reference|No|Hyperlink|Not)[^.。\n]{0,40}\.?/gu,
    what: '是办公软件的域代码，不是内容；请改正或删去',
  },
  {
    pattern: /#(?:REF!|VALUE!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|SPILL!|CALC!)/gu,
    what: '是电子表格的错误值；请改成内容',
  },
  {
    pattern: /(?<!^|[\n#＃])[#＃]{3,}|[#＃]{3,}(?![#＃ ])/gu,
    what: '是电子表格列宽不够时的显示，不是内容；请改成内容',
  },
  {
    pattern: /(?<![^\n])~(?![^\n])/gu,
    what: '是程序的空值；请改成内容',
  },
  {
    pattern:
      /(?<![\w. ])(?:NaN|null|NULL|None|undefined|Infinity)(?![\w. ])|(?<![\w.])(?:NaN|undefined)(?![\w.])|\[object [A-Z]\w{0,20}\]/gu,
    what: '是程序的空值；请改成内容',
  },
  {
    pattern:
      /(?<![\w.])\d(?:\.\d+)?(?:[Ee][+-]\d{1,3}|E\d{2,3})(?!\w)|(?<![\w.])\d+\.\d{10,}|(?:日期|时间|截至|截止|于|自)为?\s*4[3-7]\d{3}(?=[，。；、日起止）)\n]|$)/gu,
    what: '是电子表格或程序里的写法；请改成通常写的数字、日期',
  },
  {
    pattern: new RegExp(
      `\\ufffd+|锟斤拷|锟|烫{2,}|屯{3,}|(?:[\\u00c2-\\u00f4]${TRAIL}{1,3}){2,}|Ã[\\u00a0-\\u00bf]|â€${TRAIL}?|ï¼${TRAIL}?|[锛銆鈥][\\p{Script=Han}?？€]`,
      'gu',
    ),
    what: '是乱码；请照原文重打',
  },
  {
    pattern:
      /&(?:nbsp|amp|lt|gt|quot|apos|ldquo|rdquo|mdash|hellip|middot|ensp|emsp|#\d{1,6}|#x[\da-fA-F]{1,5});|<\/?(?:br|p|div|span|b|i|u|em|strong|font|a|img|table|tr|td|th|ul|ol|li|h\d|sup|sub|o:p|script|style|html|body)(?:\s[^<>\n]{0,200})?\s*\/?>/giu,
    what: '是网页代码，会照样印出；请改成文字或删去',
  },
  {
    pattern:
      /\\[nrt](?![A-Za-z])|\\u[\da-fA-F]{4}|\$\{[^{}\n]{0,40}\}|<%|%>|\{\{(?![^{}\n]{0,80}\}\})|(?<!\{\{[^{}\n]{0,80})\}\}/gu,
    what: '是程序代码，会照样印出；请改成文字或删去',
  },
  {
    pattern:
      /\*\*[^*\n]{1,40}\*\*|~~[^~\n]{1,40}~~|!?\[[^[\]\n]{0,40}\]\([^()\s]{1,200}\)|\[\^[^[\]\n]{1,20}\]|`{3}/gu,
    what: '是排版记号，会照样印出；请删去记号',
  },
  { pattern: /[*＊]{3,}/gu, what: '是遮盖或占位的星号；请填写，或按规定写明不公开' },
  {
    pattern:
      /[.．…·]{6,}\s*\d{1,3}(?=\s*\n|$)|第\s*\d{1,3}\s*页[，,\s]*共\s*\d{1,3}\s*页|[[【（(](?:图片|表格|截图|image)[\]】）)]/gu,
    what: '是目录、页码或图片的残留；请删去',
  },
];
