import { expect, it } from 'vitest';
import { placeOfKey, placeOfValue, type YamlDocument } from '../../../src/source/yaml.ts';
import { realFiles } from '../../support/project.ts';
import { accountFindings, subjectOf } from './subject.ts';

const FILES: Readonly<Record<string, string>> = {
  账目: '2023/accounts.yaml',
  文字: '2023/narrative.yaml',
  上年: '2022/accounts.yaml',
};

/** The known oddities of the published booklet, by their numbers: each is a note at its place, and nothing else is found. */
const ODDITIES: readonly (readonly [
  oddity: string,
  rule: string,
  file: keyof typeof FILES,
  section: string,
  key: string,
])[] = [
  ['O1', 'approved-total', '账目', '批复数', '收入.总计'],
  ['O2', 'pinned-print', '账目', '印数', '支出.221.一般公共预算.合计.占比'],
  ['O3', 'sum-over-codes', '账目', '批复数', '支出.一般公共预算.合计'],
  ['O4', 'sum-over-codes', '账目', '批复数', '支出.一般公共预算.合计'],
  ['O4 收入', 'approved-total', '账目', '批复数', '收入.一般公共预算财政拨款收入'],
  ['O5', 'prior-sums', '上年', '对比数', '支出.一般公共预算.合计'],
  ['O6', 'approved-total', '账目', '批复数', '支出.一般公共预算.基本支出'],
  ['O6 全部资金', 'sum-over-codes', '账目', '批复数', '支出.基本支出'],
  ['O7', 'non-fiscal-balance', '账目', '批复数', '支出.项目支出'],
  ['O12', 'growth-from-zero', '文字', '原因', '支出.2080506.一般公共预算.合计'],
  ['O12', 'growth-from-zero', '文字', '原因', '支出.2150517.一般公共预算.合计'],
  ['O12', 'growth-from-zero', '文字', '原因', '三公经费.决算数.合计'],
  ['O12', 'growth-from-zero', '文字', '原因', '三公经费.决算数.公务用车购置及运行维护费'],
  ['O13', 'unchanged-reason', '文字', '原因', '支出.2101199.一般公共预算.合计'],
  ['O13', 'unchanged-reason', '文字', '原因', '三公经费.决算数.合计.预决算差异率'],
  ['O13', 'unchanged-reason', '文字', '原因', '三公经费.决算数.公务用车运行维护费.预决算差异率'],
  ['O13', 'budget-and-outturn', '账目', '三公经费', '全年预算数'],
  ['O19', 'agency-operating', '账目', '批复数', '基本支出.公用经费'],
  ['O20', 'three-public-basic-part', '账目', '三公经费', '决算数.公务用车运行维护费'],
  ['O22', 'vehicles-held', '账目', '三公经费', '公务用车保有量'],
  ['O23', 'opposite-changes', '文字', '原因', '收入.总计'],
];

it('finds the oddities of the reference booklet as notes, and nothing else', async () => {
  const files = await realFiles('changji-sme');
  const { year, comparatives } = subjectOf(files, 2023);
  if (comparatives === undefined) throw new Error('the comparatives are missing');
  const documents: Readonly<Record<string, YamlDocument>> = {
    账目: year.accounts.document,
    文字: year.narrative.document,
    上年: comparatives.document,
  };
  const expected = ODDITIES.map(([, rule, file, section, key]) => {
    const document = documents[file];
    if (document === undefined) throw new Error(`no document ${file}`);
    const path = section === '三公经费' ? [section, ...key.split('.')] : [section, key];
    const atKey = section === '原因' || key === '全年预算数';
    const { line } = atKey ? placeOfKey(document, path) : placeOfValue(document, path);
    return `${FILES[file] ?? ''}:${line} note ${rule}`;
  });
  const found = accountFindings(files, 2023).map(({ place, severity, rule }) => {
    return `${place.file.replace('content/units/changji-sme/', '')}:${place.line} ${severity} ${rule}`;
  });
  expect([...found].sort()).toEqual([...expected].sort());
});
