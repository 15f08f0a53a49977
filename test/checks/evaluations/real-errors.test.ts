import { describe, expect, it } from 'vitest';
import { findingsAfter, summaries, type Plant } from '../planted.ts';

const HALL = '2023/performance/project-1.yaml';
const HOTLINE = '2023/performance/project-2.yaml';
const PLATFORM = '2023/performance/project-3.yaml';
const DATA = '2023/performance/project-4.yaml';
const BENEFITS = '2023/performance/project-7.yaml';
const POSTS = '2023/performance/project-10.yaml';
const OVERALL = '2023/performance/overall.yaml';
const ACCOUNTS = '2023/accounts.yaml';

const WINDOWS = `            指标值: ">=186个"
            完成值: "=186个"
            分值: 8
            得分: 8.00
`;
const ERRORS = `            指标值: "<=0.5%"
            完成值: "=0.31%"
            分值: 6
            得分: 6.00
`;
const WAITING =
  '得分: 9.00\n            偏差原因: 社保年审期间办件集中，部分时段等候时间延长；已增设潮汐窗口并推行分时预约';

/** Section 5 of the list of real mistakes, and the rules P01–P14, R76, R77 behind it. */
const FORMS: readonly Plant[] = [
  {
    kind: 'P05 a target of nothing missed',
    edits: [[HALL, ERRORS, ERRORS.replace('<=0.5%', '=0%')]],
    expected: 'warning indicator-score',
  },
  {
    kind: 'P06 twice the ceiling',
    edits: [[HALL, ERRORS, ERRORS.replace('<=0.5%', '<=0.15%')]],
    expected: 'warning indicator-score',
  },
  {
    kind: 'a target fulfilled scored 0',
    edits: [[HALL, WINDOWS, WINDOWS.replace('8.00', '0.00')]],
    expected: 'warning indicator-score',
    at: '得分: 0.00',
  },
  {
    kind: 'a cost ceiling kept scored 0',
    edits: [[HALL, ERRORS, ERRORS.replace('6.00', '0.00')]],
    expected: 'warning indicator-score',
  },
  {
    kind: '94 % of a target scored in full',
    edits: [[HOTLINE, '得分: 9.80', '得分: 10.00']],
    expected: 'warning indicator-score',
  },
  {
    kind: 'a ceiling exceeded by a tenth scored in full',
    edits: [[HALL, WAITING, '得分: 10.00']],
    expected: 'warning indicator-score',
  },
  {
    kind: 'a qualitative target half reached scored in full',
    edits: [[DATA, '得分: 7.50', '得分: 10.00']],
    expected: 'warning indicator-score',
  },
  {
    kind: 'points above the weight',
    edits: [[HALL, WINDOWS, WINDOWS.replace('8.00', '9.00')]],
    expected: 'warning score-above-weight',
  },
  {
    kind: 'execution points do not follow from the rate: full',
    edits: [[POSTS, '执行得分: 9.75', '执行得分: 10.00']],
    expected: 'warning execution-score',
  },
  {
    kind: 'execution points do not follow from the rate: none',
    edits: [[HALL, '执行得分: 9.59', '执行得分: 0.00']],
    expected: 'warning execution-score',
  },
  {
    kind: 'the total that the scale would give',
    edits: [[HALL, '执行得分: 9.59', '执行得分: 0.00']],
    expected: 'note recomputed-total',
  },
  {
    kind: 'rate and points on a budget of 0',
    edits: [
      [
        OVERALL,
        '  - 来源: 县（市、区）安排\n    年初预算数: 0.00\n    全年预算数: 0.00\n    全年执行数: 0.00\n',
        '  - 来源: 县（市、区）安排\n    年初预算数: 0.00\n    全年预算数: 0.00\n    全年执行数: 0.00\n    执行率: 100.00%\n    得分: 10\n',
      ],
    ],
    expected: 'warning zero-budget',
  },
  {
    kind: 'an execution rate that does not follow',
    edits: [[OVERALL, '执行率: 97.16%', '执行率: 99.16%']],
    expected: 'warning execution-rate',
  },
  {
    kind: 'an execution rate with fewer decimals',
    edits: [[OVERALL, '执行率: 97.16%', '执行率: 97%']],
    expected: 'note execution-rate',
  },
  {
    kind: 'execution points of the overall form',
    edits: [[OVERALL, '得分: 9.72', '得分: 10.00']],
    expected: 'warning execution-score',
  },
  {
    kind: 'operators mixed',
    edits: [[HALL, WINDOWS, WINDOWS.replace('>=', '≥')]],
    expected: 'warning mixed-operators',
    at: '≥186个',
  },
  {
    kind: 'operator missing',
    edits: [[HALL, WINDOWS, WINDOWS.replace('>=', '')]],
    expected: 'warning missing-operator',
  },
  {
    kind: 'actual in another unit than the target',
    edits: [[POSTS, '完成值: "=31人"', '完成值: "=31%"']],
    expected: 'warning indicator-unit',
  },
  {
    kind: 'percent sign missing',
    edits: [[HALL, ERRORS, ERRORS.replace('0.31%', '0.31')]],
    expected: 'warning indicator-unit',
  },
  {
    kind: 'unit missing',
    edits: [[HALL, WINDOWS, WINDOWS.replace('=186个"\n            分', '=186"\n            分')]],
    expected: 'note indicator-unit',
  },
  {
    kind: 'a value that cannot be read',
    edits: [[HALL, WINDOWS, WINDOWS.replace('"=186个"', '"=1,86个"')]],
    expected: 'warning unreadable-value',
  },
  {
    kind: 'a qualitative target answered by a number',
    edits: [
      [HALL, '指标值: 提升\n            完成值: 达成年度指标', '指标值: 提升\n            完成值: "=100%"'],
    ],
    expected: 'warning qualitative-actual',
  },
  {
    kind: 'a qualitative target answered in other words',
    edits: [
      [HALL, '指标值: 提升\n            完成值: 达成年度指标', '指标值: 提升\n            完成值: 有所提升'],
    ],
    expected: 'warning qualitative-actual',
  },
  {
    kind: 'a name that counts otherwise',
    edits: [[HALL, '三级指标: 开放服务窗口数\n', '三级指标: 180个开放服务窗口\n']],
    expected: 'warning indicator-name',
  },
  {
    kind: 'a name with another unit',
    edits: [[HALL, '三级指标: 开放服务窗口数\n', '三级指标: 开放服务窗口数（人）\n']],
    expected: 'warning indicator-name',
  },
  {
    kind: 'actual in the form and in the goal text disagree',
    edits: [[HALL, '全年开放服务窗口186个，', '全年开放服务窗口168个，']],
    expected: 'warning goal-text-number',
  },
  {
    kind: 'something in the goal text, nothing in the form',
    edits: [[POSTS, '完成值: "=31人"', '完成值: "=0人"']],
    expected: 'warning goal-text-number',
  },
  {
    kind: 'the target in the goal text',
    edits: [[HALL, '正常运行，开放服务窗口186个', '正常运行，开放服务窗口200个']],
    expected: 'warning goal-text-number',
  },
  {
    kind: 'cost and money row disagree',
    edits: [[HALL, '完成值: "=395.42万元"', '完成值: "=395.41万元"']],
    expected: 'warning cost-against-outturn',
  },
  {
    kind: 'cost in 元 for 万元',
    edits: [[HALL, '指标值: "<=412.46万元"', '指标值: "<=412.46元"']],
    expected: 'warning cost-against-outturn',
  },
  {
    kind: 'a rate of cost control against the money',
    edits: [[HALL, '三级指标: 办件差错率', '三级指标: 经费成本控制率']],
    expected: 'warning cost-rate',
  },
  {
    kind: 'money under social costs',
    edits: [[HALL, '二级指标: 经济成本指标', '二级指标: 社会成本指标']],
    expected: 'warning cost-level',
  },
  {
    kind: 'points lost without a reason',
    edits: [[HALL, WAITING, '得分: 9.00']],
    expected: 'warning missing-deviation-reason',
  },
  {
    kind: 'points lost without a reason in the overall form',
    edits: [[OVERALL, '            偏差原因: 重要数据目录尚待上级主管部门审定，配套细则未能印发\n', '']],
    expected: 'warning missing-deviation-reason',
  },
  {
    kind: 'a reason beside full marks',
    edits: [[HALL, WINDOWS, `${WINDOWS}            偏差原因: 部分窗口尚未启用\n`]],
    expected: 'warning idle-deviation-reason',
  },
  {
    kind: 'a reason that explains nothing',
    edits: [[HALL, WAITING, '得分: 9.00\n            偏差原因: 此项目为单位保障项目。属于补助资金。']],
    expected: 'warning empty-deviation-reason',
  },
  {
    kind: 'a reason of one word',
    edits: [[HALL, WAITING, '得分: 9.00\n            偏差原因: 无']],
    expected: 'warning empty-deviation-reason',
  },
  {
    kind: 'one sentence copied',
    edits: [
      [
        HALL,
        WAITING,
        '得分: 9.00\n            偏差原因: 汛期和供暖初期来电集中，短时排队较多；已组建兼职座席队伍并上线智能应答分流',
      ],
    ],
    expected: 'warning copied-deviation-reason',
  },
  {
    kind: 'over-fulfilment unexplained',
    edits: [
      [
        PLATFORM,
        '            偏差原因: 自治区统一部署电子证照应用，市直部门年中增报系统接入需求；今后编制目标时充分征集部门需求，提高目标的准确性\n',
        '',
      ],
    ],
    expected: 'warning over-fulfilment',
  },
  {
    kind: 'no 满意度指标',
    edits: [[HALL, '一级指标: 满意度指标', '一级指标: 其他指标']],
    expected: 'warning missing-level',
  },
  {
    kind: 'a first level doubled',
    edits: [[HALL, '一级指标: 成本指标', '一级指标: 产出指标']],
    expected: 'warning doubled-level',
  },
  {
    kind: 'a second level doubled',
    edits: [[HALL, '二级指标: 质量指标', '二级指标: 数量指标']],
    expected: 'warning doubled-level',
  },
  {
    kind: 'weights that do not make 90',
    edits: [[HALL, WINDOWS, WINDOWS.replace('分值: 8', '分值: 9').replace('8.00', '9.00')]],
    expected: 'warning indicator-weights',
  },
  {
    kind: 'weights of a first level',
    edits: [[HALL, WINDOWS, WINDOWS.replace('分值: 8', '分值: 9').replace('8.00', '9.00')]],
    expected: 'warning level-weights',
  },
  {
    kind: 'weights of the sources',
    edits: [[OVERALL, '    分值: 10\n    执行率', '    分值: 20\n    执行率']],
    expected: 'warning indicator-weights',
  },
  {
    kind: 'a total in the text',
    edits: [[HALL, '大厅标准化服务水平稳步提升。', '自评得分为99分。']],
    expected: 'warning stated-grade',
  },
  {
    kind: 'a grade in the text',
    edits: [[HALL, '大厅标准化服务水平稳步提升。', '评价等级为“良”。']],
    expected: 'warning stated-grade',
  },
  {
    kind: 'forms cover less than the project expenditure',
    edits: [
      [POSTS, '    全年执行数: 818646.41', '    全年执行数: 8186.46'],
      [ACCOUNTS, '  绩效.项目.全年执行数: 30494466.40\n', ''],
    ],
    expected: 'warning project-coverage',
  },
  {
    kind: 'other money that the accounts do not have',
    edits: [[PLATFORM, '    全年执行数: 184237.81', '    全年执行数: 284237.81']],
    expected: 'warning project-funds',
  },
  {
    kind: 'the overall form’s total',
    edits: [[OVERALL, '    全年执行数: 4652307.37', '    全年执行数: 4752307.37']],
    expected: 'warning overall-total',
  },
  {
    kind: 'sources confused with kinds: basic expenditure on the row of a source',
    edits: [
      [OVERALL, '    全年执行数: 50080788.51', '    全年执行数: 28945925.85'],
      [OVERALL, '    全年执行数: 4652307.37', '    全年执行数: 30494466.40'],
    ],
    expected: 'warning sources-as-kinds',
    at: '28945925.85',
  },
  {
    kind: 'sources confused with kinds: project expenditure as other money',
    edits: [
      [OVERALL, '    全年执行数: 50080788.51', '    全年执行数: 28945925.85'],
      [OVERALL, '    全年执行数: 4652307.37', '    全年执行数: 30494466.40'],
    ],
    expected: 'warning sources-as-kinds',
    at: '30494466.40',
  },
  {
    kind: 'initial budgets',
    edits: [[OVERALL, '    年初预算数: 48494454.20', '    年初预算数: 47494454.20']],
    expected: 'warning initial-budget',
  },
  {
    kind: 'other money’s initial budget',
    edits: [[OVERALL, '    年初预算数: 4485100.00', '    年初预算数: 485100.00']],
    expected: 'warning initial-budget',
  },
  {
    kind: 'a project named after a level that gave nothing',
    edits: [[HALL, '项目名称: 政务服务大厅运行保障经费', '项目名称: 自治区政务服务专项资金']],
    expected: 'warning regional-funds',
  },
  {
    kind: 'a surplus project of this year’s money',
    edits: [[POSTS, '项目名称: 窗口公益性岗位补贴', '项目名称: 窗口公益性岗位补贴（结余项目）']],
    expected: 'warning surplus-project',
  },
  {
    kind: 'one result in two projects',
    edits: [
      [
        BENEFITS,
        '          - 三级指标: 帮办代办项目\n            指标值: ">=80个"\n            完成值: "=88个"',
        '          - 三级指标: 开放服务窗口数\n            指标值: ">=186个"\n            完成值: "=186个"',
      ],
    ],
    expected: 'warning same-result-twice',
  },
  {
    kind: 'one indicator with two values',
    edits: [[BENEFITS, '完成值: "=3547户"', '完成值: "=3457户"']],
    expected: 'warning indicator-contradiction',
  },
];

