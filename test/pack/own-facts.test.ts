import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { mutationsOf, applied } from '../../scripts/mutate/mutations.ts';
import { nextAccounts } from '../../src/accounts/next-year/next-accounts.ts';
import { explain } from '../../src/figures/explain.ts';
import { decodeSource, type RawFile } from '../../src/source/source-file.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { compiled } from '../support/compiled.ts';
import { edited, textOf } from '../support/project.ts';
import { DEMO_ACCOUNTS, withTestPack } from '../support/test-packs.ts';

const files = await withTestPack('meetings');
const PACK = 'templates/meetings/pack.yaml';
const site = compiled(files);
const booklet = site.units[0]?.booklets.find(({ year }) => year === 2023);
if (booklet === undefined) throw new Error('no booklet');
const { figures } = booklet;

function lineOf(all: readonly RawFile[], line: string): number {
  return textOf(all, DEMO_ACCOUNTS).split('\n').indexOf(line) + 1;
}

/** Findings that a change brings, with the line of accounts.yaml: `error declared-relation 620`. */
function foundAfter(from: string, to: string): readonly string[] {
  const { diagnostics } = compiled(edited(files, DEMO_ACCOUNTS, from, to));
  return diagnostics
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, rule, place }) => `${severity} ${rule} ${place.line}`);
}

describe('a pack that declares facts, a table and a sentence with YAML and Markdown alone', () => {
  it('makes a booklet without findings', () => {
    expect(site.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('prints them in its sentence and in its table', () => {
    const document = booklet.render();
    const text = document.parts.find(({ key }) => key === 'meetings')?.content.map((node) => toString(node));
    expect(text?.join('').trim()).toBe(
      '会议费3.91万元，召开会议3个，占商品和服务支出的1.02%。培训费9.11万元。委托业务费21.28万元。',
    );
    const table = document.tables.find(({ key }) => key === 'meetings');
    expect(table?.body.map((row) => row.map(({ text: cell }) => cell))).toEqual([
      ['会议费', '4.50', '3.91'],
      ['行政运行', '', '11.28'],
      ['事业运行', '', '10.00'],
    ]);
  });

  it('explains them down to the line where they were entered', () => {
    const line = lineOf(files, '  "2010301": 112794.49');
    const { value, inputs } = explain('委托业务费', booklet.told);
    expect(value).toBe('21.279449 万元');
    const [first] = inputs.flatMap((one) => one.inputs).flatMap((one) => one.inputs);
    expect(first?.origin.join()).toContain(`${DEMO_ACCOUNTS}:${line}:14`);
  });

  it('compares them with the year before as all others, and takes approved totals of them', () => {
    expect(figures.get('会议费.会议个数.增减额').label).toBe('会议个数比上年增减');
    const found = foundAfter('\n批复数:\n', '\n批复数:\n  培训费: 91136.93\n');
    expect(found).toContainEqual(expect.stringMatching(/^error approved-total/));
  });

  it.each([
    ['自定数:', '自定数：', 'a colon of the wrong width'],
    ['自定数:', '自定的数:', 'a key that does not exist'],
    ['单位: 个 }', '单位: 个, 各: 科目 }', 'a key of a fact that does not exist'],
  ])(
    'has its own mistakes told, not what follows of them in accounts.yaml: %s changed to %s (%s)',
    (from, to) => {
      const { diagnostics } = compiled(edited(files, PACK, from, to));
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ place }) => place.file)).toContain(PACK);
      expect(errors.filter(({ rule }) => rule === 'unknown-key' || rule === 'missing-key')).toEqual(
        errors.filter(({ rule, place }) => rule === 'unknown-key' && place.file === PACK),
      );
    },
  );

  it.each([
    ['  决算数: 39115.35', '  决算数: 39125.35', 'error declared-relation', 'an equal that is not'],
    ['  年初预算数: 45000.00', '  年初预算数: 35000.00', 'warning declared-relation', 'more than it may be'],
    ['  占商品和服务支出: 1.02', '  占商品和服务支出: 1.18', 'error declared-relation', 'another share'],
    ['  本级: 41135.93', '  本级: 41145.93', 'error declared-relation', 'a sum over units'],
    [
      '  示例市大数据服务中心: 20000.00',
      '  示例市大数据中心: 20000.00',
      'error sub-unit-names',
      'an unknown unit',
    ],
    ['  会议个数: 3', '  会议个数: 3.5', 'error decimal-places', 'a part of a meeting'],
    ['  会议个数: 3', '  会议个数: -3', 'error negative-amount', 'less than none'],
    ['  "2010301": 112794.49', '  "2010391": 112794.49', 'error unnamed-code', 'a code that there is not'],
    ['  会议个数: 3', '  会议数: 3', 'error unknown-key', 'a key that the pack does not know'],
  ])('finds %s changed to %s at its line: %s (%s)', (from, to, finding) => {
    // What may not be more stands at the outturn.
    const wrong = finding.startsWith('warning') ? '  决算数: 39115.35' : to;
    const line = lineOf(edited(files, DEMO_ACCOUNTS, from, to), wrong);
    expect(foundAfter(from, to)).toContain(`${finding} ${line}`);
  });

  it('each change of one of its amounts is found, as npm run mutate changes them', () => {
    const file = files.find(({ path }) => path === DEMO_ACCOUNTS);
    if (file === undefined) throw new Error('no accounts');
    const own = mutationsOf(file, []).filter(({ label }) =>
      /^(?:会议费\.(?:决算|占)|委托业务费|培训费)/.test(label),
    );
    expect(own).toHaveLength(7);
    const unnoticed = own.filter((mutation) =>
      compiled(applied(files, mutation)).diagnostics.every(({ severity }) => severity === 'note'),
    );
    expect(unnoticed).toEqual([]);
  });

  it('a new year is made with the same keys, to be filled in', () => {
    const source = decodeSource(
      files.find(({ path }) => path === DEMO_ACCOUNTS) ?? { path: '', bytes: new Uint8Array() },
    );
    const document = source.source && parseYaml(source.source).document;
    if (document === undefined) throw new Error('no accounts');
    expect(nextAccounts(document, { from: 2023, year: 2024 })).toContain(
      '会议费:\n  年初预算数: 待填\n  决算数: 待填\n  会议个数: 待填\n  占商品和服务支出: 待填\n',
    );
  });
});
