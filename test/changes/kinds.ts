import type { RawFile } from '../../src/source/source-file.ts';
import { appended } from '../support/imprint.ts';
import { edited, textFile, textOf } from '../support/project.ts';

/** A kind of change: what it is called, and what it makes of the project's files. */
export type Kind = readonly [name: string, apply: (files: readonly RawFile[]) => readonly RawFile[]];

export const UNIT = 'content/units/demo-bureau';
const ACCOUNTS = `${UNIT}/2023/accounts.yaml`;
const NARRATIVE = `${UNIT}/2023/narrative.yaml`;
const LAST = `${UNIT}/2022/accounts.yaml`;

/** Stretches of one file replaced, each of which must occur once. */
function change(path: string, ...pairs: readonly (readonly [from: string, to: string])[]): Kind[1] {
  return (files) => pairs.reduce((now, [from, to]) => edited(now, path, from, to), files);
}

function added(path: string, lines: string): Kind[1] {
  return (files) => appended(files, path, lines);
}

function without(folder: string): Kind[1] {
  return (files) => files.filter(({ path }) => !path.startsWith(folder));
}

function copied(from: string, to: string, ...pairs: readonly (readonly [string, string])[]): Kind[1] {
  return (files) => {
    const text = pairs.reduce((now, [a, b]) => now.replace(a, () => b), textOf(files, from));
    return [...files, textFile(to, text)];
  };
}

