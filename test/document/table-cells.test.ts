import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { TableView } from '../../src/document/table-view.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

const REAL = 'content/units/changji-sme/2023/accounts.yaml';
const BUREAU = 'content/units/demo-bureau/2023/accounts.yaml';

function tablesOf(files: readonly RawFile[]): readonly TableView[] {
  const booklet: Booklet | undefined = compiled(files).units[0]?.booklets.at(-1);
  if (booklet === undefined) throw new Error('no booklet');
  return booklet.render().tables;
}

/** The rows of a table as they are printed; an empty cell is a dot. */
function rowsOf(tables: readonly TableView[], key: string): readonly string[] {
  const body = tables.find((table) => table.key === key)?.body ?? [];
  return body.map((row) => row.map(({ text }) => (text === '' ? '·' : text)).join(' '));
}

/** The row that begins with a code or a name. */
const rowOf = (rows: readonly string[], start: string): string | undefined =>
  rows.find((row) => row.startsWith(`${start} `));

let bureau: readonly RawFile[];
let real: readonly RawFile[];
let full: readonly TableView[];

beforeAll(async () => {
  bureau = await realFiles('demo-bureau');
  real = await realFiles('changji-sme');
  full = tablesOf(bureau);
});

describe('a cell of a statutory table', () => {
  it('is 0.00 where a code has nothing in a column, never blank', () => {
    const revenue = rowsOf(full, 'revenue');
    expect(rowOf(revenue, '2010301')).toBe('2010301 行政运行 969.17 963.94 0.00 0.00 0.00 0.00 5.23');
    expect(rowOf(revenue, '22999')).toBe('22999 其他支出 30.59 0.00 0.00 0.00 0.00 22.40 8.20');
    expect(rowOf(rowsOf(full, 'government-fund'), '2296002')).toBe(
      '2296002 用于社会福利的彩票公益金支出 8.07 83.33 78.87 0.00 78.87 12.53',
    );
    expect(rowOf(rowsOf(full, 'general-budget'), '2010302')).toBe(
      '2010302 一般行政管理事务 436.18 0.00 436.18',
    );
    const opening = edited(bureau, BUREAU, '    "2296002": 80678.12\n  国有', '  国有');
    expect(rowOf(rowsOf(tablesOf(opening), 'government-fund'), '2296002')).toBe(
      '2296002 用于社会福利的彩票公益金支出 0.00 83.33 78.87 0.00 78.87 12.53',
    );
  });

  it('is 0.00 in the rows of classes and totals that have nothing', () => {
    expect(rowsOf(full, 'fiscal-appropriation')[1]).toBe(
      '二、政府性基金预算财政拨款 2 631.78 二、外交支出 34 0.00 0.00 0.00 0.00',
    );
    expect(rowsOf(tablesOf(real), 'government-fund')).toEqual(['合计 0.00 0.00 0.00 0.00 0.00 0.00']);
  });

  it('is blank where the table has no figure, and only there', () => {
    const fiscal = rowsOf(full, 'fiscal-appropriation');
    expect(fiscal[3]).toBe('· 4 · 四、公共安全支出 36 12.34 12.34 0.00 0.00');
    expect(rowOf(fiscal, '一般公共预算财政拨款')).toBe('一般公共预算财政拨款 29 107.27 · 61 · · · ·');
    expect(rowsOf(full, 'revenue-expenditure')[8]).toBe('· 9 · 九、卫生健康支出 40 179.00');
    // A layout that names no figure for a cell.
    const emptied = edited(
      real,
      'templates/ministry-2024/tables/general-budget.yaml',
      '- 支出.一般公共预算.合计\n',
      '- ""\n',
    );
    expect(rowOf(rowsOf(tablesOf(emptied), 'general-budget'), '合计')).toBe('合计 · 151.14 141.40');
    const cells = [...full, ...tablesOf(real)].flatMap(({ body }) => body.flat());
    const wrong = cells.filter(
      ({ kind, text }) => (kind === 'blank') !== (text === '') && !['line', 'row', 'code'].includes(kind),
    );
    expect(wrong).toEqual([]);
    const amounts = cells.filter(({ kind }) => kind === 'amount');
    expect(amounts.length).toBeGreaterThan(1500);
    expect(amounts.filter(({ text }) => !/^(?:-?\d+\.\d\d|\d+|—|未公开)$/.test(text))).toEqual([]);
  });
});

describe('the tables of government fund and state capital', () => {
  /** What of a fund can be entered by code, and the row's amounts where nothing else is. */
  const ALONE = [
    ['an opening balance', '年初结转和结余', '5.00 0.00 0.00 0.00 0.00 0.00'],
    ['revenue', '收入', '0.00 5.00 0.00 0.00 0.00 0.00'],
    ['expenditure', '支出', '0.00 0.00 5.00 0.00 5.00 0.00'],
    ['a closing balance', '年末结转和结余', '0.00 0.00 0.00 0.00 0.00 5.00'],
  ] as const;
  const FUNDS = [
    ['government-fund', '政府性基金预算', ['212', '21208', '2120899']],
    ['state-capital', '国有资本经营预算', ['223', '22399', '2239999']],
  ] as const;

  /** The real booklet, which has nothing of these funds, with one amount. */
  function withAmount(section: string, fund: string, code: string, amount: string): readonly RawFile[] {
    if (section === '支出')
      return edited(real, REAL, '\n支出:\n', `\n支出:\n  "${code}": { ${fund}: { 项目支出: ${amount} } }\n`);
    if (section === '收入')
      return edited(
        real,
        REAL,
        `\n  ${fund}财政拨款收入: 0.00\n`,
        `\n  ${fund}财政拨款收入: { "${code}": ${amount} }\n`,
      );
    const before =
      fund === '政府性基金预算' ? '  一般公共预算: 0.00\n' : '  一般公共预算: 0.00\n  政府性基金预算: 0.00\n';
    const head = `\n${section}:\n${before}`;
    return edited(real, REAL, `${head}  ${fund}: 0.00\n`, `${head}  ${fund}: { "${code}": ${amount} }\n`);
  }

  const cases = FUNDS.flatMap(([key, fund, codes]) =>
    ALONE.map(([what, section, amounts]) => ({ key, fund, codes, what, section, amounts })),
  );

  it.each(cases)(
    '$key has a row for a code with nothing but $what',
    ({ key, fund, codes, section, amounts }) => {
      // The total is the approved one, which knows nothing of the amount.
      const [, ...rows] = rowsOf(tablesOf(withAmount(section, fund, codes[2], '5.00')), key);
      expect(rows.map((row) => /^(\S+) .+? ((?:\S+ ){5}\S+)$/.exec(row)?.slice(1))).toEqual(
        codes.map((code) => [code, amounts]),
      );
    },
  );

  it.each(cases)('$key has no row for a code with $what of zero', ({ key, fund, codes, section }) => {
    const rows = rowsOf(tablesOf(withAmount(section, fund, codes[2], '0.00')), key);
    expect(rows).toEqual(['合计 0.00 0.00 0.00 0.00 0.00 0.00']);
  });
});
