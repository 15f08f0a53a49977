import { beforeAll, describe, expect, it } from 'vitest';
import { bookletCharts } from '../../src/charts/booklet-charts.ts';
import { sentenceText, shownRows } from '../../src/charts/chart.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import { statementOf } from '../../src/checks/statement.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { dataOf, textOf } from '../outputs/data/data-of.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';

/** The real booklet with other revenue and hospitality turned negative by adjustments. */
async function adjusted(): Promise<readonly RawFile[]> {
  const files = await realFiles('changji-sme');
  const total = edited(files, ACCOUNTS, '  收入.本年收入合计: 292.54', '  收入.本年收入合计: 292.02');
  const approved = edited(total, ACCOUNTS, '  收入.其他收入: 0.00\n', '  收入.其他收入: -0.52\n');
  const revenue = edited(approved, ACCOUNTS, '\n  其他收入: 0.00\n', '\n  其他收入: -0.52\n');
  return edited(revenue, ACCOUNTS, '    公务接待费: 0.00\n  因公出国', '    公务接待费: -0.30\n  因公出国');
}

/** What a waiver of a negative row quotes. */
const quoteOf = (all: readonly Diagnostic[], name: string): string =>
  statementOf(
    all.find(({ rule, message }) => rule === 'negative-row' && message.includes(name))?.message ?? '',
  );

const negativeRows = (all: readonly Diagnostic[]) =>
  all
    .filter(({ rule }) => rule === 'negative-row' || rule === 'negative-amount')
    .map(({ severity }) => severity);

let booklet: Booklet;

beforeAll(async () => {
  const site = compiled(await adjusted());
  expect(negativeRows(site.diagnostics)).toEqual(['warning', 'warning']);
  const [first] = site.units[0]?.booklets ?? [];
  if (first === undefined) throw new Error('no booklet');
  booklet = first;
});

describe('a row that an adjustment turned negative', () => {
  it('can be let stand with a reason', async () => {
    const found = compiled(await adjusted()).diagnostics;
    const waiver = (figure: string, name: string): string =>
      `  - { 规则: negative-row, 数字: ${figure}, 内容: ${JSON.stringify(quoteOf(found, name))}, 理由: 收回以前年度的款项, 决定人: 张三, 日期: 2024-08-20 }\n`;
    const file = textOf(new Map((await adjusted()).map(({ path, bytes }) => [path, bytes])), ACCOUNTS);
    const section = file.includes('\n核对说明:\n') ? '核对说明:\n' : undefined;
    const added = `核对说明:\n${waiver('收入.其他收入', '其他收入')}${waiver('三公经费.决算数.公务接待费', '公务接待费')}`;
    const files =
      section === undefined
        ? edited(await adjusted(), ACCOUNTS, file, `${file.trimEnd()}\n${added}`)
        : edited(await adjusted(), ACCOUNTS, section, added);
    expect(negativeRows(compiled(files).diagnostics)).toEqual(['note', 'note']);
  });

  it('has a minus sign in tables, and a word in its place in sentences', async () => {
    expect(textOf(await dataOf(booklet), 'tables/revenue-expenditure.csv')).toContain(',-0.52');
    const prose = JSON.stringify(booklet.render().parts.filter(({ key }) => key === 'explanations'));
    expect(prose).toContain('负0.52');
    expect(prose).toContain('负0.30');
    expect(prose).not.toMatch(/"type":"text","value":"-0\.(52|30)/);
  });

  it('stands in the table of a chart, has no bar, and makes no share of more than the whole', () => {
    const chart = bookletCharts(booklet.source).find(({ key }) => key === 'revenue');
    if (chart === undefined) throw new Error('no chart');
    const row = chart.rows.find(({ name }) => name.text === '其他收入');
    expect(row?.values.map(({ printed }) => printed)).toEqual(['-0.52']);
    expect(shownRows(chart)).not.toContain(row);
    expect(sentenceText(chart.message)).not.toContain('%');
  });
});
