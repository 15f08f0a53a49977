import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '../../src/import/import-files.ts';
import { figuresFile } from '../../src/outputs/data/figures-file.ts';
import { isMap, valueOf, type YamlValue } from '../../src/source/writer/value.ts';
import { sourceFile } from '../../src/source/source-file.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { readGiven } from '../../src/workspace/given-files.ts';
import { realFiles, textOf } from '../support/project.ts';
import { bookletOf, given, plan, takenIn, withoutAccounts } from './support/taken-in.ts';

const SLUG = 'demo-bureau';

/** Everything that is entered and not nothing, without names of codes: `path = value`. */
function entries(text: string): readonly string[] {
  const { document } = parseYaml(sourceFile('accounts.yaml', text));
  if (document === undefined) throw new Error(`no YAML: ${text}`);
  const all = leaves(valueOf(document.root), '').toSorted();
  // What is entered as one number needs no approved one beside it, and what forms add up to is told by forms.
  const entered = new Set(all.map((one) => one.replaceAll('/', '.')));
  return all.filter((one) => {
    const approved = /^\/批复数\/(?<total>.*)$/u.exec(one)?.groups?.['total'];
    return approved === undefined || (!entered.has(`.${approved}`) && !approved.startsWith('绩效.'));
  });
}

function leaves(value: YamlValue, path: string): readonly string[] {
  if (isMap(value))
    return [...value].flatMap(([key, one]) =>
      key === '名称' ? [] : leaves(one, key === '金额' ? path : `${path}/${key}`),
    );
  return /^0(?:\.0+)?$/.test(String(value)) || path === '/情形'
    ? []
    : [`${path} = ${String(value).replace(/(\.\d*?)0+$/, '$1')}`];
}

it.each([2021, 2022, 2023])('the published data of %i give the same accounts by value', async (year) => {
  const files = await realFiles(SLUG);
  const figures = new TextEncoder().encode(figuresFile(bookletOf(files, SLUG, year)));
  const empty = withoutAccounts(files, SLUG, year);
  const { findings, leftovers, writes } = await plan(
    empty,
    { slug: SLUG, year, pack: 'demo-2023' },
    given('figures.json', figures),
  );
  expect(findings).toEqual([]);
  expect(leftovers).toEqual([]);
  const path = `content/units/${SLUG}/${year}/accounts.yaml`;
  const written = writes.find((file) => file.path === path)?.text ?? '';
  expect(entries(written)).toEqual(entries(textOf(files, path)));
});

it('the published data of a body whose amounts are in 万元 are as rounded as they were', async () => {
  const files = await realFiles('changji-sme');
  const figures = new TextEncoder().encode(figuresFile(bookletOf(files, 'changji-sme', 2023)));
  const empty = withoutAccounts(files, 'changji-sme', 2023);
  const target = { slug: 'changji-sme', year: 2023, pack: 'xinjiang-2023' };
  const { findings, leftovers, writes } = await plan(empty, target, given('figures.json', figures));
  expect({ findings, leftovers }).toEqual({ findings: [], leftovers: [] });
  expect(writes.map(({ text }) => text).join()).toContain('金额单位: 万元');
});

it('the published data alone, without forms and other years, leave nothing that does not fit', async () => {
  const files = await realFiles(SLUG);
  const figures = new TextEncoder().encode(figuresFile(bookletOf(files, SLUG, 2023)));
  const others = files.filter(({ path }) => !path.startsWith(`content/units/${SLUG}/`));
  const target = { slug: 'new-body', year: 2023, pack: 'demo-2023' };
  const { findings, leftovers } = await plan(others, target, given('figures.json', figures));
  expect({ findings, leftovers }).toEqual({ findings: [], leftovers: [] });
});

it('a Data Package leads to its figures, whether its file or its folder is given', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-package-'));
  writeFileSync(join(folder, 'datapackage.json'), '{}');
  writeFileSync(join(folder, 'figures.json'), '{"figures": []}');
  writeFileSync(join(folder, 'booklet.xlsx'), '');
  for (const path of [folder, join(folder, 'datapackage.json')]) {
    const read = await readGiven(path, 1000);
    expect(read.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['figures.json', '{"figures": []}'],
    ]);
  }
  rmSync(folder, { recursive: true });
});

describe('a Data Package in an archive', () => {
  const TARGET = { slug: SLUG, year: 2023, pack: 'demo-2023' };
  const archive = async (
    folder: string,
    more: Readonly<Record<string, Uint8Array>> = {},
  ): Promise<Uint8Array> => {
    const figures = figuresFile(bookletOf(await realFiles(SLUG), SLUG, 2023));
    const entries = { 'datapackage.json': '{}', 'figures.json': figures, 'tables/revenue.csv': '' };
    const packed = Object.entries(entries).map(([name, text]) => [folder + name, strToU8(text)]);
    return zipSync({ ...Object.fromEntries(packed), ...more });
  };
  const taken = async (bytes: Uint8Array): Promise<ImportPlan | string> =>
    takenIn(withoutAccounts(await realFiles(SLUG), SLUG, 2023), TARGET, given('公开数据.zip', bytes));

  it.each(['', 'demo-bureau/2023/'])('is read as its folder is, below “%s”', async (folder) => {
    const made = await taken(await archive(folder));
    if (typeof made === 'string') throw new Error(made);
    expect({ findings: made.findings, leftovers: made.leftovers }).toEqual({ findings: [], leftovers: [] });
    expect(made.told.join()).toContain('公开的数据');
  });

  it('of several bodies is refused', async () => {
    const more = { 'other/datapackage.json': strToU8('{}') };
    expect(await taken(await archive('one/', more))).toMatch(/压缩包里有 2 份公开的数据/u);
  });

  it('without its figures is refused', async () => {
    const bytes = zipSync({ 'datapackage.json': strToU8('{}') });
    expect(await taken(bytes)).toMatch(/不是明白账发布的数据/u);
  });

  it('that unpacks to far more than any booklet has is refused', async () => {
    const bomb = { 'figures.csv': new Uint8Array(80 * 1024 * 1024) };
    expect(await taken(await archive('', bomb))).toMatch(/解压后过大/u);
  });
});

it.each([
  ['figures.json', '{"figures": 1}'],
  ['datapackage.json', '{"resources": []}'],
  ['figures.json', 'no JSON'],
])('%s that is not ours is refused by one sentence: %s', async (name, text) => {
  const files = await realFiles(SLUG);
  const file = given(name, new TextEncoder().encode(text));
  const target = { slug: SLUG, year: 2023, pack: 'demo-2023' };
  expect(await takenIn(withoutAccounts(files, SLUG, 2023), target, file)).toMatch(/不是明白账发布的数据/u);
});
