import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { ImportPlan } from '../../src/import/import-files.ts';
import type { FoundAt } from '../../src/import/finding.ts';
import { formatPlace } from '../../src/source/place.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles, textFile, withBytes } from '../support/project.ts';
import { insertColumn, insertRows, saved, sheetsOf, type TestSheet } from './support/sheets.ts';
import { archive } from './support/archives.ts';
import { bookletOf, given, ownWorkbook, plan, withoutAccounts } from './support/taken-in.ts';

const TARGET = { slug: 'demo-bureau', year: 2023, pack: 'demo-2023' };
const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';

let all: readonly RawFile[];
let booklet: Booklet;

beforeAll(async () => {
  all = await realFiles(TARGET.slug);
  booklet = bookletOf(all, TARGET.slug, TARGET.year);
});

/** What is taken in from the own tables, one of them changed. */
async function withSheet(name: string, change: (sheet: TestSheet) => void): Promise<ImportPlan> {
  const sheets = sheetsOf(booklet);
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  change(sheet);
  return plan(withoutAccounts(all, TARGET.slug, TARGET.year), TARGET, saved(sheets));
}

function rowOf({ rows }: TestSheet, word: string): number {
  return rows.findIndex((cells) => cells.some((value) => value === word));
}

function placeText(at: FoundAt): string {
  return 'line' in at ? formatPlace(at) : at.at;
}

function listed({ leftovers }: ImportPlan): readonly string[] {
  return leftovers.map(({ source, text, why }) => `${source.at} ${text} ${why}`);
}

function found({ findings }: ImportPlan): readonly string[] {
  return findings.map(({ at, rule, severity }) => `${placeText(at)} ${severity} ${rule}`);
}

describe('a number that is not understood is listed with its cell and the reason:', () => {
  it('in a row that the layout does not have', async () => {
    const made = await withSheet('公开01表', (sheet) =>
      insertRows(sheet, 14, ['九、捐赠收入', undefined, 12.5]),
    );
    expect(listed(made)).toEqual(['公开01表!C15 12.5 “九、捐赠收入”这一行不在这张表的格式里']);
  });

  it('in a column that the layout does not have', async () => {
    const made = await withSheet('公开05表', (sheet) => {
      insertColumn(sheet, 5, (row) => (row === sheet.caption ? '上年数' : row === 8 ? 7.25 : undefined));
    });
    expect(listed(made)).toEqual(['公开05表!F9 7.25 第 F 列不在这张表的格式里']);
  });

  it('in a row without a name', async () => {
    const made = await withSheet('公开03表', (sheet) =>
      sheet.rows.splice(-1, 0, [undefined, undefined, 3.5]),
    );
    expect(listed(made)).toHaveLength(1);
    expect(listed(made)[0]).toMatch(/^公开03表!C\d+ 3\.5 这一行没有名称/);
  });

  it('under a code that is none', async () => {
    const made = await withSheet('公开03表', (sheet) =>
      insertRows(sheet, 10, ['20199999', '不知何物', 1.5, 1.5]),
    );
    expect(listed(made)).toContain('公开03表!C11 1.5 “20199999 不知何物”这一行不在这张表的格式里');
  });

  it('in a sheet that is none of the tables', async () => {
    const sheets = sheetsOf(booklet);
    const assets = {
      ...sheets[0],
      name: '资产情况表',
      merges: [],
      rows: [['资产情况表'], ['项目', '数量'], ['车辆', 8]],
    };
    const made = await plan(
      withoutAccounts(all, TARGET.slug, TARGET.year),
      TARGET,
      saved([...sheets, assets as TestSheet]),
    );
    expect(listed(made)).toEqual(['资产情况表!B3 8 没有认出这是哪张表（标题、表头都不像）']);
  });

  it('in tables that only a title would tell apart', async () => {
    const made = await withSheet('公开08表', (sheet) => {
      sheet.name = 'Sheet8';
      sheet.rows = sheet.rows.slice(sheet.caption, -1);
      sheet.merges = [];
    });
    // The other table of the same form has its title: what is left is this one.
    expect(listed(made)).toEqual([]);
    const sheets = sheetsOf(booklet).map((sheet) =>
      /0[89]/.test(sheet.name)
        ? { ...sheet, name: sheet.name.replace('公开', 'S'), rows: sheet.rows.slice(2, -1), merges: [] }
        : sheet,
    );
    const unsure = await plan(withoutAccounts(all, TARGET.slug, TARGET.year), TARGET, saved(sheets));
    expect(listed(unsure)[0]).toMatch(
      /^S08表![A-Z]+\d+ \S+ 可能是《.+》或《.+》，表上没有标题，分不清；请补上标题$/,
    );
  });

  it('a formula that was saved without its result, an error, and words', async () => {
    const own = await ownWorkbook(booklet);
    const path = 'xl/worksheets/sheet7.xml';
    const xml = new TextDecoder().decode(unzipSync(own.bytes)[path]);
    const changed = xml
      .replace(/<c r="B8"[^>]*>.*?<\/c>/, '<c r="B8"><f>SUM(A1:A2)</f></c>')
      .replace(/<c r="D8"[^>]*>.*?<\/c>/, '<c r="D8" t="e"><v>#REF!</v></c>')
      .replace(/<c r="F8"[^>]*>.*?<\/c>/, '<c r="F8" t="inlineStr"><is><t>见附件</t></is></c>');
    const bytes = archive({ ...unzipSync(own.bytes), [path]: changed });
    const made = await plan(
      withoutAccounts(all, TARGET.slug, TARGET.year),
      TARGET,
      given('决算.xlsx', bytes),
    );
    expect(listed(made)).toEqual([
      '公开07表!B8  公式没有存下结果，请在表格软件里重新计算后保存',
      '公开07表!D8  是错误值',
      '公开07表!F8 见附件 不是一个数',
    ]);
  });
});

