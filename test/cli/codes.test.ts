import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spreadsheet from '@e965/xlsx';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from './temporary-project.ts';

type Cell = string | number | undefined;
type Rows = readonly (readonly Cell[])[];

/** A small classification, as a ministry might publish it for 2030. */
const STATED: readonly (readonly [code: string, name: string])[] = [
  ['201', '一般公共服务支出'],
  ['20101', '人大事务'],
  ['2010101', '行政运行'],
  ['2010104', '人大会议'],
  ['20103', '政府办公厅（室）及相关机构事务'],
  ['2010301', '行政运行'],
  ['2010308', '数据事务管理'],
  ['205', '教育支出'],
  ['20502', '普通教育'],
  ['2050201', '学前教育'],
];

/** The tables of the year before. */
const BEFORE = `年度: 2029
科目:
  "201": { 名称: 一般公共服务支出 }
  "20101": { 名称: 人大事务, 依据: 未核实 }
  "2010101": { 名称: 行政运行 }
  "2010104": { 名称: 人大会议会务 }
  "20103": { 名称: 政府办公厅（室）及相关机构事务 }
  "2010301": { 名称: 行政运行 }
  "2010303": { 名称: 机关服务 }
  "202": { 名称: 外交支出 }
  "20201": { 名称: 外交管理事务 }
`;

/** What becomes of it. */
const AFTER = `年度: 2030
沿用: 2029
取消:
  - 2010303
科目:
  "20101": { 名称: 人大事务 }
  "2010104": { 名称: 人大会议 }
  "2010308": { 名称: 数据事务管理 }
  "205": { 名称: 教育支出 }
  "20502": { 名称: 普通教育 }
  "2050201": { 名称: 学前教育 }
`;

const TABLE = 'content/codes/2030/functional.yaml';

let project: TemporaryProject;

beforeAll(() => {
  project = new TemporaryProject();
  rmSync(join(project.root, 'content/codes'), { recursive: true });
  mkdirSync(join(project.root, 'content/codes/2029'), { recursive: true });
  project.write('content/codes/2029/functional.yaml', BEFORE);
});
afterEach(() => {
  rmSync(join(project.root, 'content/codes/2030'), { recursive: true, force: true });
});
afterAll(() => project.remove());

type BookType = 'xlsx' | 'biff8' | 'ods' | 'csv';

/** A file with sheets in a folder beside the project's content. */
function saved(name: string, sheets: readonly Rows[], bookType: BookType = 'xlsx'): string {
  const book = spreadsheet.utils.book_new();
  for (const rows of sheets) {
    spreadsheet.utils.book_append_sheet(book, spreadsheet.utils.aoa_to_sheet(rows.map((row) => [...row])));
  }
  const bytes = spreadsheet.write(book, { type: 'array', bookType }) as ArrayBuffer;
  return written(name, new Uint8Array(bytes));
}

function written(name: string, bytes: Uint8Array): string {
  const path = join(project.root, name);
  writeFileSync(path, bytes);
  return path;
}

function codes(path: string, ...more: readonly string[]) {
  return project.run('codes', path, '--year', '2030', ...more);
}

const levelOf = (code: string): number => (code.length - 3) / 2;
const parts = (code: string): readonly string[] => [code.slice(0, 3), code.slice(3, 5), code.slice(5)];
const ancestors = (code: string): readonly string[] => [3, 5, 7].map((length) => code.slice(0, length));
const nameOf = (code: string): string => STATED.find(([one]) => one === code)?.[1] ?? '';
const PLAIN: Rows = [['科目编码', '科目名称'], ...STATED];
const leaves = STATED.filter(([code]) => code.length === 7);

