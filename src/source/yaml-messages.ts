/** What the parser says, by the beginning of its English sentence, and what an editor should read. */
const MESSAGES: readonly (readonly [start: string, message: string])[] = [
  ['tab characters', '缩进用了制表符（Tab）；请改用空格'],
  ['bad indentation', '缩进不对；同一级的键应左对齐，下一级多缩进两个空格'],
  ['deficient indentation', '缩进不够，或引号、括号没有配对'],
  ['nesting exceeded', '嵌套太深；请检查括号和缩进'],
  ['duplicated mapping key', '同一个键写了两次；请只保留一处'],
  ['unexpected end', '内容在此处中断；请检查引号、括号是否配对'],
  ['missed comma', '方括号或花括号内缺少逗号'],
  ['null byte', '文件含有空字节（NUL），不是文本文件；请另存为 UTF-8 文本'],
  ['the stream contains non-printable', '文件含有不可见的控制字符；请删去'],
  ['unidentified alias', '不支持引用（*）；请直接写出内容'],
];

/** What to tell the editor, and the offset to point at. */
export interface YamlExplanation {
  readonly message: string;
  readonly offset: number;
}

/**
 * Says a YAML syntax error in Chinese, and points at the likely cause, which may stand on the line before.
 *
 * @param reason the parser's English reason
 * @param text the file's text, to look at the lines in question
 * @param offset where the parser stopped
 */
export function explainYamlError(reason: string, text: string, offset: number): YamlExplanation {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = lineAt(text, lineStart);
  if (/^ *\t/.test(line)) return { message: '缩进用了制表符（Tab）；请改用空格', offset };
  const before = text.lastIndexOf('\n', lineStart - 2) + 1;
  for (const start of lineStart > 0 ? [before, lineStart] : [lineStart]) {
    const colon = /^[^#:"']+：/.exec(lineAt(text, start));
    if (colon !== null) {
      const message = '键后面用了全角冒号“：”；请改用半角冒号加空格“: ”';
      return { message, offset: start + colon[0].length - 1 };
    }
  }
  const known = MESSAGES.find(([beginning]) => reason.startsWith(beginning));
  const message = known?.[1] ?? `此处不符合 YAML 写法（${reason}）；请对照编辑手册检查这一行`;
  return { message, offset };
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
}
