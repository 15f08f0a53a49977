import { beforeAll, describe, expect, it } from 'vitest';
import { isMap, valueAt, valueOf, type YamlValue } from '../../src/source/writer/value.ts';
import { sourceFile, type RawFile } from '../../src/source/source-file.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { readWorkbook } from '../outputs/data/read-workbook.ts';
import { edited, realFiles, textOf } from '../support/project.ts';
import { saved, sheetsOf } from './support/sheets.ts';
import {
  bookletOf,
  figuresAfter,
  lostCells,
  ownWorkbook,
  plan,
  takenIn,
  withoutAccounts,
} from './support/taken-in.ts';

const SLUG = 'demo-bureau';

let files: readonly RawFile[];
beforeAll(async () => {
  files = await realFiles(SLUG);
});

/** What a file enters below a key, without the names of codes beside it. */
function section(text: string, ...path: readonly string[]): unknown {
  const { document } = parseYaml(sourceFile('accounts.yaml', text));
  const value = document && valueAt(valueOf(document.root), path);
  return value === undefined ? undefined : plain(value);
}

function plain(value: YamlValue): unknown {
  if (!isMap(value)) return value;
  const amount = value.get('金额');
  if (amount !== undefined) return amount;
  return Object.fromEntries(
    [...value].filter(([key]) => key !== '名称').map(([key, one]) => [key, plain(one)]),
  );
}

/** Sections that the nine tables settle to the last code. */
const SETTLED = [
  ['收入'],
  ['支出'],
  ['结余分配'],
  ['基本支出经济分类'],
  ['三公经费', '全年预算数'],
  ['三公经费', '决算数'],
  ['年初结转和结余', '政府性基金预算'],
  ['年末结转和结余', '国有资本经营预算'],
] as const;

/** The demonstration unit with its tables printed in a unit. */
function printedIn(unit: string): readonly RawFile[] {
  const from = '继承: xinjiang-2023\n';
  const style = `惯例: { 表中的数字: { 单位: ${unit}, 千分位: 是 } }\n`;
  return edited(files, 'templates/demo-2023/pack.yaml', from, `${from}${style}`);
}

describe('the workbook of a pack whose tables are in another unit', () => {
  it.each(['元', '亿元'])('is in %s, and gives the same accounts', async (unit) => {
    const printed = printedIn(unit);
    const booklet = bookletOf(printed, SLUG, 2023);
    const own = await ownWorkbook(booklet);
    const said = readWorkbook(own.bytes).flatMap(({ cells }) => cells.filter(({ row }) => row === 3));
    expect(said.map(({ value }) => value)).toContain(`金额单位：${unit}`);
    const empty = withoutAccounts(printed, SLUG, 2023);
    const made = await plan(empty, { slug: SLUG, year: 2023, pack: 'demo-2023' }, own);
    expect(made.findings).toEqual([]);
    expect(made.leftovers).toEqual([]);
    expect(lostCells(booklet, figuresAfter(empty, SLUG, 2023, made))).toEqual([]);
  });
});

describe('a sheet of a workbook', () => {
  it('says its year: it is not taken in for another, even saved alone', async () => {
    const [sheet] = sheetsOf(bookletOf(files, SLUG, 2022));
    if (sheet === undefined) throw new Error('no sheet');
    const result = await takenIn(files, { slug: SLUG, year: 2023 }, saved([sheet]));
    expect(result).toMatch(/写的是 2022 年度，要导入的是 2023 年度/);
  });
});

describe.each([2021, 2022, 2023])('the workbook of demo-bureau %i, taken in again', (year) => {
  it('gives the same accounts', async () => {
    const booklet = bookletOf(files, SLUG, year);
    const empty = withoutAccounts(files, SLUG, year);
    const made = await plan(empty, { slug: SLUG, year, pack: 'demo-2023' }, await ownWorkbook(booklet));
    expect(made.findings).toEqual([]);
    expect(made.leftovers).toEqual([]);
    expect(lostCells(booklet, figuresAfter(empty, SLUG, year, made))).toEqual([]);
    const path = `content/units/${SLUG}/${year}/accounts.yaml`;
    const text = made.writes.find((file) => file.path === path)?.text ?? '';
    for (const at of SETTLED)
      expect(section(text, ...at), at.join('.')).toEqual(section(textOf(files, path), ...at));
  });

  it('changes nothing that is entered already, and finds nothing wrong', async () => {
    const booklet = bookletOf(files, SLUG, year);
    const made = await plan(files, { slug: SLUG, year }, await ownWorkbook(booklet));
    expect(made.findings).toEqual([]);
    const path = `content/units/${SLUG}/${year}/accounts.yaml`;
    const [before, after] = [textOf(files, path), made.writes[0]?.text ?? textOf(files, path)];
    const kept = after.split('\n').filter((line) => before.split('\n').includes(line));
    expect(kept.join('\n')).toContain(before.trimEnd().split('\n').slice(0, 50).join('\n'));
    for (const at of SETTLED) expect(section(after, ...at)).toEqual(section(before, ...at));
  });
});