/** The same classification in the layouts in which offices pass it on. */
const LAYOUTS: Readonly<Record<string, Rows>> = {
  'two columns': PLAIN,
  'no head at all': STATED,
  'codes as numbers': [['编码', '名称'], ...STATED.map(([code, name]) => [Number(code), name])],
  'codes with apostrophes and spaces': [
    ['编码', '名称'],
    ...STATED.map(([code, name]) => [`'${parts(code).join(' ').trim()} `, name]),
  ],
  'codes with hyphens': [
    ['编码', '名称'],
    ...STATED.map(([code, name]) => [parts(code).filter(Boolean).join('-'), name]),
  ],
  'names that are indented and wrap': [
    ['编码', '名称'],
    ...STATED.map(([code, name]) => [
      code,
      `${'　'.repeat(levelOf(code))}${name.slice(0, 2)}\n${name.slice(2)}`,
    ]),
  ],
  'names with numbers before them and half-width brackets': [
    ['编码', '名称'],
    ...STATED.map(([code, name], index) => [
      code,
      `${code.length === 3 ? `${'一二三四五六七八'.charAt(index)}、` : ''}${name.replace('（', '(').replace('）', ')')}`,
    ]),
  ],
  'a title, blank rows and columns, running numbers, descriptions and notes': [
    ['2030年政府收支分类科目'],
    [],
    [undefined, '序号', '科目编码', undefined, '科目名称', '说明'],
    ...STATED.flatMap(([code, name], index): Rows => [
      [
        undefined,
        index + 1,
        code,
        undefined,
        name,
        `反映${name}方面的支出，包括人员经费、公用经费和专门用于这一方面的项目经费。`,
      ],
      [],
    ]),
    ['注：本表自2030年起执行。'],
  ],
  'names before codes': [['科目名称', '科目编码'], ...STATED.map(([code, name]) => [name, code])],
  'three columns, each with its own digits, and only the lowest filled in': [
    ['科目编码', undefined, undefined, '科目名称'],
    ['类', '款', '项'],
    ...STATED.map(([code, name]) => [
      ...parts(code).map((part, level) => (level === levelOf(code) ? part : undefined)),
      name,
    ]),
  ],
  'three columns, all filled in, as numbers': [
    ['类', '款', '项', '科目名称'],
    ...STATED.map(([code, name]) => [
      ...parts(code).map((part) => (part === '' ? undefined : Number(part))),
      name,
    ]),
  ],
  'three columns with 00 where there is no level': [
    ['类', '款', '项', '科目名称'],
    ...STATED.map(([code, name]) => [...parts(code).map((part) => part || '00'), name]),
  ],
  'three columns without a head': STATED.map(([code, name]) => [
    ...parts(code).map((part) => part || undefined),
    name,
  ]),
  'whole codes in a column for each level': [
    ['类', '款', '项', '名称'],
    ...STATED.map(([code, name]) => [
      ...[3, 5, 7].map((length) => (code.length === length ? code : undefined)),
      name,
    ]),
  ],
  'a code and a name for each level in each row': [
    ['类编码', '类名称', '款编码', '款名称', '项编码', '项名称'],
    ...leaves.map(([code]) => ancestors(code).flatMap((one) => [one, nameOf(one)])),
  ],
  'names as a staircase': [
    ['编码'],
    ...STATED.map(([code, name]) => [code, ...Array.from({ length: levelOf(code) }, () => undefined), name]),
  ],
  'heads repeated on every page': STATED.flatMap((row, index): Rows =>
    index % 4 === 0 ? [['科目编码', '科目名称'], row] : [row],
  ),
};