describe('what does not agree is found at its cell, in the words of the booklet:', () => {
  it('a total', async () => {
    const made = await withSheet('公开01表', (sheet) => {
      const row = sheet.rows[rowOf(sheet, '本年支出合计')];
      if (row !== undefined) row[5] = 6000;
    });
    const [finding] = made.findings;
    expect(found(made)).toEqual(['公开01表!F33 error import-total']);
    expect(finding?.message).toBe(
      '本年支出合计（支出.本年支出合计）：这里是 6000 万元，按表上各项计算应为 6060.853349 万元，相差 60.853349 万元；请核对这一格和它的各项',
    );
  });

  it('a number that two tables state', async () => {
    const made = await withSheet('公开04表', (sheet) => {
      const row = sheet.rows[rowOf(sheet, '二、政府性基金预算财政拨款')];
      if (row !== undefined) row[2] = 631;
    });
    expect(found(made)[0]).toBe('公开04表!C8 error import-total');
  });

  it('a code with another name, as a warning', async () => {
    const made = await withSheet('公开03表', (sheet) => {
      const row = sheet.rows[rowOf(sheet, '行政运行')];
      if (row !== undefined) row[1] = '事业运行';
    });
    expect(found(made)).toEqual(['公开03表!B10 warning import-name']);
    expect(made.findings[0]?.message).toContain(
      '科目 2010301 这里叫“事业运行”，2023 年度的编码表里叫“行政运行”',
    );
  });

  it('a table that is missing, where others need it', async () => {
    const sheets = sheetsOf(booklet).filter(({ name }) => name !== '公开05表');
    const made = await plan(withoutAccounts(all, TARGET.slug, TARGET.year), TARGET, saved(sheets));
    expect(new Set(made.findings.map(({ rule }) => rule))).toEqual(new Set(['import-undetermined']));
    expect(made.findings.map(({ message }) => message).join('\n')).toContain('请补上缺少的表，或自己填写');
  });
});

