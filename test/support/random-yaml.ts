import fc from 'fast-check';

/** A value with a way of writing each of its parts, as clerks and programs may have written it. */
type Part =
  | { readonly kind: 'text'; readonly text: string; readonly style: number }
  | { readonly kind: 'mapping'; readonly entries: readonly Entry[]; readonly look: Look }
  | { readonly kind: 'list'; readonly items: readonly Part[]; readonly look: Look };

interface Entry {
  readonly key: string;
  readonly quote: number;
  readonly value: Part;
  readonly note: Note;
}

interface Look {
  readonly flow: boolean;
  readonly step: number;
  readonly notes: readonly Note[];
}

/** Blank lines and comments around an entry. */
interface Note {
  readonly above: readonly string[];
  readonly behind: string;
}

/** Texts that YAML would take for something else, and ordinary ones. */
export const TEXTS = [
  '0.10',
  '2011350',
  '待填',
  '是',
  '-',
  '- 甲',
  '？',
  '?',
  '',
  ' 前',
  '后 ',
  '一: 二',
  '一:',
  '一 # 二',
  '#三',
  '"引"',
  "it's",
  '[未',
  '{未}',
  '甲, 乙',
  '甲\n乙',
  '甲\n\n乙\n',
  '甲 \n  乙',
  ' 甲\n乙',
  '甲\n\n',
  '\n甲',
  '甲\t乙',
  '\\n',
  '2024-08-20',
  'null',
  'yes',
  '0012',
  '&a',
  '*a',
  '!x',
  '%x',
  '@x',
  '`x',
  '|-',
  '>',
  '~',
  '--- x',
  '...',
  '\u0000',
  '\uFEFF甲',
  '甲\u2028乙',
  '😀',
  '一\r\n二',
];

export const KEYS = [
  '年度',
  '收入',
  '2011350',
  '201',
  '2019',
  '一: 二',
  '甲 乙',
  '"q"',
  '-',
  'a',
  'null',
  '因公出国（境）费',
];

const note: fc.Arbitrary<Note> = fc.record({
  above: fc.array(fc.constantFrom('', '', '# 注', '  # 退', '# 三: 四'), { maxLength: 2 }),
  behind: fc.constantFrom('', '', '', '  # 尾', ' # 尾: 二'),
});

const look: fc.Arbitrary<Look> = fc.record({
  flow: fc.boolean(),
  step: fc.constantFrom(2, 2, 4),
  notes: fc.array(note, { minLength: 5, maxLength: 5 }),
});

const { value } = fc.letrec<{ value: Part; mapping: Part; list: Part; text: Part }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie('text'), tie('mapping'), tie('list')),
  text: fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom(...TEXTS), style: fc.nat(5) }),
  mapping: fc.record({
    kind: fc.constant('mapping' as const),
    entries: fc.uniqueArray(
      fc.record({ key: fc.constantFrom(...KEYS), quote: fc.nat(2), value: tie('value'), note }),
      { maxLength: 4, selector: ({ key }) => key },
    ),
    look,
  }),
  list: fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(tie('value'), { maxLength: 4 }),
    look,
  }),
}));

/** Texts of YAML files of all kinds; some are not accepted by the reader and have to be left out. */
export const yamlText: fc.Arbitrary<string> = fc
  .record({
    root: fc.record({
      kind: fc.constant('mapping' as const),
      entries: fc.uniqueArray(fc.record({ key: fc.constantFrom(...KEYS), quote: fc.nat(2), value, note }), {
        maxLength: 5,
        minLength: 1,
        selector: ({ key }) => key,
      }),
      look,
    }),
    head: fc.constantFrom('', '# yaml-language-server: $schema=x\n', '# 头\n\n', '---\n'),
    end: fc.constantFrom('\n', '\n', '', '\n\n# 完\n'),
    newline: fc.constantFrom('\n', '\n', '\r\n'),
    mark: fc.constantFrom('', '', '\uFEFF'),
  })
  .map(({ root, head, end, newline, mark }) => {
    const body = root.look.flow
      ? write({ ...root, look: { ...root.look, flow: false } }, 0, false)
      : write(root, 0, false);
    return mark + (head + body.replace(/^\n/, '') + end).replaceAll('\n', newline);
  });

