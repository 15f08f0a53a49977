import { lineAt, slipAt } from './yaml-slips.ts';

/** What the parser says, by the beginning of its English sentence, and what an editor should read. */
const MESSAGES: readonly (readonly [start: string, message: string])[] = [
  ['tab characters', '缩进用了制表符（Tab）；请改用空格'],
  ['bad indentation', '缩进不对；同一级的键应左对齐，下一级多缩进两个空格'],
  ['deficient indentation', '缩进不够，或引号、括号没有配对'],
  ['nesting exceeded', '嵌套太深；请检查括号和缩进'],
  ['duplicated mapping key', '同一个键写了两次；请只保留一处'],
  ['unexpected end', '内容在此处中断；请检查引号、括号是否配对'],
  ['missed comma', '方括号或花括号内缺少逗号，或括号没有配对'],
  ['null byte', '文件含有空字节（NUL），不是文本文件；请另存为 UTF-8 文本'],
  ['unidentified alias', '不支持引用（*）；请直接写出内容'],
  ['name of an alias', '“*”开头的是引用，不支持；文字请加引号'],
  ['alias node', '“*”开头的是引用，不支持；文字请加引号'],
  ['name of an anchor', '“&”开头的是锚点，不支持；文字请加引号'],
  ['duplication of an anchor', '“&”开头的是锚点，不支持；文字请加引号'],
  ['tag ', '“!”开头的是类型标记，不支持；文字请加引号'],
  ['named tag', '“!”开头的是类型标记，不支持；文字请加引号'],
  ['undeclared tag', '“!”开头的是类型标记，不支持；文字请加引号'],
  ['duplication of a tag', '“!”开头的是类型标记，不支持；文字请加引号'],
  ['unexpected end of the stream within a verbatim tag', '“!”开头的是类型标记，不支持；文字请加引号'],
  ['directive', '“%”开头的行是 YAML 指令，不支持；文字请加引号'],
  ['duplication of %YAML', '“%”开头的行是 YAML 指令，不支持；请删去'],
  ['a whitespace character', '冒号后面要有一个空格，如“键: 值”'],
  ["expected ':'", '这一行不是“键: 值”；请补上冒号和空格，或检查上面的引号、括号是否配对'],
  ['can not read a block mapping', '这一行不是“键: 值”；请补上冒号和空格，或检查上面的引号、括号是否配对'],
  ['expected the node content', '逗号旁边缺少内容；请删去多余的逗号'],
  ['end of the stream or a document', '此处多出了内容；请检查引号是否配对、缩进是否一致'],
  ['can not read a document', '此处多出了内容；请检查引号是否配对、缩进是否一致'],
  ['unknown escape', '双引号里的反斜杠（\\）写法不对；请删去反斜杠，或改用单引号'],
  ['expected hexadecimal', '双引号里的反斜杠（\\）写法不对；请删去反斜杠，或改用单引号'],
  ['a line break', '“|”“>”后面应换行，再写文字'],
  ['bad explicit indentation', '“|”“>”后面的记号写法不对；长文字请写“|-”'],
  ['repeat of', '“|”“>”后面的记号写法不对；长文字请写“|-”'],
];

/** Whether the parser stopped at a character that no text may hold. */
export function isAboutCharacters(reason: string): boolean {
  return /^(?:the stream contains non-printable|expected valid JSON)/.test(reason);
}

/** What the parser says of many slips alike. */
const VAGUE = /^(?:bad indentation|deficient indentation|expected ':'|can not read|end of the stream)/;

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
  const slip = VAGUE.test(reason) ? slipAt(text, lineStart) : undefined;
  if (slip !== undefined) return slip;
  if (reason.startsWith('missed comma') && /[，：；]/u.test(line))
    return { message: '方括号、花括号里的逗号、冒号是全角的；请改用半角的“,”“: ”', offset };
  const known = MESSAGES.find(([beginning]) => reason.startsWith(beginning));
  const message = known?.[1] ?? `此处不符合 YAML 写法（${reason}）；请对照编辑手册检查这一行`;
  return { message, offset };
}
