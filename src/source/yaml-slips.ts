/** A slip of writing that the parser only calls bad indentation: how its line and the next look, and what to do. */
interface Slip {
  /** The first group, if there is one, ends where the slip is. */
  readonly line: RegExp;
  readonly message: string;
}

const KEY = String.raw`^[ ]*(?:- +)?[^\s:#"'-][^:#]*:`;

/** Slips of the line before the one at which the parser stopped, or of that line itself. */
const OF_ENTRIES: readonly Slip[] = [
  {
    line: new RegExp(String.raw`(${KEY} +)(?:"[^"\n]*|'[^'\n]*)\n`, 'u'),
    message: '引号没有配对；请在文字末尾补上同样的引号',
  },
  {
    line: /^( *)(?:[－–—−]|-(?=[^\s-]))/u,
    message: '列表的每一行以半角的“-”加空格开头，如“- 甲”',
  },
  { line: /^([^#:"'\n]+)：/u, message: '键后面用了全角冒号“：”；请改用半角冒号加空格“: ”' },
  {
    line: /^( *(?:- +)?[^\s:#"'-][^\s:#]*:)(?=[^\s:/])(?!.*: )/u,
    message: '冒号后面要有一个空格，如“键: 值”',
  },
  {
    // The next line is an entry: this one is no text that goes on there.
    line: /^( *[^\s:#"'[\]{}|>-][^:#"'[\]{}\n]*?)\s*(?:#[^\n]*)?\n *[^\s:#]+:(?:\s|$)/u,
    message: '这一行不是“键: 值”；请补上冒号和空格，或检查上面的引号、括号是否配对',
  },
];

/** What makes all that follows look wrong. */
const BRACKETS: readonly Slip[] = [
  {
    line: new RegExp(String.raw`^(?=${KEY.slice(1)})([^#"'\n]*?)[｛｝［］]`, 'u'),
    message: '这里的括号是全角的；请改用半角的 { } 或 [ ]，或给整段文字加引号',
  },
];

/** Slips of the value on the line at which the parser stopped. */
const OF_VALUES: readonly Slip[] = [
  {
    line: new RegExp(String.raw`(${KEY} +)(?:"[^"]*"|'[^']*')\s*[^\s#]`, 'u'),
    message: '引号之后还有文字；文字里的引号请用中文的“”，或给整段文字加单引号',
  },
  { line: new RegExp(`(${KEY} +)[%@\`]`, 'u'), message: '文字不能以这个符号开头；请给整段文字加引号' },
  {
    line: new RegExp(String.raw`(${KEY} +)[[{]`, 'u'),
    message: '以方括号、花括号开头的会当作列表；请给整段文字加引号',
  },
  {
    line: new RegExp(String.raw`(${KEY} +)-(?:\s|$)`, 'u'),
    message: '“-”会当作列表的一项；文字请给整段加引号，没有金额的写 0.00',
  },
  {
    line: new RegExp(String.raw`(${KEY} +[^\s"'|>#].*?):\s`, 'u'),
    message: '文字里的冒号后面有空格，会当作下一级的键；请改用全角冒号“：”，或给整段文字加引号',
  },
];

/**
 * What is really wrong where the parser complains of the indentation; undefined where it may well be the indentation.
 *
 * @param text the file's text
 * @param lineStart where the line begins at which the parser stopped
 */
export function slipAt(text: string, lineStart: number): { message: string; offset: number } | undefined {
  const stopped = lineAt(text, lineStart);
  const before = entryBefore(text, lineStart);
  return (
    (before === undefined ? undefined : findSlip(BRACKETS, lineAt(text, before), before)) ??
    findSlip([...BRACKETS, ...OF_VALUES], stopped, lineStart) ??
    (before === undefined
      ? undefined
      : findSlip(OF_ENTRIES, `${lineAt(text, before)}\n${stopped}`, before)) ??
    findSlip(OF_ENTRIES, stopped, lineStart)
  );
}

function findSlip(
  slips: readonly Slip[],
  lines: string,
  start: number,
): { message: string; offset: number } | undefined {
  for (const { line, message } of slips) {
    const match = line.exec(lines);
    if (match !== null) return { message, offset: start + (match[1]?.length ?? 0) };
  }
  return undefined;
}

/** Where the last line before a place begins that is neither empty nor a comment. */
function entryBefore(text: string, lineStart: number): number | undefined {
  for (let end = lineStart - 1; end >= 0; end = text.lastIndexOf('\n', end - 1)) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (!/^\s*(?:#|$)/.test(text.slice(start, end))) return start;
    if (start === 0) return undefined;
  }
  return undefined;
}

/** The line that begins at an offset, without its end. */
export function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}