/** What stands behind a colon or dash of a column. */
function write(part: Part, column: number, flow: boolean): string {
  if (part.kind === 'text') return ` ${writeText(part, column, flow)}`;
  if (flow || part.look.flow || count(part) === 0) return ` ${writeFlow(part, column)}`;
  const { step, notes } = part.look;
  if (part.kind === 'list') {
    return part.items
      .map((item, index) => {
        const { above, behind } = notes[index] as Note;
        return `\n${lines(above, column)}${' '.repeat(column)}-${behindOf(write(item, column + step, false), behind)}`;
      })
      .join('');
  }
  return part.entries
    .map(({ key, quote, value, note: { above, behind } }) => {
      const written = write(value, column + step, false);
      return `\n${lines(above, column)}${' '.repeat(column)}${writeKey(key, quote)}:${behindOf(written, behind)}`;
    })
    .join('');
}

function count(part: Exclude<Part, { kind: 'text' }>): number {
  return part.kind === 'list' ? part.items.length : part.entries.length;
}

/** A comment stands at the end of the first line, where that is no quoted text that goes on. */
function behindOf(written: string, behind: string): string {
  const [first = '', ...rest] = written.split('\n');
  return /^ ["']/.test(first) && rest.length > 0 ? written : [first + behind, ...rest].join('\n');
}

function lines(above: readonly string[], column: number): string {
  return above.map((line) => (line === '' ? '\n' : `${' '.repeat(column)}${line}\n`)).join('');
}

function writeFlow(part: Part, column: number): string {
  if (part.kind === 'text') return writeText(part, column, true);
  const space = part.look.step === 4 ? '' : ' ';
  if (part.kind === 'list')
    return `[${space}${part.items.map((item) => writeFlow(item, column)).join(', ')}${space}]`;
  const entries = part.entries.map(
    ({ key, quote, value }) => `${writeKey(key, quote)}: ${writeFlow(value, column)}`,
  );
  return `{${space}${entries.join(part.look.step === 4 ? `,\n${' '.repeat(column + 1)}` : ', ')}${space}}`;
}

function writeKey(key: string, quote: number): string {
  if (quote === 1) return `'${key.replaceAll("'", "''")}'`;
  return quote === 0 && /^[\p{L}\d]+$/u.test(key) ? key : JSON.stringify(key);
}

/** A text in one of the styles, in double quotes where that style cannot hold it. */
function writeText({ text, style }: { text: string; style: number }, column: number, flow: boolean): string {
  const plain = /^[\p{L}\d][\p{L}\d. -]*$/u.test(text) && text === text.trim();
  const single = /^[^\p{Cc}\uFEFF\u2028]*$/u.test(text);
  const block = !flow && /^[^\s\p{Cc}\uFEFF](?:[^\p{Cc}\u2028\uFEFF]|[\n\t])*$/u.test(text);
  const indented = (ended: string): string =>
    ended
      .split('\n')
      .map((line) => (line === '' ? '' : ' '.repeat(column + 1) + line))
      .join('\n');
  if (style === 0 && text === '') return '';
  if (style <= 1 && plain) return text;
  if (style === 2 && single) return `'${text.replaceAll("'", "''")}'`;
  if (style === 3 && block) return `|-\n${indented(text)}`;
  if (style === 4 && block) return `|+\n${indented(text)}\n`;
  if (style === 5 && block && !text.includes('\n'))
    return `>-\n${indented(text)}\n${' '.repeat(column + 1)}更多`;
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\uFEFF', '\\uFEFF');
}
