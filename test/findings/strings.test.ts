import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles, textFile, textOf, withBytes } from '../support/project.ts';

const UNIT = 'content/units/demo-bureau';
const YEAR = `${UNIT}/2023`;
const PART = 'templates/xinjiang-2023/parts/1-overview.md.hbs';

async function check(change: (files: readonly RawFile[]) => readonly RawFile[]) {
  return compiled(change(await realFiles('demo-bureau'))).diagnostics.filter(
    ({ severity, place }) => severity !== 'note' && !place.file.includes('changji'),
  );
}

/** The files with the first of some words of one of them replaced. */
function replaced(files: readonly RawFile[], file: string, from: string, to: string): readonly RawFile[] {
  const text = textOf(files, file);
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${from} is not in ${file}`);
  return withBytes(
    files,
    file,
    new TextEncoder().encode(text.slice(0, at) + to + text.slice(at + from.length)),
  );
}

/** The findings after the first of some words of a file has been replaced, but for those that it has without. */
async function findings(file: string, from: string, to: string): Promise<readonly Diagnostic[]> {
  return check((files) => replaced(files, file, from, to));
}

const short = ({ severity, rule, place }: Diagnostic): string =>
  `${severity} ${rule} ${place.file}:${place.line}:${place.column}`;

/** Wherever an editor or a maker of templates may write. */
const FIELDS: readonly (readonly [
  what: string,
  file: string,
  from: string,
  to: (text: string) => string,
  at: string,
])[] = [
  ['a comment', `${YEAR}/accounts.yaml`, '虚构单位', (c) => `虚${c}构`, '2:4'],
  ['an office', `${YEAR}/narrative.yaml`, '- 办公室', (c) => `- 办公${c}室`, '15:7'],
  ['a goal', `${YEAR}/performance/project-1.yaml`, '大厅标准化服务', (c) => `大厅${c}标准化服务`, '26:86'],
  ['a comment of the settings', 'content/site.yaml', '范例', (c) => `范${c}例`, '3:4'],
  ['a name of a code', 'content/codes/2023/functional.yaml', '本表不完整', (c) => `本${c}表`, '5:4'],
  ['the glossary', 'templates/demo-2023/glossary.yaml', '指同级财政', (c) => `指${c}同级财政`, '3:8'],
  ['a template', PART, '主要职能', (c) => `主要${c}职能`, '1:8'],
];

/** What no text may hold. */
const UNFIT: readonly (readonly [what: string, character: string])[] = [
  ['an override of the direction', '\u202e'],
  ['an isolate', '\u2066'],
  ['a code point that is no character', '\ufffe'],
  ['one of another plane', '\u{1ffff}'],
  ['a bell', '\u0007'],
  ['a next line', '\u0085'],
];

/** What is found of a rule after a character has been put into each of the fields. */
async function inAllFields(rule: string, character: string): Promise<readonly Diagnostic[]> {
  const found = await check((files) =>
    FIELDS.reduce((before, [, file, from, to]) => replaced(before, file, from, to(character)), files),
  );
  return found.filter((finding) => finding.rule === rule);
}

const inOrder = (places: readonly string[]): readonly string[] => [...places].sort();

describe.each(UNFIT)('%s', (_, character) => {
  it('is an error where it stands, in whatever field and file', async () => {
    const found = await inAllFields('bad-character', character);
    expect(inOrder(found.map(short))).toEqual(
      inOrder(FIELDS.map(([, file, , , at]) => `error bad-character ${file}:${at}`)),
    );
    for (const { message } of found) expect(message).not.toContain(character);
  });
});

describe('a mark without width', () => {
  it('is told of where it stands, in whatever field and file', async () => {
    const found = await inAllFields('hidden-character', '\u200b');
    expect(inOrder(found.map(short))).toEqual(
      inOrder(FIELDS.map(([, file, , , at]) => `warning hidden-character ${file}:${at}`)),
    );
    for (const { message } of found) expect(message).toMatch(/“[^“”\u200b]*□[^“”\u200b]*”.*U\+200B/);
  });

  it('of an escape is told of where that is written', async () => {
    const found = await findings(`${YEAR}/narrative.yaml`, '- 办公室', '- "办公\\u2060室"');
    expect(found.map(short)).toEqual([
      expect.stringMatching(`warning hidden-character ${YEAR}/narrative.yaml:`),
    ]);
  });

  it('at the head of a file is its mark of order, and nothing', async () => {
    const text = textOf(await realFiles('demo-bureau'), `${YEAR}/narrative.yaml`).split('\n')[0] ?? '';
    expect(await findings(`${YEAR}/narrative.yaml`, text, `\ufeff${text}`)).toEqual([]);
  });
});

describe('escapes', () => {
  it.each(['\\uFFFE', '\\uFFFF', '\\uD800', '\\u202E', '\\x07', '\\0', '\\U0001FFFE'])(
    '"%s" is the character that it stands for',
    async (escape) => {
      const found = await findings(`${YEAR}/narrative.yaml`, '- 办公室', `- "办公${escape}室"`);
      expect(found.map(({ rule }) => rule)).toContain('bad-character');
    },
  );

  it('of a key, too', async () => {
    const found = await findings(`${YEAR}/accounts.yaml`, '金额单位: 元', '"金额\\u202E单位": 元');
    expect(found.map(short)).toContain(`error bad-character ${YEAR}/accounts.yaml:4:2`);
  });
});

describe('what is not in form C', () => {
  it.each<[string, string, string, string, string]>([
    ['an accent of its own', `${YEAR}/narrative.yaml`, '- 办公室', '- 办公e\u0301室', 'é'],
    ['a compatible form', `${YEAR}/narrative.yaml`, '- 办公室', '- 办公\uf90a室', '金'],
    ['an escape', `${YEAR}/narrative.yaml`, '- 办公室', '- "办公\\uF90A室"', '金'],
    ['a key', `${YEAR}/accounts.yaml`, '金额单位: 元', '\uf90a额单位: 元', '金'],
    ['a template', PART, '主要职能', '主要\uf90a职能', '金'],
    ['the glossary', 'templates/demo-2023/glossary.yaml', '指同级财政', '指\uf90a同级财政', '金'],
  ])('%s is shown as it should be', async (_, file, from, to, composed) => {
    const found = (await findings(file, from, to)).filter(({ rule }) => rule === 'not-composed');
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining(`应写成“${composed}”`)]);
    expect(found[0]?.place.file).toBe(file);
  });

  it('in a comment is nobody’s business', async () => {
    expect(await findings(`${YEAR}/accounts.yaml`, '虚构单位', '虚构单位\uf90ae\u0301')).toEqual([]);
  });
});

describe('what cannot be seen is named', () => {
  it.each<[string, string, string, string, string]>([
    ['an amount', `${YEAR}/accounts.yaml`, '在职人员: 123', '在职人员: 12\u200b3', 'U+200B'],
    ['an amount with a blank', `${YEAR}/accounts.yaml`, '在职人员: 123', '在职人员: 123\u00a0', 'U+00A0'],
    ['a code', `${YEAR}/accounts.yaml`, '"2010301":', '"2010\u200d301":', 'U+200D'],
    ['a key', `${YEAR}/accounts.yaml`, '在职人员: 123', '在职\u00ad人员: 123', 'U+00AD'],
    ['a choice', `${UNIT}/unit.yaml`, '类型: 行政单位', '类型: 行政\ufeff单位', 'U+FEFF'],
    ['a year', `${YEAR}/accounts.yaml`, '年度: 2023', '年度: 20\u206023', 'U+2060'],
  ])('in %s', async (_, file, from, to, code) => {
    const found = await findings(file, from, to);
    expect(found.map(({ message }) => message).join('\n')).toContain(`看不见的字符 ${code}`);
  });
});

describe('code that nothing fills is found where it would be printed', () => {
  it.each([
    ['the name of the site', 'content/site.yaml', '站名: 部门决算公开', '站名: "{{年度}}部门决算公开"'],
    [
      'a heading of a form’s indicators',
      `${YEAR}/performance/project-1.yaml`,
      '一级指标: 满意度指标',
      '一级指标: "{{年度}}满意度指标"',
    ],
    [
      'the name of a code',
      'content/codes/2023/functional.yaml',
      '名称: 教育支出',
      '名称: "{{年度}}教育支出"',
    ],
  ])('%s', async (_, file, from, to) => {
    const found = (await findings(file, from, to)).filter(({ rule }) => rule === 'template-left-over');
    expect(found.map(({ place }) => place.file)).toEqual([file]);
  });
});

describe('a quotation that is cut short', () => {
  it('never ends in half a character, wherever it is cut', async () => {
    const names = ['', '甲'].map((before) => `${before}${'𠮷'.repeat(30)}\u200b${'𠮷'.repeat(30)}`);
    const found = await Promise.all(
      names.flatMap((name) => [
        findings(`${UNIT}/unit.yaml`, '类型: 行政单位', `类型: ${name}`),
        findings(`${UNIT}/unit.yaml`, '类型: 行政单位', `类型: 行政单位\n${name}: 1`),
      ]),
    );
    const messages = found.flat().map(({ message }) => message);
    expect(messages.filter((message) => message.includes('𠮷')).length).toBeGreaterThan(3);
    expect(messages.filter((message) => message.includes('\\u{D'))).toEqual([]);
  });
});

describe('names of files', () => {
  it.each(['\u200b', '\u202e', '\u0007', '\n', '\u2028'])(
    'a hidden character in a folder is told of once',
    async (character) => {
      const paths = ['备注', '说明'].map((name) => `${UNIT}/2021${character}/${name}.txt`);
      const found = await check((files) => [...files, ...paths.map((path) => textFile(path, '甲'))]);
      const named = found.filter(({ message }) => message.includes('看不见的字符'));
      expect(named.map(short)).toEqual([`error bad-name ${paths[0]}:1:1`]);
    },
  );

  it('a name in pieces is shown in form C', async () => {
    const path = `${YEAR}/performance/cafe\u0301.txt`;
    const found = await check((files) => [...files, textFile(path, '甲')]);
    expect(found.map(({ message }) => message)).toContainEqual(expect.stringContaining('“caf\u00e9.txt”'));
  });
});
