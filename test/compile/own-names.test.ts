import { beforeAll, describe, expect, it } from 'vitest';
import { bookletCharts } from '../../src/charts/booklet-charts.ts';
import { compareBooklet } from '../../src/compile/booklet-comparison.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { Site } from '../../src/compile/compile-site.ts';
import { explain } from '../../src/figures/explain.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { checkSite } from '../../src/compile/check-site.ts';
import { compiled } from '../support/compiled.ts';
import { dataOf, textOf as dataText, type DataFiles } from '../outputs/data/data-of.ts';
import { readWorkbook } from '../outputs/data/read-workbook.ts';
import { edited, realFiles, textFile } from '../support/project.ts';

const UNIT = 'content/units/demo-bureau/';

/** The codes of the invented unit that become codes which no table has, and the names that the unit gives them. */
const CODES = { '2101199': '2108001', '2120899': '2128099', '30309': '30313' } as const;
const NAMES = {
  '21080': '示范医疗事务',
  '2108001': '示范医疗补助',
  '21280': '示范土地收入安排的支出',
  '2128099': '其他示范土地收入安排的支出',
  '30313': '示范奖励',
} as const;
const SECTION = Object.entries(NAMES)
  .map(([code, name]) => `  "${code}": ${name}\n`)
  .join('');

/** The unit with those codes in all its years, each named once under 科目名称 and nowhere else. */
async function unitWithOwnNames(): Promise<readonly RawFile[]> {
  return (await realFiles('demo-bureau')).map((file) => {
    if (!file.path.startsWith(UNIT)) return file;
    const text = Object.entries(CODES).reduce(
      (before, [from, to]) => before.replaceAll(from, to),
      new TextDecoder().decode(file.bytes),
    );
    const unnamed = text.replaceAll(/("(?:2108001|2128099|30313)":\n) +名称: .*\n/g, '$1');
    const named = /^模板:/m.test(unnamed) ? `${unnamed.trimEnd()}\n\n科目名称:\n${SECTION}` : unnamed;
    return textFile(file.path, named);
  });
}

let site: Site;
let booklet: Booklet;
let data: DataFiles;

beforeAll(async () => {
  site = compiled(await unitWithOwnNames());
  const last = site.units[0]?.booklets.at(-1);
  if (last === undefined) throw new Error('no booklet');
  booklet = last;
  data = await dataOf(booklet);
});

describe("a unit's own names of codes", () => {
  it('are enough for the booklet, and told of in notes', () => {
    const { diagnostics } = site;
    expect(diagnostics.filter(({ severity }) => severity !== 'note').map(({ message }) => message)).toEqual(
      [],
    );
    expect([...new Set(diagnostics.map(({ rule }) => rule))]).toEqual(['known-codes']);
  });

  it.each([
    ['revenue', ['示范医疗事务', '示范医疗补助', '示范土地收入安排的支出']],
    ['expenditure', ['示范医疗事务', '示范医疗补助', '其他示范土地收入安排的支出']],
    ['general-budget', ['示范医疗事务', '示范医疗补助']],
    ['government-fund', ['示范土地收入安排的支出', '其他示范土地收入安排的支出']],
    ['basic-expenditure', ['示范奖励']],
  ])('stand in the table %s, in CSV and XLSX', (key, names) => {
    const csv = dataText(data, `tables/${key}.csv`);
    for (const name of names) expect(csv).toContain(`,${name},`);
    const title = booklet.render().tables.find((table) => table.key === key)?.title ?? '';
    const cells = readWorkbook(data.get('booklet.xlsx') ?? new Uint8Array()).flatMap(({ cells: all }) => all);
    for (const name of names)
      expect(cells.filter(({ value }) => value.trim() === name).length).toBeGreaterThan(0);
    expect(title).not.toBe('');
  });

  it('stand in the prose', () => {
    const prose = JSON.stringify(booklet.render().parts);
    for (const name of ['示范医疗事务', '示范医疗补助', '示范土地收入安排的支出', '示范奖励'])
      expect(prose).toContain(name);
    expect(prose).not.toMatch(/（[类款项]）\d{3,7}|\d{3,7}（[类款项]）/);
  });

  it('stand in the labels of all figures, and no label is or begins with a code', () => {
    const { figures } = JSON.parse(dataText(data, 'figures.json').replace('\ufeff', '')) as {
      figures: readonly { id: string; label: string }[];
    };
    const labels = new Map(figures.map(({ id, label }) => [id, label]));
    expect(labels.get('年末结转和结余.2128099.政府性基金预算')).toBe(
      '其他示范土地收入安排的支出（2128099）政府性基金预算年末结转和结余',
    );
    expect(labels.get('基本支出.30313')).toBe('示范奖励（30313）');
    expect([...labels.values()].filter((label) => /^\d{3,}/.test(label))).toEqual([]);
  });

  it('stand in explanations, charts and the comparison with last year', () => {
    const { label } = explain('年初预算.2108001.一般公共预算', booklet.told);
    expect(label).toBe('示范医疗补助（2108001）一般公共预算财政拨款支出年初预算数');
    const { largest, sections } = compareBooklet(booklet);
    const compared = [...largest, ...sections.flatMap(({ rows }) => rows)].map((row) => row.label);
    expect(compared).toEqual(expect.arrayContaining(['示范医疗事务', '示范医疗补助', '示范奖励']));
    expect(compared.filter((name) => /^\d/.test(name) || name.includes('.'))).toEqual([]);
    const drawn = bookletCharts(booklet.source).flatMap(({ rows }) => rows.map(({ name }) => name.text));
    expect(drawn.filter((name) => /^\d{3,}$/.test(name))).toEqual([]);
  });
});

