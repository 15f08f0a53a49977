import { describe, expect, it } from 'vitest';
import { editYaml } from '../../../src/source/writer/edit-yaml.ts';
import type { YamlEdit } from '../../../src/source/writer/edits.ts';

const FILE = `# yaml-language-server: $schema=x
# 头
年度: 2023   # 年

# 收入的注
收入:
  "2011350": 114.13    # 十一项
  '2011399': 5.00

  # 其他的注
  其他: { 基本支出: 1.00, 项目支出: 未公开 }
文字: |-   # 长
  一段。
  二段。
单位: []
空:
列表:
- 规则: a
  理由: b
# 第二条
- 规则: c
`;

/** The lines that an edit takes away and puts there. */
function changed(edits: readonly YamlEdit[], text = FILE): readonly string[] {
  const before = text.split('\n');
  const after = editYaml(text, edits).split('\n');
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  return [
    ...before.slice(head, before.length - tail).map((line) => `-${line}`),
    ...after.slice(head, after.length - tail).map((line) => `+${line}`),
  ];
}

describe('editing a YAML file', () => {
  it('changes no byte without an edit, and none where the value is there already', () => {
    for (const text of [FILE, FILE.replaceAll('\n', '\r\n'), `\uFEFF${FILE.trimEnd()}`]) {
      expect(editYaml(text, [])).toBe(text);
      expect(editYaml(text, [{ do: 'set', at: ['收入', '2011350'], to: '114.13' }])).toBe(text);
      expect(
        editYaml(text, [
          {
            do: 'set',
            at: ['收入', '其他'],
            to: new Map([
              ['基本支出', '1.00'],
              ['项目支出', '未公开'],
            ]),
          },
        ]),
      ).toBe(text);
    }
  });

  it.each<[string, YamlEdit[], string[]]>([
    [
      'a text, its comment stays',
      [{ do: 'set', at: ['收入', '2011350'], to: '待填' }],
      ['-  "2011350": 114.13    # 十一项', '+  "2011350": 待填    # 十一项'],
    ],
    [
      'a text in braces, in quotes where it needs them',
      [{ do: 'set', at: ['收入', '其他', '项目支出'], to: '甲, 乙' }],
      ['-  其他: { 基本支出: 1.00, 项目支出: 未公开 }', '+  其他: { 基本支出: 1.00, 项目支出: "甲, 乙" }'],
    ],
    ['an empty value', [{ do: 'set', at: ['空'], to: '# 一: 二' }], ['-空:', '+空: "# 一: 二"']],
    [
      'a text of several lines',
      [{ do: 'set', at: ['年度'], to: '一\n\n二' }],
      ['-年度: 2023   # 年', '+年度: |-   # 年', '+  一', '+', '+  二'],
    ],
    [
      'a block text by a short one',
      [{ do: 'set', at: ['文字'], to: '待填' }],
      ['-文字: |-   # 长', '-  一段。', '-  二段。', '+文字: 待填   # 长'],
    ],
    [
      'the first item of an empty list',
      [{ do: 'add', at: ['单位'], value: '中心' }],
      ['-单位: []', '+单位:', '+- 中心'],
    ],
    [
      'the first entry of an empty value',
      [{ do: 'insert', at: ['空'], key: '2019', value: '甲' }],
      ['+  "2019": 甲'],
    ],
    [
      'a code in its place, quoted as its neighbours are',
      [
        {
          do: 'insert',
          at: ['收入'],
          key: '2011360',
          value: '1.00',
          place: { order: ['2011350', '2011360', '2011399'] },
        },
      ],
      ['+  "2011360": 1.00'],
    ],
    [
      'an entry with its comment and the blank line beside it',
      [{ do: 'remove', at: ['收入', '其他'] }],
      ['-', '-  # 其他的注', '-  其他: { 基本支出: 1.00, 项目支出: 未公开 }'],
    ],
    ['an item with its comment', [{ do: 'remove', at: ['列表', 1] }], ['-# 第二条', '-- 规则: c']],
    [
      'an entry behind a dash',
      [{ do: 'remove', at: ['列表', 0, '规则'] }],
      ['-- 规则: a', '-  理由: b', '+- 理由: b'],
    ],
    [
      'an item of several entries',
      [
        {
          do: 'add',
          at: ['列表'],
          value: new Map([
            ['规则', 'd'],
            ['日期', '2024-08-20'],
          ]),
        },
      ],
      ['+- 规则: d', '+  日期: 2024-08-20'],
    ],
    [
      'a key',
      [{ do: 'rename', at: ['收入', '2011350'], key: '2011351' }],
      ['-  "2011350": 114.13    # 十一项', '+  "2011351": 114.13    # 十一项'],
    ],
    [
      'the comment of an entry',
      [{ do: 'comment', at: ['收入'], lines: ['甲', '乙'] }],
      ['-# 收入的注', '+# 甲', '+# 乙'],
    ],
    [
      'one entry of a mapping that is set as a whole',
      [
        {
          do: 'set',
          at: ['列表', 0],
          to: new Map([
            ['规则', 'a'],
            ['理由', 'x'],
          ]),
        },
      ],
      ['-  理由: b', '+  理由: x'],
    ],
  ])('changes %s, and nothing else', (_, edits, lines) => {
    expect(changed(edits)).toEqual(lines);
    const crlf = FILE.replaceAll('\n', '\r\n');
    expect(editYaml(crlf, edits)).toBe(editYaml(FILE, edits).replaceAll('\n', '\r\n'));
  });

  it('keeps comments at the head of a file when its first entry goes', () => {
    expect(editYaml(FILE, [{ do: 'remove', at: ['年度'] }])).toMatch(
      /^# yaml-language-server: \$schema=x\n# 头\n# 收入的注\n收入:/,
    );
  });

  it('writes a new entry in braces where all beside it are in braces, and else on lines of its own', () => {
    const insert = (value: ReadonlyMap<string, string>): readonly YamlEdit[] => [
      { do: 'insert', at: ['科目'], key: '202', value, place: { after: '201' } },
    ];
    const name = new Map([['名称', '外交支出']]);
    const table = '科目:\n  "201": { 名称: 甲 }\n  "205": { 名称: 乙 }    # 注\n';
    expect(changed(insert(name), table)).toEqual(['+  "202": { 名称: 外交支出 }']);
    const mixed = table.replace('{ 名称: 乙 }', '\n    名称: 乙');
    expect(changed(insert(name), mixed)).toEqual(['+  "202":', '+    名称: 外交支出']);
  });

  it('adds behind a last line that does not end', () => {
    const edit: YamlEdit = { do: 'insert', at: [], key: 'b', value: '2' };
    expect(editYaml('a: 1', [edit])).toBe('a: 1\nb: 2');
    expect(editYaml('a: 1\nb: 2', [{ do: 'remove', at: ['b'] }])).toBe('a: 1');
  });

  it.each([
    '2011350',
    '是',
    '-',
    '一: 二',
    '一 # 二',
    ' 前',
    '后 ',
    '@',
    '|',
    '{',
    '"',
    "'",
    '\\',
    '\t',
    'null',
    '',
    '甲\n乙',
    ' 甲\n乙\n\n',
    '\u0000',
    '\uFEFF',
  ])('writes %j such that it is read as that', (text) => {
    // What was written is read back by the writer itself.
    for (const at of [['年度'], ['空'], ['收入', '其他', '基本支出'], ['文字'], ['列表', 0, '规则']])
      expect(() => editYaml(FILE, [{ do: 'set', at, to: text }])).not.toThrow();
  });

  it('refuses what the reader does not accept', () => {
    expect(() => editYaml('? a\n: b\n', [])).toThrow();
  });
});