/** One or more members of every kind of change that somebody makes. */
export const KINDS: readonly Kind[] = [
  [
    'an amount and its approved total',
    change(ACCOUNTS, ['货物: 2845588.97', '货物: 2846588.97'], ['总额: 14185724.42', '总额: 14186724.42']),
  ],
  ['an amount by less than is printed', change(ACCOUNTS, ['服务: 7427953.52', '服务: 7427953.51'])],
  [
    'an amount of the year before',
    change(LAST, ['  货物: 1984222.18', '  货物: 984222.18'], ['总额: 9910894.72', '总额: 8910894.72']),
  ],
  [
    'an agency amount that turns its change',
    change(
      ACCOUNTS,
      ['\n机关运行经费: 2316478.15', '\n机关运行经费: 2016478.15'],
      ['  机关运行经费: 2316478.15', '  机关运行经费: 2016478.15'],
    ),
  ],
  [
    'an amount that is no longer disclosed',
    change(
      ACCOUNTS,
      ['房屋面积: 9018.60    #', '房屋面积: 未公开    #'],
      ['产.房屋面积: 9018.60', '产.房屋面积: 未公开'],
    ),
  ],
  [
    'a count',
    change(
      ACCOUNTS,
      ['\n  在职人员: 123', '\n  在职人员: 124'],
      ['  人员.在职人员: 123', '  人员.在职人员: 124'],
    ),
  ],
  [
    'a code',
    change(
      ACCOUNTS,
      ['    "2013802": 686844.13', '    "2013804": 686844.13'],
      ['\n  "2013802":', '\n  "2013804":'],
      ['    "2013802": 650000.00', '    "2013804": 650000.00'],
    ),
  ],
  ['the name of a code', change(ACCOUNTS, ['名称: 行政运行\n', '名称: 机关运行\n'])],
  ['a reason', change(NARRATIVE, ['完成轮换，不再支付', '按期轮换，不再支付'])],
  ['a reason that is gone', change(NARRATIVE, ['  支出.2210203.一般公共预算.合计:', '  #'])],
  ['a text', change(NARRATIVE, ['其他说明事项: 无其他说明事项。', '其他说明事项: 没有其他说明事项。'])],
  ['an entry of a list', change(NARRATIVE, ['  - 政策法规科\n', ''])],
  [
    'a waiver',
    change(ACCOUNTS, [
      '\n批复数:\n',
      '\n核对说明:\n  - 规则: approved-total\n    数字: 政府采购.总额\n    内容: 不存在\n    理由: 试一试\n    决定人: 张三\n    日期: 2024-08-20\n批复数:\n',
    ]),
  ],
  ['an approved total that is gone', change(ACCOUNTS, ['  国有资产.房屋价值: 22489003.94\n', ''])],
  ['a pinned print', change(ACCOUNTS, ['\n批复数:\n', '\n印数:\n  政府采购.货物: "284.55"\n批复数:\n'])],
  [
    'a phrase of a pack',
    change('templates/xinjiang-2023/pack.yaml', ['    增加: 增加{{万元', '    增加: 多了{{万元']),
  ],
  [
    'a title of a pack',
    change('templates/xinjiang-2023/pack.yaml', ['第三部分 专业名词解释', '第三部分 名词解释']),
  ],
  [
    'a sentence of a template',
    change('templates/xinjiang-2023/parts/2-explanations.md.hbs', [
      '年度政府采购支出总额{{',
      '年度政府采购的支出总额{{',
    ]),
  ],
  ['a table that is gone', change('templates/xinjiang-2023/pack.yaml', ['\n  - government-fund', ''])],
  [
    'the number of a table',
    change('templates/xinjiang-2023/tables/three-public.yaml', ['公开07表', '公开17表']),
  ],
  [
    'the widths of a table',
    change('templates/ministry-2024/tables/three-public.yaml', ['列宽: [8, 9, 8', '列宽: [12, 9, 8']),
  ],
  [
    'a heading of a table',
    change('templates/ministry-2024/tables/three-public.yaml', [
      '{ 文: 决算数, 跨列: 6 }',
      '{ 文: 全年决算数, 跨列: 6 }',
    ]),
  ],
  [
    'a definition',
    change('templates/xinjiang-2023/glossary.yaml', ['指同级财政当年拨付', '指同级财政本年拨付']),
  ],
  [
    'the code table',
    change('content/codes/2023/functional.yaml', [
      '"2010303": { 名称: 机关服务',
      '"2010303": { 名称: 机关后勤服务',
    ]),
  ],
  [
    'what a class pays for',
    change('content/codes/2023/functional.yaml', [
      '党政机关和群众团体的日常运转',
      '党政机关和人民团体的日常运转',
    ]),
  ],
  ['a word of the search', change('content/search/everyday.yaml', ['购车费, 买车费', '购车费, 买车费用'])],
  [
    'a new form',
    copied(`${UNIT}/2023/performance/project-12.yaml`, `${UNIT}/2023/performance/project-13.yaml`, [
      '项目名称: ',
      '项目名称: 新的',
    ]),
  ],
  ['a form that is gone', without(`${UNIT}/2023/performance/project-12.yaml`)],
  ['an indicator', change(`${UNIT}/2023/performance/project-5.yaml`, ['完成值: "=64台"', '完成值: "=65台"'])],
  ['a year that is gone', without(`${UNIT}/2021/`)],
  ['a unit that is gone', without(`${UNIT}/`)],
  [
    'the name of the unit',
    change(`${UNIT}/unit.yaml`, ['\n名称: 示例市政务服务局', '\n名称: 示例市政务服务中心局']),
  ],
  ['a subordinate unit', change(`${UNIT}/unit.yaml`, ['  - 示例市大数据服务中心\n', ''])],
  ['the name of the site', change('content/site.yaml', ['站名: 部门决算公开', '站名: 示例市部门决算公开'])],
  ['the address of the site', change('content/site.yaml', ['网址: https://juesuan.example/', '# 网址'])],
  [
    'the terms of the data',
    added('content/site.yaml', '\n数据许可: { 名称: 示例许可, 网址: "https://www.example/" }\n'),
  ],
  ['a site without the checks of its booklets', added('content/site.yaml', '\n核对情况: 不公开\n')],
  ['who runs the site', added('content/site.yaml', '\n主办单位: 示例市财政局\n')],
  [
    'how the body is reached',
    added(`${UNIT}/unit.yaml`, '\n联系电话: { 2022: 0000-1234567, 2023: 0000-1234568 }\n'),
  ],
  [
    'a day of publication',
    change(ACCOUNTS, ['模板: demo-2023\n', '模板: demo-2023\n公开: { 公开日期: 2024-09-05 }\n']),
  ],
  [
    'a correction',
    change(ACCOUNTS, [
      '模板: demo-2023\n',
      '模板: demo-2023\n公开:\n  更正:\n    - { 版次: 2, 日期: 2024-10-08, 内容: 补列一份合同, 原数: { 政府采购.服务: 739.80 } }\n',
    ]),
  ],
  ['a comment that moves lines', change(ACCOUNTS, ['\n人员:\n', '\n# 多一行。\n人员:\n'])],
  ['layout alone', change(ACCOUNTS, ['  离休人员: 1\n', '  离休人员:   1\n'])],
];