describe('codes that only last year had', () => {
  it('have the names that last year gave them', async () => {
    const files = edited(
      await unitWithOwnNames(),
      `${UNIT}2022/accounts.yaml`,
      '年初预算:\n  一般公共预算:\n',
      '年初预算:\n  一般公共预算:\n    "2108077": 0.00\n',
    );
    const named = edited(
      files,
      `${UNIT}2022/accounts.yaml`,
      '科目名称:\n',
      '科目名称:\n  "2108077": 示范补贴\n',
    );
    const found = (some: readonly RawFile[]) =>
      compiled(some).diagnostics.flatMap(({ rule, place: { file } }) =>
        rule === 'unnamed-code' ? [file] : [],
      );
    expect(found(files)).toEqual([`${UNIT}2022/accounts.yaml`]);
    expect(found(named)).toEqual([]);
    const now = compiled(named).units[0]?.booklets.at(-1);
    expect(now?.codes.functional.get('2108077')?.name).toBe('示范补贴');
  });

  it('are called by their names in a comparison, too, where last year is only compared with', async () => {
    const files = edited(
      await realFiles('changji-sme'),
      'content/units/changji-sme/2022/accounts.yaml',
      '  支出.2150805.一般公共预算.合计: 34.50',
      '  支出.2150805.一般公共预算.合计: 30.00\n  支出.2150877.一般公共预算.合计: 4.50',
    );
    const named = edited(
      files,
      'content/units/changji-sme/2023/accounts.yaml',
      '金额单位: 万元\n',
      '金额单位: 万元\n科目名称: { "2150877": 示范专项 }\n',
    );
    const [real] = compiled(named).units[0]?.booklets ?? [];
    if (real === undefined) throw new Error('no booklet');
    const rows = compareBooklet(real).sections.flatMap((section) => section.rows);
    const row = rows.find(({ label }) => label === '示范专项');
    expect(row?.years.current.label).toBe('示范专项（2150877）一般公共预算财政拨款支出');
  });
});

it('two units that name one code of one year differently are told of both places, however they are checked', async () => {
  const named = (slug: string, name: string, files: readonly RawFile[]) =>
    edited(
      files.map((file) => ({ ...file, path: file.path.replace('/changji-sme/', `/${slug}/`) })),
      `content/units/${slug}/2023/accounts.yaml`,
      '金额单位: 万元\n',
      `金额单位: 万元\n科目名称: { "2150877": ${name}, "2150805": 中小企业发展专项 }\n`,
    );
  const files = await realFiles('changji-sme');
  const isShared = ({ path }: RawFile): boolean => !path.startsWith('content/units/');
  const units = (second: string) => [
    ...named('one', '示范专项', files),
    ...named('two', second, files).filter((file) => !isShared(file)),
  ];
  const different = units('示范资金');
  const found = compiled(different).diagnostics;
  const between = found.filter(({ rule }) => rule === 'different-names');
  expect(between.map(({ place, related }) => [place.file, related[0]?.place.file])).toEqual([
    ['content/units/two/2023/accounts.yaml', 'content/units/one/2023/accounts.yaml'],
  ]);
  expect(checkSite(different).diagnostics).toEqual(found);
  expect(compiled(units('示范专项')).diagnostics.map(({ rule }) => rule)).not.toContain('different-names');
});
