import { beforeAll, describe, expect, it } from 'vitest';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles, textFile } from '../support/project.ts';
import {
  bookletOf,
  figuresAfter,
  lostCells,
  ownWorkbook,
  plan,
  withoutAccounts,
} from './support/taken-in.ts';

const TARGET = { slug: 'demo-bureau', year: 2023, pack: 'own' };
const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';

/** Layouts that no region here has, by what is special about them. */
const LAYOUTS: Readonly<Record<string, readonly [table: string, layout: string]>> = {
  'three code columns, 元, separators, nothing for zero, totals last': [
    'expenditure',
    `标题: "{{单位.名称}}支出情况表"
数字: { 单位: 元, 千分位: 是, 零: "" }
表头:
  - [{ 文: 支出功能分类, 跨列: 3 }, { 文: 科目名称, 跨行: 2 }, { 文: 支出, 跨列: 3 }, { 文: 其他, 跨列: 3 }]
  - [类, 款, 项, 合计, 基本, 项目, 上缴, 经营, 补助]
正文:
  - 标签列: [类, 款, 项, 名称]
    行:
      - 逐科目: [项]
        数: ["支出.{科目}.合计", "支出.{科目}.基本支出", "支出.{科目}.项目支出", "支出.{科目}.上缴上级支出", "支出.{科目}.经营支出", "支出.{科目}.对附属单位补助支出"]
      - 合计行: 总 计
        数: [支出.本年支出合计, 支出.基本支出, 支出.项目支出, 支出.上缴上级支出, 支出.经营支出, 支出.对附属单位补助支出]
`,
  ],
  'a subtotal behind each class and section': [
    'general-budget',
    `标题: 一般公共预算财政拨款支出决算表
表头: [[编码, 科目名称, 合计, 基本支出, 项目支出]]
正文:
  - 标签列: [编码, 名称]
    行:
      - 逐科目: [项]
        小计: [{ 逐: 款, 名: "{名称}小计" }, { 逐: 类, 名: "{名称}小计" }]
        数: ["支出.{科目}.一般公共预算.合计", "支出.{科目}.一般公共预算.基本支出", "支出.{科目}.一般公共预算.项目支出"]
      - 合计行: 合计
        数: [支出.一般公共预算.合计, 支出.一般公共预算.基本支出, 支出.一般公共预算.项目支出]
`,
  ],
  'items of 三公 below each other, budget and outturn beside them': [
    'three-public',
    `标题: 财政拨款“三公”经费表
表头: [[项目, 全年预算数, 决算数]]
正文:
  - 标签列: [项目]
    行:
      - { 项目: 一、因公出国（境）费, 数: [三公经费.全年预算数.因公出国（境）费, 三公经费.决算数.因公出国（境）费] }
      - { 项目: 二、公务用车购置及运行维护费, 数: [三公经费.全年预算数.公务用车购置及运行维护费, 三公经费.决算数.公务用车购置及运行维护费] }
      - { 项目: 其中：公务用车购置费, 数: [三公经费.全年预算数.公务用车购置费, 三公经费.决算数.公务用车购置费] }
      - { 项目: 公务用车运行维护费, 数: [三公经费.全年预算数.公务用车运行维护费, 三公经费.决算数.公务用车运行维护费] }
      - { 项目: 三、公务接待费, 数: [三公经费.全年预算数.公务接待费, 三公经费.决算数.公务接待费] }
      - { 合计行: 合计, 数: [三公经费.全年预算数.合计, 三公经费.决算数.合计] }
`,
  ],
  'a rate beside amounts': [
    'three-public',
    `标题: 财政拨款“三公”经费表
表头: [[项目, 全年预算数, 决算数, 占比（%）]]
正文:
  - 标签列: [项目]
    行:
      - { 项目: 因公出国（境）费, 数: [三公经费.全年预算数.因公出国（境）费, 三公经费.决算数.因公出国（境）费, 三公经费.决算数.因公出国（境）费.占比] }
      - { 项目: 公务用车购置费, 数: [三公经费.全年预算数.公务用车购置费, 三公经费.决算数.公务用车购置费, 三公经费.决算数.公务用车购置费.占比] }
      - { 项目: 公务用车运行维护费, 数: [三公经费.全年预算数.公务用车运行维护费, 三公经费.决算数.公务用车运行维护费, 三公经费.决算数.公务用车运行维护费.占比] }
      - { 项目: 公务接待费, 数: [三公经费.全年预算数.公务接待费, 三公经费.决算数.公务接待费, 三公经费.决算数.公务接待费.占比] }
`,
  ],
};

let demo: readonly RawFile[];
beforeAll(async () => {
  demo = edited(await realFiles('demo-bureau'), ACCOUNTS, '模板: demo-2023', '模板: own');
});

/** A pack that prints the national form with one table of its own. */
function withLayout(table: string, layout: string): readonly RawFile[] {
  return [
    ...demo,
    textFile('templates/own/pack.yaml', '名称: 甲\n依据: 虚构，供测试\n年度: 2023\n继承: demo-2023\n'),
    textFile(`templates/own/tables/${table}.yaml`, `纸向: 横\n${layout}`),
  ];
}

describe('a pack’s own layout, read backwards:', () => {
  it.each(Object.entries(LAYOUTS))('%s', async (_, [table, layout]) => {
    const files = withLayout(table, layout);
    const booklet = bookletOf(files, TARGET.slug, TARGET.year);
    const empty = withoutAccounts(files, TARGET.slug, TARGET.year);
    const made = await plan(empty, TARGET, await ownWorkbook(booklet));
    expect(made.findings).toEqual([]);
    expect(made.leftovers).toEqual([]);
    expect(lostCells(booklet, figuresAfter(empty, TARGET.slug, TARGET.year, made))).toEqual([]);
  });
});
