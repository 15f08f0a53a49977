import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../../src/compile/booklet.ts';
import { cell, type TableView } from '../../../src/document/table-view.ts';
import { flatTable } from '../../../src/outputs/data/flat-table.ts';
import { tableCsv } from '../../../src/outputs/data/table-csv.ts';
import { compiled } from '../../support/compiled.ts';
import { realFiles } from '../../support/project.ts';
import { amount, table } from './sample-table.ts';

type Records = readonly Readonly<Record<string, string>>[];

let booklets: readonly Booklet[];

const read = (view: TableView): Records =>
  parse(tableCsv(flatTable(view)), { bom: true, columns: true, record_delimiter: '\r\n' });
const fieldsOf = (view: TableView): readonly string[] => flatTable(view).fields.map(({ name }) => name);
const viewOf = (slug: string, key: string): TableView => {
  const view = booklets
    .find((one) => one.slug === slug)
    ?.render()
    .tables.find((one) => one.key === key);
  if (view === undefined) throw new Error(`no table ${key}`);
  return view;
};

beforeAll(async () => {
  const { units } = compiled(await realFiles('changji-sme', 'demo-bureau'));
  booklets = units.flatMap((unit) => unit.booklets).filter(({ year }) => year === 2023);
});

describe('CSV of the statutory tables', () => {
  it.each(['changji-sme', 'demo-bureau'])('has every amount of %s, exact', (slug) => {
    const tables = booklets.find((one) => one.slug === slug)?.render().tables ?? [];
    expect(tables).toHaveLength(9);
    for (const view of tables) {
      const cells = view.body.flat().filter(({ kind }) => kind === 'amount');
      const amounts = flatTable(view).fields.filter(({ kind }) => kind === 'amount');
      const values = read(view).flatMap((record) => amounts.map(({ name }) => record[name]));
      expect(values.toSorted(), view.key).toEqual(cells.map(({ figure }) => figure?.value ?? '0').toSorted());
    }
  });

  it('keeps rows and columns of a table as they are printed', () => {
    const view = viewOf('demo-bureau', 'expenditure');
    expect(read(view).map((record) => Object.values(record))).toEqual(
      view.body.map((row) => {
        const texts = row.map((one) => (one.kind === 'amount' ? (one.figure?.value ?? '0') : one.text));
        return row[0]?.columns === 2 ? ['', ...texts] : texts;
      }),
    );
  });

  it('joins merged headings and leaves out the numbers of columns', () => {
    expect(fieldsOf(viewOf('changji-sme', 'general-budget'))).toEqual([
      '功能分类科目编码',
      '科目名称',
      '本年支出/合计',
      '本年支出/基本支出',
      '本年支出/项目支出',
    ]);
    expect(fieldsOf(viewOf('changji-sme', 'three-public'))).toContain('预算数/公务用车购置及运行维护费/小计');
  });

  it('puts sides below each other', () => {
    const records = read(viewOf('changji-sme', 'revenue-expenditure'));
    expect(records[0]).toEqual({
      类别: '收入',
      项目: '一、一般公共预算财政拨款收入',
      行次: '1',
      决算数: '292.54',
    });
    expect(records.at(-1)).toEqual({ 类别: '支出', 项目: '总计', 行次: '62', 决算数: '513.95' });
    expect(records.filter((record) => record['项目'] === '')).toEqual([]);
  });

  it('gives each amount a row where the sides have different columns', () => {
    const records = read(viewOf('changji-sme', 'fiscal-appropriation'));
    const total = records.filter((record) => record['类别'] === '支出' && record['项目'] === '本年支出合计');
    expect(records).toContainEqual({
      类别: '收入',
      项目: '本年收入合计',
      行次: '27',
      栏目: '决算数',
      金额: '292.54',
    });
    expect(total.map((record) => [record['栏目'], record['金额']])).toEqual([
      ['合计', '292.54'],
      ['一般公共预算财政拨款', '292.54'],
      ['政府性基金预算财政拨款', '0'],
      ['国有资本经营预算财政拨款', '0'],
    ]);
  });

  it('puts totals at the foot to their side', () => {
    const records = read(viewOf('changji-sme', 'basic-expenditure'));
    const total = { 经济分类科目编码: '', 决算数: '10.74' };
    expect(records.at(-1)).toEqual({ ...total, 类别: '公用经费', 科目名称: '公用经费合计' });
    expect(records).toContainEqual({
      ...total,
      经济分类科目编码: '302',
      类别: '公用经费',
      科目名称: '商品和服务支出',
    });
  });

  it('knows code and name in a table that has only its total', () => {
    const view = viewOf('changji-sme', 'government-fund');
    expect(
      flatTable(view)
        .fields.slice(0, 2)
        .map(({ kind }) => kind),
    ).toEqual(['code', 'name']);
    expect(read(view)).toMatchObject([{ 功能分类科目编码: '', 科目名称: '合计', 本年收入: '0' }]);
  });

  it('keeps columns apart that a pack gives the same heading', () => {
    const heads = ['科目名称', '合计', '合计'].map((text) => cell('head', text));
    const view = table([], {
      widths: [1, 1, 1],
      head: [heads],
      body: [[cell('row', '教育'), amount('1'), amount('2')]],
    });
    expect(read(view)).toEqual([{ 科目名称: '教育', 合计: '1', '合计（2）': '2' }]);
  });
});

describe('a CSV file', () => {
  it('is RFC 4180 with a byte order mark; what is not disclosed is empty', () => {
    const view = table([['支出，“甲”', '-5.5'], ['a,"b"'], ['丙', '1234567.891']]);
    expect(tableCsv(flatTable(view))).toBe(
      '\uFEFF科目名称,决算数\r\n支出，“甲”,-5.5\r\n"a,""b""",\r\n丙,1234567.891\r\n',
    );
  });

  it('has no name that a spreadsheet would run', () => {
    const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")'];
    const records = read(table(names.map((name) => [name, '-1'])));
    expect(records.map((record) => record['科目名称'])).toEqual(names.map((name) => `'${name}`));
    expect(records.every((record) => record['决算数'] === '-1')).toBe(true);
  });
});
