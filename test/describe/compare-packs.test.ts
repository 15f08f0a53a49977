import { describe, expect, it } from 'vitest';
import { comparePacks } from '../../src/describe/difference/compare-packs.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { packsOf } from '../support/compiled.ts';
import { realFiles, textFile, textOf } from '../support/project.ts';

const BASE = 'templates/xinjiang-2023/';

/** Edits of the other pack's files: a stretch of text that occurs once, and what stands there instead. */
type Edits = Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;

/** The text of a file of xinjiang-2023, its own or inherited. */
function baseText(files: readonly RawFile[], name: string): string {
  const own = files.some(({ path }) => path === BASE + name);
  return textOf(files, `${own ? BASE : 'templates/ministry-2024/'}${name}`);
}

/** The packs of the project, and xinjiang-2023 once more as the pack `other`, edited and with further files. */
async function withOther(edits: Edits, more: Readonly<Record<string, string>>) {
  const files = (await realFiles()).filter(({ path }) => path.startsWith('templates/'));
  const names = files.filter(({ path }) => path.startsWith(BASE)).map(({ path }) => path.slice(BASE.length));
  const other = [...new Set([...names, ...Object.keys(edits)])].map((name) => {
    let text = baseText(files, name);
    for (const [from, to] of edits[name] ?? []) {
      expect(text.split(from).length, `${name}: ${from}`).toBe(2);
      text = text.replace(from, () => to);
    }
    return textFile(`templates/other/${name}`, text);
  });
  const added = Object.entries(more).map(([name, text]) => textFile(`templates/other/${name}`, text));
  return [...files, ...other.filter(({ path }) => !added.some((one) => one.path === path)), ...added];
}

/** What `pack diff xinjiang-2023 other` says; the first pack is called A, the other B. */
async function differences(edits: Edits, more: Readonly<Record<string, string>> = {}) {
  const { packs, diagnostics } = packsOf(await withOther(edits, more));
  const [a, b] = [packs.get('xinjiang-2023'), packs.get('other')];
  if (a === undefined || b === undefined)
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return comparePacks(a, b).map((one) => one.replaceAll('xinjiang-2023', 'A').replaceAll('other', 'B'));
}

const PACK = 'pack.yaml';
/** A pack that only inherits. */
const CHILD = '名称: 子\n依据: 无\n年度: 2024\n继承: xinjiang-2023\n';
const OVERVIEW = 'parts/1-overview.md.hbs';
const EXPLANATIONS = 'parts/2-explanations.md.hbs';
const REVENUE = 'tables/revenue.yaml';
const TOTALS = 'tables/revenue-expenditure.yaml';
const BASIC = 'tables/basic-expenditure.yaml';
const PROJECT = 'forms/project.yaml';
const OVERVIEW_PART = `  - 键: overview
    标题: 第一部分 单位概况
    模板: 1-overview.md.hbs
`;
const GLOSSARY_PART = `  - 键: glossary
    标题: 第三部分 专业名词解释
    模板: 3-glossary.md.hbs
`;
const FIRST_TERM = `- 名词: 上级补助收入
  释义: 指事业单位从主管部门和上级单位取得的非财政补助收入。
`;

describe('packs that print the same', () => {
  it.each<[string, Edits, Record<string, string>?]>([
    ['with the same files', {}],
    ['but have other names and years', { [PACK]: [['年度: 2023', '年度: [2023, 2024]']] }],
    ['but break their lines elsewhere', { [OVERVIEW]: [['人，离休人员', '人，\n离休人员']] }],
    [
      'but break their lines within a helper',
      { [OVERVIEW]: [['{{数 人员.在职人员}}', '{{数\n  人员.在职人员}}']] },
    ],
    [
      'but have other comments',
      { [OVERVIEW]: [['## 一、主要职能', '{{!-- 三定规定 --}}\n## 一、主要职能']] },
    ],
    [
      'but put a sentence into a partial',
      { [OVERVIEW]: [['## 一、主要职能\n\n{{叙述.主要职能}}', '## 一、主要职能\n\n{{> duties}}']] },
      { 'partials/duties.md.hbs': '{{叙述.主要职能}}\n' },
    ],
    [
      'but put a section into a partial of a partial',
      { [OVERVIEW]: [['## 一、主要职能\n\n{{叙述.主要职能}}', '{{> section}}']] },
      {
        'partials/section.md.hbs': '## 一、主要职能\n\n{{> duties}}\n',
        'partials/duties.md.hbs': '{{叙述.主要职能}}\n',
      },
    ],
    [
      'but say for numbers what is usual',
      { [REVENUE]: [['纸向: 横', '纸向: 横\n数字: { 小数: 2, 千分位: 否 }']] },
    ],
    [
      'but list what is excused in another order',
      {
        [PACK]: [
          [
            '不应有: [上年数, 以前年度决算]\n    较上年: 首次',
            '不应有: [以前年度决算, 上年数]\n    较上年: 首次',
          ],
        ],
      },
    ],
    [
      'but write the same widths in other numbers',
      { [REVENUE]: [['列宽: [9, 28, 9, 9, 9, 9, 9, 9, 9]', '列宽: [18, 56, 18, 18, 18, 18, 18, 18, 18]']] },
    ],
  ])('%s have nothing to tell apart', async (_, edits, more) => {
    expect(await differences(edits, more)).toEqual([]);
  });

  it('have nothing to tell apart where one only inherits the other', async () => {
    const { packs } = packsOf([...(await withOther({}, {})), textFile('templates/child/pack.yaml', CHILD)]);
    const [base, child] = [packs.get('xinjiang-2023'), packs.get('child')];
    expect(base && child && comparePacks(base, child)).toEqual([]);
  });
});