describe('names of codes that no table of codes has', () => {
  it('become the body’s own', async () => {
    const made = await withSheet('公开05表', () => undefined);
    expect(made.writes[0]?.text).not.toContain('科目名称');
    const sheets = sheetsOf(booklet);
    for (const sheet of sheets)
      sheet.rows = sheet.rows.map((cells) => cells.map((value) => (value === '2013802' ? '2013888' : value)));
    for (const sheet of sheets)
      for (const cells of sheet.rows) if (cells[0] === '2013888') cells[1] = '市场秩序\n专项';
    const own = await plan(withoutAccounts(all, TARGET.slug, TARGET.year), TARGET, saved(sheets));
    expect(own.findings).toEqual([]);
    expect(own.writes[0]?.text).toContain('科目名称:\n  "2013888": 市场秩序专项\n');
  });
});

describe('what is entered already', () => {
  it('is not changed: another number is a conflict, told with both places', async () => {
    const files = edited(
      all,
      ACCOUNTS,
      '使用非财政拨款结余: 366998.13',
      '使用非财政拨款结余: 366998.14    # 手填',
    );
    const made = await plan(files, TARGET, await ownWorkbook(booklet));
    const [conflict] = made.findings;
    expect(found(made)).toEqual(['公开01表!C34 error import-conflict']);
    expect(conflict?.message).toBe(
      '收入.使用非财政拨款结余：表上是 366998.13 元，已填的是“366998.14”；没有改动，请核对后自己改正',
    );
    expect(conflict?.related.map(({ at }) => placeText(at))).toEqual([`${ACCOUNTS}:60:14`]);
    expect(made.writes[0]?.text).toContain('使用非财政拨款结余: 366998.14    # 手填');
  });

  it('is a conflict where no table has it, and where a whole differs from its rows', async () => {
    const more = edited(
      all,
      ACCOUNTS,
      '    "2210203": 212851.56\n  政府性',
      '    "2210203": 212851.56\n    "2210299": 5.00\n  政府性',
    );
    const made = await plan(more, TARGET, await ownWorkbook(booklet));
    expect(made.findings.map(({ rule, message }) => `${rule} ${message.slice(0, 60)}`)).toContain(
      'import-conflict 收入.一般公共预算财政拨款收入.2210299：表上是 0.00 元，已填的是“5.00”；没有改动，请核对后自己改正'.slice(
        0,
        76,
      ),
    );
  });

  it('keeps its comments and order; what is still to be filled in is filled in', async () => {
    const open = edited(all, ACCOUNTS, '结余分配: 152202.12', '结余分配: 待填');
    const made = await plan(open, TARGET, await ownWorkbook(booklet));
    expect(made.findings).toEqual([]);
    const [{ text, before = '' } = { text: '' }] = made.writes;
    expect(text.startsWith(before.slice(0, before.indexOf('待填')))).toBe(true);
    expect(text).toContain(
      '\n# 下属中心按规定从经营结余中提取的专用基金和缴纳的所得税。\n结余分配: 152202.12\n',
    );
  });

  it('is not read where it has faults, which must be mended first', async () => {
    const broken = withBytes(all, ACCOUNTS, textFile('', '年度: 2023\n金额单位: 两\n').bytes);
    await expect(plan(broken, { ...TARGET }, await ownWorkbook(booklet))).rejects.toThrow('金额单位');
  });
});

describe('a body that is new', () => {
  it('gets a unit.yaml with the name that the tables give', async () => {
    const none = all.filter(({ path }) => !path.startsWith('content/units/'));
    const made = await plan(
      none,
      { slug: 'new-bureau', year: 2023, pack: 'demo-2023' },
      await ownWorkbook(booklet),
    );
    expect(made.writes.map(({ path }) => path)).toEqual([
      'content/units/new-bureau/unit.yaml',
      'content/units/new-bureau/2023/accounts.yaml',
    ]);
    expect(made.writes[0]?.text).toMatch(/^名称: 示例市政务服务局$.*^类型: 待填$/ms);
  });
});
