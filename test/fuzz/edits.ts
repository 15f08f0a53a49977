import fc from 'fast-check';
import type { RawFile } from '../../src/source/source-file.ts';
import { textOf } from '../support/project.ts';

/** One slip of a hand in one file: what it does there, where, and with what. */
export interface Slip {
  readonly file: number;
  readonly kind: keyof typeof SLIPS;
  /** Where in the file, and a second place, both as shares of its length. */
  readonly at: number;
  readonly to: number;
  readonly word: string;
}

/** What hands put into YAML, Markdown and Handlebars by mistake. */
const WORDS = [
  ...[
    '{{',
    '}}',
    '{{#each 下设处室}}',
    '{{/each}}',
    '{{#if 下设处室}}',
    '{{else}}',
    '{{/if}}',
    '{{> nope}}',
    '{{年度}}',
  ],
  ...[
    '{{万元 收入.总计}}',
    '{{数 收入.总计}}',
    '{{百分数 支出.基本支出.占比}}',
    '{{较上年 收入.没有}}',
    '{{原因 收入.总计}}',
  ],
  ...[
    '{{序号 @index}}',
    '{{决算表 "revenue"}}',
    '{{绩效自评表 "项目"}}',
    '{{开支内容 "x"}}',
    '{{../名称}}',
    '{{this}}',
    '{{!--',
  ],
  ...[
    '|---|',
    '![x](y)',
    '<b>',
    '```',
    '# ',
    '#### ',
    '    ',
    '- ',
    '1. ',
    '> ',
    '**',
    '\\',
    '`',
    '\t',
    ' ',
    '\n',
    '\r\n',
    '\n\n',
  ],
  ...[
    ': ',
    ':',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ', ',
    '|-\n  ',
    '>\n',
    '&a',
    '*a',
    '!x',
    '---\n',
    '...',
    '#',
    '?',
    '%',
    '@',
    '~',
    'null',
  ],
  ...[
    '0',
    '-1',
    '1e9',
    '0.005',
    '99999999999999999',
    '1,000',
    '２',
    '无',
    '未公开',
    '待填',
    '是',
    '',
    '\u0000',
    '\u200b',
    '\ufffe',
    '𠮷',
  ],
  ...[
    '{科目}',
    '收入.总计',
    '支出.2010301.一般公共预算.合计',
    '2010301',
    '201',
    '合计',
    '空行',
    '逐科目',
    '跨列: 3',
    '跨行: 9',
    '值: x',
    '数: x',
  ],
];

/** Each kind of slip, on a text with two places in it. */
const SLIPS = {
  insert: (text: string, at: number, _: number, word: string) => text.slice(0, at) + word + text.slice(at),
  cut: (text: string, at: number, to: number) => text.slice(0, at) + text.slice(Math.min(to, at + 40)),
  cutLine: (text: string, at: number) => withLines(text, (lines) => lines.toSpliced(lineAt(text, at), 1)),
  doubleLine: (text: string, at: number) =>
    withLines(text, (lines) => lines.toSpliced(lineAt(text, at), 0, lines[lineAt(text, at)] ?? '')),
  swapLines: (text: string, at: number, to: number) =>
    withLines(text, (lines) => {
      const [a, b] = [lineAt(text, at), lineAt(text, to)];
      return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
    }),
  indentLine: (text: string, at: number) =>
    withLines(text, (lines) => lines.with(lineAt(text, at), `  ${lines[lineAt(text, at)] ?? ''}`)),
  outdentLine: (text: string, at: number) =>
    withLines(text, (lines) =>
      lines.with(lineAt(text, at), (lines[lineAt(text, at)] ?? '').replace(/^ {1,2}/, '')),
    ),
  replaceWord: (text: string, at: number, _: number, word: string) =>
    text.slice(0, at) + text.slice(at).replace(/[\p{L}\p{N}._]+/u, () => word),
  copyWord: (text: string, at: number, to: number) => {
    const [copied = ''] = /[\p{L}\p{N}._{}]+/u.exec(text.slice(to)) ?? [];
    return text.slice(0, at) + text.slice(at).replace(/[\p{L}\p{N}._{}]+/u, () => copied);
  },
} as const satisfies Readonly<Record<string, (text: string, at: number, to: number, word: string) => string>>;

function withLines(text: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(text.split('\n')).join('\n');
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length - 1;
}

/** Any slips, one to three in a row. */
export const slips: fc.Arbitrary<readonly Slip[]> = fc.array(
  fc.record({
    file: fc.nat(),
    kind: fc.constantFrom(...(Object.keys(SLIPS) as (keyof typeof SLIPS)[])),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    word: fc.constantFrom(...WORDS),
  }),
  { minLength: 1, maxLength: 3 },
);

/** The input after slips in some of its files. */
export function slipped(
  files: readonly RawFile[],
  where: (path: string) => boolean,
  made: readonly Slip[],
): readonly RawFile[] {
  const paths = files.map(({ path }) => path).filter(where);
  return made.reduce((all, { file, kind, at, to, word }) => {
    const path = paths[file % paths.length] ?? '';
    const text = textOf(all, path);
    const place = (share: number): number => Math.floor(share * text.length);
    const after = SLIPS[kind](text, place(at), place(to), word);
    const bytes = new TextEncoder().encode(after);
    return all.map((one) => (one.path === path ? { path, bytes } : one));
  }, files);
}
