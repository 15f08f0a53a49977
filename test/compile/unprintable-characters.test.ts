import { describe, expect, it } from 'vitest';
import { realFiles, textOf, withBytes } from '../support/project.ts';
import { checked } from '../support/compiled.ts';

const UNIT = 'content/units/demo-bureau';
const YEAR = `${UNIT}/2023`;

/** The places of characters that cannot be printed, once the first of two stretches of a file is replaced. */
async function unprintable(...changes: readonly (readonly [file: string, from: string, to: string])[]) {
  let files = await realFiles('demo-bureau');
  for (const [file, from, to] of changes) {
    const text = textOf(files, file);
    const at = text.indexOf(from);
    if (at < 0) throw new Error(`${from} is not in ${file}`);
    const changed = text.slice(0, at) + to + text.slice(at + from.length);
    files = withBytes(files, file, new TextEncoder().encode(changed));
  }
  return checked(files)
    .diagnostics.filter(({ rule }) => rule === 'unprintable-character')
    .map(({ severity, place }) => `${severity} ${place.file}:${place.line}:${place.column}`);
}

describe('a character that the PDF cannot show', () => {
  it('is found where it stands, in whatever field or file', async () => {
    const places: readonly (readonly [what: string, file: string, from: string, to: string, at: string])[] = [
      ['the name of the unit', `${UNIT}/unit.yaml`, '名称: 示例市', '名称: 示例😀', '3:7'],
      ['an office', `${YEAR}/narrative.yaml`, '  - 办公室', '  - 办公😀室', ''],
      ['a goal of a form', `${YEAR}/performance/project-1.yaml`, '大厅标准化服务', '大厅😀标准化服务', ''],
      [
        'a name of a code',
        'content/codes/2023/functional.yaml',
        '"2010301": { 名称: 行政运行',
        '"2010301": { 名称: 行政😀运行',
        '23:',
      ],
      ['the glossary', 'templates/demo-2023/glossary.yaml', '指同级财政', '指😀同级财政', '3:8'],
      [
        'a title of the booklet',
        'templates/xinjiang-2023/pack.yaml',
        '部门决算公开说明"',
        '部门决算😀公开说明"',
        '9:',
      ],
      ['a table', 'templates/ministry-2024/tables/revenue.yaml', '合计', '合😀计', ''],
      ['a part', 'templates/xinjiang-2023/parts/1-overview.md.hbs', '主要职能', '主要😀职能', '1:8'],
    ];
    const found = await unprintable(...places.map(([, file, from, to]) => [file, from, to] as const));
    expect(found).toHaveLength(places.length);
    for (const [what, file, , , at] of places)
      expect(
        found.filter((one) => one.startsWith(`error ${file}:${at}`)),
        what,
      ).toHaveLength(1);
  });

  it('is found where an escape says it', async () => {
    const file = `${UNIT}/unit.yaml`;
    const found = await unprintable([file, '名称: 示例市政务服务局', '名称: "示例\\U0001F600局"']);
    expect(found).toEqual([`error ${file}:3:8`]);
  });

  it.each<[string, string, string, string]>([
    ['a comment', `${YEAR}/accounts.yaml`, '虚构单位', '😀 虚构单位'],
    [
      'a comment of a template',
      'templates/xinjiang-2023/parts/1-overview.md.hbs',
      '主要职能',
      '主要职能{{!-- 😀 --}}',
    ],
    [
      'a waiver',
      `${YEAR}/accounts.yaml`,
      '  国有资产.车辆价值: 1642013.93',
      '  国有资产.车辆价值: 1642013.93\n核对说明:\n  - { 规则: approved-total, 数字: 支出.总计, 内容: 差 1, 理由: 批复表即如此😀, 决定人: 张三, 日期: 2024-01-01 }',
    ],
    [
      'a code that the booklet does not have',
      'content/codes/2023/functional.yaml',
      '"2010101": { 名称: 行政运行',
      '"2010101": { 名称: 行政😀运行',
    ],
    ['a sign that a font has', `${YEAR}/narrative.yaml`, '  - 办公室', '  - ☑𠮷办公室'],
  ])('in %s is nobody’s business', async (_, file, from, to) => {
    expect(await unprintable([file, from, to])).toEqual([]);
  });

  it('is found together with other mistakes', async () => {
    const found = await unprintable(
      [`${YEAR}/narrative.yaml`, '  - 办公室', '  - 办公😀室'],
      [
        `${YEAR}/accounts.yaml`,
        '政府采购.授予中小企业合同金额: 10884604.16',
        '政府采购.授予中小企业合同金额: 1.00',
      ],
    );
    expect(found).toHaveLength(1);
  });
});