describe('packs that differ', () => {
  it.each<[string, Edits, readonly string[], Record<string, string>?]>([
    [
      'in the title of the booklet',
      { [PACK]: [['决算公开说明"', '决算"']] },
      ['书名：A 为“{{单位.名称}}{{年度}}年度部门决算公开说明”，B 为“{{单位.名称}}{{年度}}年度部门决算”'],
    ],
    [
      'in a line of the cover',
      { [PACK]: [['\n部分:', '\n封面行: ["监督索引号：无"]\n\n部分:']] },
      ['封面行：只有 B 有“监督索引号：无”'],
    ],
    [
      'at the top and the bottom of the cover',
      { [PACK]: [['\n部分:', '\n封面眉题: []\n封面落款: [审签人：无]\n\n部分:']] },
      [
        '封面眉题：只有 A 有“部门决算公开”',
        '封面落款：只有 A 有“{{单位.名称}}公开”',
        '封面落款：只有 B 有“审签人：无”',
      ],
    ],
    [
      'in whether there are charts',
      { [PACK]: [['\n部分:', '\n一图看懂: 不印\n\n部分:']] },
      ['一图看懂：A 为“印”，B 为“不印”'],
    ],
    [
      'in the head of pages',
      { [PACK]: [['\n部分:', '\n页眉: 部门决算\n\n部分:']] },
      ['页眉：A 没有，B 为“部门决算”'],
    ],
    [
      'in the title of a part',
      { [PACK]: [['第一部分 单位概况', '第一部分 部门概况']] },
      ['部分 overview 的标题：A 为“第一部分 单位概况”，B 为“第一部分 部门概况”'],
    ],
    [
      'in whether a title is printed',
      { [PACK]: [['    标题: 第一部分 单位概况', '    标题: 第一部分 单位概况\n    印标题: 否']] },
      ['部分 overview 的标题在印本上：A 为“印”，B 为“不印”'],
    ],
    [
      'in their parts',
      {
        [PACK]: [
          [
            '    模板: 4-tables.md.hbs',
            '    模板: 4-tables.md.hbs\n  - 键: annex\n    标题: 附件\n    模板: annex.md.hbs',
          ],
        ],
      },
      ['部分：A 有四个，B 有五个：B 多出“附件”'],
      { 'parts/annex.md.hbs': '见附表。\n' },
    ],
    [
      'by a part that one has not',
      { [PACK]: [[OVERVIEW_PART, '']] },
      ['部分：A 有四个，B 有三个：B 没有“第一部分 单位概况”'],
    ],
    [
      'in the order of their parts',
      {
        [PACK]: [
          [GLOSSARY_PART, ''],
          ['部分:\n', `部分:\n${GLOSSARY_PART}`],
        ],
      },
      ['部分的次序：“第三部分 专业名词解释”在 A 排第三，在 B 排第一'],
    ],
    [
      'in a paragraph',
      { [OVERVIEW]: [['实有人数{{', '年末实有人数{{']] },
      [
        '文字 overview “二、机构设置及人员情况”：A 为“……称}}{{年度}}年度，实有人数{{数 人员.实……”，B 为“……称}}{{年度}}年度，年末实有人数{{数 人员.实……”',
      ],
    ],
    [
      'by a paragraph',
      { [OVERVIEW]: [['{{叙述.主要职能}}\n', '{{叙述.主要职能}}\n\n以上职能由编制部门核定。\n']] },
      ['文字 overview “一、主要职能”：只有 B 有“以上职能由编制部门核定。”'],
    ],
    [
      'by a paragraph that one has not',
      { [OVERVIEW]: [['{{叙述.主要职能}}\n\n', '']] },
      ['文字 overview “一、主要职能”：只有 A 有“{{叙述.主要职能}}”'],
    ],
    [
      'in the place of a paragraph',
      {
        [EXPLANATIONS]: [
          ['收入支出总体与上年相比，{{较上年 收入.总计}}{{主要原因 收入.总计}}。\n\n', ''],
          [
            '## 一、收入支出决算总体情况说明\n\n',
            '## 一、收入支出决算总体情况说明\n\n收入支出总体与上年相比，{{较上年 收入.总计}}{{主要原因 收入.总计}}。\n\n',
          ],
        ],
      },
      [
        '文字 explanations “一、收入支出决算总体情况说明”：“收入支出总体与上年相比，{{较上年 收入.总计}}{{主要原因 收入.总计}}。”的位置不同',
      ],
    ],
    [
      'in a sentence of a partial',
      { 'partials/vehicle-operation-variance.md.hbs': [['公务用车运行费全年', '车辆运行费全年']] },
      [
        '文字 explanations “七、财政拨款‘三公’经费支出决算情况说明”：A 为“……"公务用车购置费"}}；公务用车运行费全年预算数{{万元……”，B 为“……"公务用车购置费"}}；车辆运行费全年预算数{{万元……”',
      ],
    ],
    [
      'in which tables they print',
      { [PACK]: [['  - state-capital\n', '']] },
      ['决算表：A 有九张，B 有八张：B 没有“国有资本经营预算财政拨款收入支出决算表”'],
    ],
    [
      'in the order of their tables',
      { [PACK]: [['  - three-public\n  - government-fund\n', '  - government-fund\n  - three-public\n']] },
      ['决算表的次序：“财政拨款‘三公’经费支出决算表”在 A 排第七，在 B 排第八'],
    ],
    [
      'in the title and number of a table',
      {
        [REVENUE]: [
          ['标题: 收入决算表', '标题: 收入表'],
          ['公开02表', '附表2'],
        ],
      },
      [
        '决算表 revenue 的标题：A 为“收入决算表”，B 为“收入表”',
        '决算表 revenue 的编号：A 为“公开02表”，B 为“附表2”',
      ],
    ],
    [
      'in the columns of a table',
      {
        [REVENUE]: [
          ['\n    - { 文: 其他收入, 跨行: 2 }', ''],
          ['5, 6, 7]', '5, 6]'],
          [', 9]\n正文', ']\n正文'],
          ['\n          - 收入.其他收入', ''],
          ['\n          - 收入.{科目}.其他收入', ''],
        ],
      },
      [
        '决算表 revenue 的栏：只有 A 有“其他收入”',
        '决算表 revenue 的行：A 为“……、收入.附属单位上缴收入、收入.其他收入”，B 为“……、收入.附属单位上缴收入”',
        '决算表 revenue 的行：A 为“……科目}.附属单位上缴收入、收入.{科目}.其他收入”，B 为“……科目}.附属单位上缴收入”',
      ],
    ],
    [
      'in the rows of a table',
      { [REVENUE]: [['逐科目: [类, 款, 项]', '逐科目: [项]']] },
      [
        '决算表 revenue 的行：A 为“逐科目 类、款、项：收入.{科目}.合计……”，B 为“逐科目 项：收入.{科目}.合计……”',
      ],
    ],
    [
      'in the widths of a form’s columns',
      {
        [PROJECT]: [
          ['列宽: [6.5, 11.3, 13.5, 12.5, 14, 13.7, 6.5, 9.5, 12.5]', '列宽: [1, 1, 1, 1, 1, 1, 1, 1, 1]'],
        ],
      },
      [
        '自评表 项目 的列宽：A 为“6.5%、11.3%、13.5%、12.5%、14%、13.7%、6.5%、9.5%、12.5%”，B 为“各列一样宽”',
      ],
    ],
    [
      'in the widths of a table’s columns',
      { [REVENUE]: [['列宽: [9, 28, 9, 9, 9, 9, 9, 9, 9]', '列宽: [10, 20, 10, 10, 10, 10, 10, 10, 10]']] },
      [
        '决算表 revenue 的列宽：A 为“9%、28%、9%、9%、9%、9%、9%、9%、9%”，B 为“10%、20%、10%、10%、10%、10%、10%、10%、10%”',
      ],
    ],
    [
      'in widths that only one states',
      { [REVENUE]: [['列宽: [9, 28, 9, 9, 9, 9, 9, 9, 9]\n', '']] },
      ['决算表 revenue 的列宽：A 为“9%、28%、9%、9%、9%、9%、9%、9%、9%”，B 为“各列一样宽”'],
    ],
    [
      'in how closely a table is set',
      { [REVENUE]: [['纸向: 横\n', '纸向: 横\n密排: 是\n']] },
      ['决算表 revenue 的密排：A 为“否”，B 为“是”'],
    ],
    [
      'in the numbers of lines',
      {
        [TOTALS]: [
          ['{ 空行: 18, 行次自: 9 }', '{ 空行: 18 }'],
          ['        行次自: 32\n', '        行次自: 31\n'],
        ],
      },
      [
        '决算表 revenue-expenditure 的行：A 为“空行 18（行次自 9）”，B 为“空行 18”',
        '决算表 revenue-expenditure 的行：A 为“……32、234（行次自 32）：支出.{科目}.合计”，B 为“……32、234（行次自 31）：支出.{科目}.合计”',
      ],
    ],
    [
      'in how far a last row reaches',
      {
        [BASIC]: [
          [
            '用: ministry-2024/tables/basic-expenditure\n',
            '用: ministry-2024/tables/basic-expenditure\n末行: [{ 项目: 人员经费合计, 跨列: 3, 数: 基本支出.人员经费 }, { 项目: 公用经费合计, 跨列: 4, 数: 基本支出.公用经费 }]\n',
          ],
        ],
      },
      [
        '决算表 basic-expenditure 的行：A 为“末行 人员经费合计（跨 2 列）：基本支出.人员经费”，B 为“末行 人员经费合计（跨 3 列）：基本支出.人员经费”',
        '决算表 basic-expenditure 的行：A 为“末行 公用经费合计（跨 5 列）：基本支出.公用经费”，B 为“末行 公用经费合计（跨 4 列）：基本支出.公用经费”',
      ],
    ],
    [
      'in the numbers of columns',
      { [REVENUE]: [['  - [{ 文: 栏次, 跨列: 2 }, 1, 2, 3, 4, 5, 6, 7]\n', '']] },
      ['决算表 revenue 的栏次：A 为“印”，B 为“不印”'],
    ],
    [
      'in the numbers of a table',
      { [REVENUE]: [['纸向: 横', '纸向: 横\n数字: { 单位: 元, 千分位: 是, 零: "" }']] },
      [
        '决算表 revenue 的数字：A 为“以万元为单位，2 位小数，百分数 2 位小数”，B 为“以元为单位，2 位小数，百分数 2 位小数，有千分位，零空着”',
      ],
    ],
    [
      'in what stands below an empty table',
      { [REVENUE]: [['纸向: 横', '纸向: 横\n空表说明: 本表为空']] },
      ['决算表 revenue 的空表说明：A 没有，B 为“本表为空”'],
    ],
    [
      'in a phrase',
      { [PACK]: [['持平: 增加{{万元 增减额}}万元，增长{{百分数 增减率}}%', '持平: 与上年持平']] },
      ['措辞“较上年.持平”：A 为“增加{{万元 增减额}}万元，增长{{百分数 增减率}}%”，B 为“与上年持平”'],
    ],
    [
      'in a convention',
      { [PACK]: [['未公开: —', '未公开: 未公开']] },
      ['惯例“未公开”：A 为“—”，B 为“未公开”'],
    ],
    [
      'in the numbers of texts',
      {},
      [
        '惯例“文字中的数字”：A 为“以万元为单位，2 位小数，百分数 2 位小数”，B 为“以万元为单位，1 位小数，百分数 2 位小数”',
      ],
      { [PACK]: `${CHILD}惯例: { 文字中的数字: { 小数: 1 } }\n` },
    ],
    [
      'in a term',
      { 'glossary.yaml': [['非财政补助收入', '补助收入']] },
      [
        '名词“上级补助收入”：A 为“指事业单位从主管部门和上级单位取得的非财政补助收入。”，B 为“指事业单位从主管部门和上级单位取得的补助收入。”',
      ],
    ],
    [
      'by a term',
      { 'glossary.yaml': [[FIRST_TERM, '']] },
      ['名词解释：A 有十四条，B 有十三条：B 没有“上级补助收入”'],
    ],
    [
      'in a form',
      {
        [PROJECT]: [
          [
            '      - 年初预算数\n      - 全年预算数\n      - 全年执行数',
            '      - 年初预算\n      - 全年预算数\n      - 全年执行数',
          ],
        ],
      },
      [
        '自评表 项目 的行：A 为“…… 列 1 行）｜年初预算数｜全年预算数｜全年执行数……”，B 为“…… 列 1 行）｜年初预算｜全年预算数｜全年执行数……”',
      ],
    ],
    [
      'in a state',
      { [PACK]: [['较上年: 因机构改革，无上年数可比', '较上年: 无上年数可比']] },
      [
        '情形“机构改革”：A 为“免 上年数；较上年 因机构改革，无上年数可比”，B 为“免 上年数；较上年 无上年数可比”',
      ],
    ],
    [
      'by a state',
      { [PACK]: [['  科目新增:', '  机构合并:\n    应为零: [支出.经营支出]\n  科目新增:']] },
      ['情形“机构合并”：A 没有，B 为“应为零 支出.经营支出”'],
    ],
    [
      'in what must be entered',
      { [PACK]: [['    - 人员.离休人员\n', '']] },
      ['必有.批复数：只有 A 有“人员.离休人员”'],
    ],
    [
      'in when forms are needed',
      { [PACK]: [['    项目: 支出.项目支出', '    项目: 支出.总计']] },
      ['必有.自评表.项目：A 为“支出.项目支出”，B 为“支出.总计”'],
    ],
    [
      'in the days until publication',
      { [PACK]: [['公开期限: 20', '公开期限: 30']] },
      ['公开期限：A 为“20 日”，B 为“30 日”'],
    ],
    [
      'in how forms are scored',
      { [PACK]: [['执行分值: 10', '执行分值: 20']] },
      ['评分“执行分值”：A 为“10”，B 为“20”'],
    ],
    [
      'in codes of the same money',
      {
        [PACK]: [
          ['  - { 功能: ["2210201"], 经济: ["30113"] }', '  - { 功能: ["2210202"], 经济: ["30113"] }'],
        ],
      },
      ['同数科目：只有 A 有“2210201 与 30113”', '同数科目：只有 B 有“2210202 与 30113”'],
    ],
    [
      'in what units write',
      {},
      ['自定文字 会议费说明：A 没有，B 为“分科目，可不写”'],
      { [PACK]: `${CHILD}自定文字: { 会议费说明: { 分: 科目, 可不写: 是 } }\n` },
    ],
    [
      'in what units enter',
      {
        [PACK]: [
          [
            '\n惯例:',
            '\n自定数:\n  会议费: { 名称: 会议费, 单位: 万元, 关系: [{ 不大于: 支出.总计, 程度: 警告, 依据: 无 }] }\n账目: { 可不填: [政府采购] }\n\n惯例:',
          ],
        ],
      },
      [
        '填报的数 政府采购.货物：A 为“政府采购货物支出，万元，必填；最多 2 位小数”，B 为“政府采购货物支出，万元，写了这一节就必填；最多 2 位小数”',
        '填报的数 政府采购.工程：A 为“政府采购工程支出，万元，必填；最多 2 位小数”，B 为“政府采购工程支出，万元，写了这一节就必填；最多 2 位小数”',
        '填报的数 政府采购.服务：A 为“政府采购服务支出，万元，必填；最多 2 位小数”，B 为“政府采购服务支出，万元，写了这一节就必填；最多 2 位小数”',
        '填报的数 政府采购.授予中小企业合同金额：A 为“授予中小企业合同金额，万元，必填；最多 2 位小数”，B 为“授予中小企业合同金额，万元，写了这一节就必填；最多 2 位小数”',
        '填报的数 政府采购.授予小微企业合同金额：A 为“授予小微企业合同金额，万元，必填；最多 2 位小数”，B 为“授予小微企业合同金额，万元，写了这一节就必填；最多 2 位小数”',
        '填报的数 会议费：A 没有，B 为“会议费，万元，必填；最多 2 位小数；不大于 支出.总计，不符为警告”',
      ],
    ],
  ])('%s are told apart', async (_, edits, expected, more) => {
    expect(await differences(edits, more)).toEqual(expected);
  });
});
