import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import type { BookletDocument } from '../../src/document/booklet-document.ts';
import { goldenFiles, goldenNames } from '../support/golden.ts';

const BODY = '示例市政务服务局';
const NINE = [
  'revenue-expenditure',
  'revenue',
  'expenditure',
  'fiscal-appropriation',
  'general-budget',
  'basic-expenditure',
] as const;
const FUNDS = ['government-fund', 'state-capital'] as const;
const MINISTRY = [...NINE, ...FUNDS, 'three-public'];

/** How a region orders its booklet: parts by their titles, tables by their keys, and what only this form says. */
interface Format {
  readonly parts: readonly string[];
  readonly tables: readonly string[];
  /** Heads of a table that only this form has so. */
  readonly heads: readonly [table: string, heads: readonly string[]];
  readonly sentence: RegExp;
}

/** The forms of nine regions, as they are described (docs of the domain: how other regions order the booklet). */
const FORMATS: Readonly<Record<string, Format>> = {
  'f1-ministry': {
    parts: [
      `第一部分 ${BODY}概况`,
      '第二部分 2023年度部门决算表',
      '第三部分 2023年度部门决算情况说明',
      '第四部分 名词解释',
    ],
    tables: MINISTRY,
    heads: [
      'state-capital',
      ['项目', '本年支出', '功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ],
    sentence: /（项）。年初预算为[\d.]+万元，支出决算为[\d.]+万元，完成年初预算的\d+\.\d%，决算数大于预算数/u,
  },
  'f2-municipality': {
    parts: [
      `第一部分 ${BODY}概况`,
      `第二部分 ${BODY}2023年度部门决算表`,
      `第三部分 ${BODY}2023年度部门决算情况说明`,
      '第四部分 名词解释',
    ],
    tables: [...NINE, 'three-public', ...FUNDS],
    heads: ['general-budget', ['类', '款', '项', '科目名称', '合计', '基本支出', '项目支出']],
    sentence: /（项），主要用于机关的日常运转。年初预算为954\.30万元/u,
  },
  'f3-county': {
    parts: [
      `第一部分：${BODY}概况`,
      `第二部分：${BODY}2023年度部门决算报表`,
      `第三部分：${BODY}2023年度部门决算情况说明`,
      '第四部分：名词解释',
    ],
    tables: MINISTRY,
    heads: ['three-public', []],
    sentence: /十三、预算绩效情况/u,
  },
  'f4-city': {
    parts: [
      `第一部分 ${BODY}概况`,
      `第二部分 ${BODY}2023年度部门决算表`,
      `第三部分 ${BODY}2023年度部门决算情况说明`,
      '第四部分 名词解释',
    ],
    tables: MINISTRY,
    heads: ['state-capital', ['功能分类科目编码', '科目名称', '本年支出', '基本支出', '项目支出']],
    sentence: /2023年度收入总计6,399\.73万元/u,
  },
  'f5-district': {
    parts: [
      `第一部分 ${BODY}基本情况`,
      '第二部分 2023年度部门决算情况说明',
      '第三部分 其他重要事项',
      '第四部分 名词解释',
      '附表',
    ],
    tables: MINISTRY,
    heads: ['three-public', []],
    sentence: /（二）政府性基金预算财政拨款政府性基金预算财政拨款本年收入/u,
  },
  'f6-hospitals': {
    parts: [
      `第一部分 ${BODY}概况`,
      '第二部分 2023年度部门决算情况说明',
      '第三部分 名词解释',
      '第四部分 附件',
      '第五部分 附表',
    ],
    tables: [
      ...NINE.slice(0, 4),
      'fiscal-detail',
      'general-budget',
      'general-detail',
      'basic-expenditure',
      'projects',
      ...FUNDS,
      'three-public',
      'three-public-items',
    ],
    heads: ['projects', ['序号', '项目名称', '全年预算数', '全年执行数', '执行率', '得分']],
    sentence: /部门整体绩效评价报告/u,
  },
  'f7-region': {
    parts: [
      `第一部分 ${BODY}概况`,
      '第二部分 2023年度部门决算情况说明',
      '第三部分 名词解释',
      '第四部分 部门决算表',
      '第五部分 决算公开联系方式',
    ],
    tables: [...MINISTRY, 'agency-operating', 'state-assets', 'projects'],
    heads: ['state-assets', ['项目', '数量', '金额']],
    sentence: /决算公开联系方式：人事财务科/u,
  },
  'f8-meetings': {
    parts: [
      `第一部分 ${BODY}概况`,
      '第二部分 2023年度部门决算情况说明',
      '第三部分 2023年度部门决算表',
      '第四部分 专业名词解释',
    ],
    tables: MINISTRY,
    heads: [
      'three-public',
      [
        '预算数',
        '决算数',
        ...Array.from({ length: 2 }, () => [
          '“三公”经费合计',
          '因公出国（境）费',
          '公务用车购置及运行维护费',
          '公务接待费',
          '会议费',
          '培训费',
        ]).flat(),
      ],
    ],
    sentence: /会议费年初预算为4\.50万元，支出决算为3\.91万元，完成年初预算的86\.9%/u,
  },
  'f9-flat': {
    parts: ['决算情况说明', '附件：部门决算表'],
    tables: MINISTRY,
    heads: ['three-public', []],
    sentence: /十一、机关运行经费、政府采购、国有资产和绩效情况/u,
  },
};

async function documentOf(name: string): Promise<BookletDocument | undefined> {
  const { units } = compileSite(await goldenFiles(name));
  return units[0]?.booklets.find(({ year }) => year === 2023)?.render();
}

it('every golden pack is one of the forms', () => {
  expect(goldenNames()).toEqual(Object.keys(FORMATS));
});

describe.each(Object.entries(FORMATS))(
  'the form %s',
  (name, { parts, tables, heads: [key, heads], sentence }) => {
    it('has its parts and tables in its order, its columns and its sentences', async () => {
      const document = await documentOf(name);
      expect(document?.parts.map(({ title }) => title)).toEqual(parts);
      expect(document?.tables.map((table) => table.key)).toEqual(tables);
      const table = document?.tables.find((one) => one.key === key);
      const words =
        table?.head.flat().flatMap(({ text }) => (/^(?:栏次|\d+)$/u.test(text) ? [] : text)) ?? [];
      if (heads.length > 0) expect(words).toEqual(heads);
      const text = document?.parts
        .map(({ content }) => content.map((node) => toString(node)).join(''))
        .join('\n');
      expect(text).toMatch(sentence);
    });
  },
);