describe('mingbai codes takes a classification laid out as', () => {
  it.each(Object.entries(LAYOUTS))('%s', async (_, rows) => {
    const { status, stderr } = await codes(saved('科目表.xlsx', [rows]));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(project.read(TABLE).replaceAll(/^#.*\n/gm, '')).toBe(AFTER);
  });

  it.each(['biff8', 'ods', 'csv'] as const)('a file of the form %s', async (type) => {
    const { status } = await codes(saved('科目表', [PLAIN], type));
    expect(status).toBe(0);
    expect(project.read(TABLE).replaceAll(/^#.*\n/gm, '')).toBe(AFTER);
  });
});

describe('mingbai codes', () => {
  it('says what is new, called otherwise, gone and certain now, and whence the file is', async () => {
    const { stdout } = await codes(saved('科目表.xlsx', [PLAIN]));
    expect(stdout).toBe(
      [
        `支出功能分类科目（类、款、项）：读到 10 个，与 2029 年度的表比；已写 ${TABLE}`,
        '  新增 4 个：',
        '    2010308 数据事务管理',
        '    205 教育支出',
        '    20502 普通教育',
        '    2050201 学前教育',
        '  改名 1 个：',
        '    2010104 人大会议会务 → 人大会议',
        '  取消 1 个：',
        '    2010303 机关服务',
        '  核实了原来没有把握的 1 个：',
        '    20101 人大事务',
        '  文件里没有这些类，照旧沿用 1 个：',
        '    202 外交支出',
        '',
      ].join('\n'),
    );
    expect(project.read(TABLE)).toMatch(
      /^# 支出功能分类科目（类、款、项），2030 年度，由“科目表\.xlsx”录入；只写与 2029 年度不同的科目，其余沿用。$/m,
    );
  });

  it('taken in once more changes nothing', async () => {
    const path = saved('科目表.xlsx', [PLAIN]);
    await codes(path);
    const before = project.read(TABLE);
    const { status, stdout } = await codes(path);
    expect(status).toBe(0);
    expect(stdout).toContain('没有要写的，已有的都一样');
    expect(project.read(TABLE)).toBe(before);
  });

  it('makes a year to which later years can be compared: what is gone is not known any more', async () => {
    await codes(saved('科目表.xlsx', [PLAIN]));
    const next = saved('下一年.xlsx', [[...PLAIN, ['2010303', '机关服务']]]);
    const { stdout } = await project.run('codes', next, '--year', '2031', '--dry-run');
    expect(stdout).toContain('+沿用: 2030\n+科目:\n+  "2010303": { 名称: 机关服务 }\n');
  });

  it('with --dry-run shows the files as a diff, and writes nothing', async () => {
    const { status, stdout, stderr } = await codes(saved('科目表.xlsx', [PLAIN]), '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^--- \/dev\/null\n\+\+\+ b\/content\/codes\/2030\/functional\.yaml\n@@ -0,0 /);
    expect(stderr).toContain(`将写 ${TABLE}\n`);
    expect(existsSync(join(project.root, TABLE))).toBe(false);
  });

  it('tells the economic classification by its codes, and leaves those of revenue and of governments', async () => {
    const economic: Rows = [
      ['302', '商品和服务支出'],
      ['30201', '办公费'],
      ['30202', '印刷费'],
    ];
    const others: Rows = [
      ['101', '税收收入'],
      ['10101', '增值税'],
      ['501', '机关工资福利支出'],
    ];
    project.write(
      'content/codes/2029/economic.yaml',
      '年度: 2029\n科目: { "302": { 名称: 商品和服务支出 } }\n',
    );
    const { status, stdout } = await codes(saved('科目表.xlsx', [PLAIN, economic, others]));
    rmSync(join(project.root, 'content/codes/2029/economic.yaml'));
    expect(status).toBe(0);
    expect(stdout).toContain('另有 3 个科目不是这两种分类（如 Sheet3!A1 的 101），没有用。');
    expect(project.read('content/codes/2030/economic.yaml').replaceAll(/^#.*\n/gm, '')).toBe(
      '年度: 2030\n沿用: 2029\n科目:\n  "30201": { 名称: 办公费 }\n  "30202": { 名称: 印刷费 }\n',
    );
  });

  it('keeps what a year’s own file is certain of, and replaces what it guessed', async () => {
    mkdirSync(join(project.root, 'content/codes/2030'), { recursive: true });
    const own = [
      '# 手工录入。',
      '年度: 2030',
      '沿用: 2029',
      '科目:',
      '  # 地方的叫法',
      '  "20103": { 名称: 政府办公厅事务 }',
      '  "2010308": { 名称: 数据管理, 依据: 未核实 }    # 待查',
      '',
    ].join('\n');
    project.write(TABLE, own);
    const { status, stdout } = await codes(saved('科目表.xlsx', [PLAIN]));
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /对不上，没有改动，请核对后自己改正 1 个：\n {4}content\/codes\/2030\/functional\.yaml:6:3 20103 是“政府办公厅事务”，科目表\.xlsx Sheet1!A6 是“政府办公厅（室）及相关机构事务”\n/,
    );
    expect(project.read(TABLE)).toBe(
      [
        '# 手工录入。',
        '年度: 2030',
        '沿用: 2029',
        '取消:',
        '  - 2010303',
        '科目:',
        '  "20101": { 名称: 人大事务 }',
        '  "2010104": { 名称: 人大会议 }',
        '  # 地方的叫法',
        '  "20103": { 名称: 政府办公厅事务 }',
        '  "2010308": { 名称: 数据事务管理 }    # 待查',
        '  "205": { 名称: 教育支出 }',
        '  "20502": { 名称: 普通教育 }',
        '  "2050201": { 名称: 学前教育 }',
        '',
      ].join('\n'),
    );
  });
});

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Files that are not taken in, and the sentence that says why. */
const REFUSED: Readonly<Record<string, readonly [make: () => string, sentence: RegExp]>> = {
  'a PDF': [() => written('科目表.pdf', text('%PDF-1.7')), /^科目表\.pdf：不是能读的表格；请给出科目表的/],
  'a text': [() => written('科目表.csv', text('你好，世界')), /^科目表\.csv：没有找到科目编码和名称两列/],
  'a table of amounts': [
    () =>
      saved('a.xlsx', [
        [
          ['项目', '金额'],
          ['货物', 12345],
          ['服务', 99999],
          ['工程', 100],
        ],
      ]),
    /^a\.xlsx：没有(找到科目编码和名称两列|支出功能分类)/,
  ],
  'two names for one code': [
    () => saved('a.xlsx', [[...PLAIN, ['2010101', '行政管理']]]),
    /^a\.xlsx：编码 2010101 有两个名称：Sheet1!A4 是“行政运行”，Sheet1!A12 是“行政管理”；请改正其一。没有写任何文件。$/,
  ],
  'two names in two sheets': [
    () =>
      saved('a.xlsx', [PLAIN, PLAIN.map(([code, name]) => [code, name === '学前教育' ? '幼儿教育' : name])]),
    /编码 2050201 有两个名称：Sheet1!A11 是“学前教育”，Sheet2!A11 是“幼儿教育”/,
  ],
  'codes of a wrong length': [
    () => saved('a.xlsx', [[...PLAIN, ['20101011', '一'], ['2013', '二'], ['3020101', '三']]]),
    /^a\.xlsx：有 3 个编码不对：Sheet1!A12 “20101011”、Sheet1!A13 “2013”、Sheet1!A14 “3020101”；功能分类应为 3、5 或 7 位数字，经济分类应为 3 或 5 位/,
  ],
  'a letter in a code': [
    () => saved('a.xlsx', [[...PLAIN, ['2O10102', '一般行政管理事务']]]),
    /有 1 个编码不对：Sheet1!A12 “2O10102”/,
  ],
  'a level of three digits': [
    () =>
      saved('a.xlsx', [
        [
          ['类', '款', '项', '名称'],
          ...STATED.map(([code, name]) => [...parts(code), name]),
          ['201', '013', '', '甲'],
        ],
      ]),
    /有 1 个编码不对：Sheet1!B12 “013”/,
  ],
  'a code without a name': [
    () => saved('a.xlsx', [[...PLAIN, ['2050202']]]),
    /有 1 个编码没有名称：Sheet1!A12 “2050202”；请补上/,
  ],
  'classifications of revenue alone': [
    () =>
      saved('a.xlsx', [
        [
          ['101', '税收收入'],
          ['10101', '增值税'],
          ['1010101', '国内增值税'],
        ],
      ]),
    /没有支出功能分类（编码以 2 开头）或部门预算支出经济分类（以 3 开头）的科目/,
  ],
};

describe('mingbai codes refuses in one sentence, and writes nothing:', () => {
  it.each(Object.entries(REFUSED))('%s', async (_, [make, sentence]) => {
    const { status, stderr } = await codes(make());
    expect(status).toBe(1);
    expect(stderr.trimEnd()).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(join(project.root, TABLE))).toBe(false);
  });

  it.each([
    [['codes'], /应写成 mingbai codes 文件 --year 年度/],
    [['codes', 'a.xlsx'], /应写成 mingbai codes 文件 --year 年度/],
    [['codes', 'a.xlsx', '--year', '30'], /应写成 mingbai codes 文件 --year 年度/],
    [['codes', 'nothing.xlsx', '--year', '2030'], /没有文件“nothing\.xlsx”/],
  ])('%j ends with 2', async (words, sentence) => {
    const { status, stderr } = await project.run(...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  });

  it('says first what is wrong with the tables that there are', async () => {
    project.write('content/codes/2029/functional.yaml', `${BEFORE}  "2O2": { 名称: 外交 }\n`);
    const { status, stderr } = await codes(saved('科目表.xlsx', [PLAIN]));
    project.write('content/codes/2029/functional.yaml', BEFORE);
    expect(status).toBe(1);
    expect(stderr).toMatch(/content\/codes\/2029\/functional\.yaml:12:3 error .*\n先改正以上错误，再录入/);
    expect(existsSync(join(project.root, TABLE))).toBe(false);
  });
});