describe('mistakes of self-evaluation forms', () => {
  it.each(FORMS)('$kind: $expected', async (plant) => {
    const findings = await findingsAfter(plant);
    expect(summaries(findings, plant.at)).toContain(plant.expected);
    // Forms were approved as they are: nothing in them may stop a booklet. Control totals are the accounts' matter.
    const errors = findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'approved-total');
    expect(summaries(errors)).toEqual([]);
  });

  it('follows the pack’s scale', async () => {
    const edits = [
      ['templates/xinjiang-2023/pack.yaml', '  超额说明: 120', '  超额说明: 150'],
      [
        PLATFORM,
        '            偏差原因: 自治区统一部署电子证照应用，市直部门年中增报系统接入需求；今后编制目标时充分征集部门需求，提高目标的准确性\n',
        '',
      ],
    ] as const;
    expect(summaries(await findingsAfter({ edits }))).not.toContain('warning over-fulfilment');
  });

  it('says what is wrong with the scale itself', async () => {
    const edits = [['templates/xinjiang-2023/pack.yaml', '  超额说明: 120', '  超额说明: 很多']] as const;
    const [finding] = await findingsAfter({ edits });
    expect(finding?.text).toContain('超额说明: 很多');
    expect(finding?.severity).toBe('error');
  });
});
