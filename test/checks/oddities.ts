/** Where a finding stands and what it is: file, words of its line, `severity rule`. */
export type Finding = readonly [file: string, line: string, finding: string];

/**
 * The known oddities of the published booklet, by their numbers: O1–O24 of its figures, overall form and text, F1–F8 of
 * its project forms. The half-width punctuation of §五 (part of O24) is not among the input: the pack prints full-width.
 */
export const ODDITIES: Readonly<Record<string, readonly Finding[]>> = {
  'O1 收入总计 513.95, its parts 513.96': [['accounts', '收入.总计: 513.95', 'note approved-total']],
  'O2 住房保障 printed 2.88 %, 2.885 would round to 2.89': [
    ['accounts', '支出.221.一般公共预算.合计.占比: 2.88', 'note pinned-print'],
  ],
  'O3 five 类 make 292.53, the total is 292.54': [
    ['accounts', '支出.一般公共预算.合计: 292.54', 'note sum-over-codes'],
  ],
  'O4 so do eleven 项, of expenditure and of revenue': [
    ['accounts', '支出.一般公共预算.合计: 292.54', 'note sum-over-codes'],
    ['accounts', '收入.一般公共预算财政拨款收入: 292.54', 'note approved-total'],
    ['accounts', '收入.财政拨款收入: 292.54', 'note sum-over-codes'],
    ['accounts', '收入.本年收入合计: 292.54', 'note sum-over-codes'],
    ['accounts', '财政拨款.本年支出: 292.54', 'note sum-over-codes'],
  ],
  'O5 last year’s 项 make 450.52, the total is 450.53': [
    ['2022/accounts', '支出.一般公共预算.合计: 450.53', 'note prior-sums'],
  ],
  'O6 basic 项 make 151.13, 基本支出 is 151.14, of all money and of the general budget': [
    ['accounts', '支出.基本支出: 151.14', 'note sum-over-codes'],
    ['accounts', '支出.一般公共预算.基本支出: 151.14', 'note approved-total'],
  ],
  'O7 141.40 and 221.42 make 362.82, 项目支出 is 362.81': [
    ['accounts', '支出.项目支出: 362.81', 'note non-fiscal-balance'],
  ],
  'O8 其他资金 of the forms 221.43, 使用非财政拨款结余 221.42': [
    ['performance/project-1', '全年执行数: 159.86', 'note project-funds'],
  ],
  'O9 108.08 of project expenditure has no form, and the overall form counts its contest as done': [
    ['accounts', '绩效.项目.全年执行数: 254.73', 'warning project-coverage'],
  ],
  'O10 基本支出 and 项目支出 on the rows of sources': [
    ['performance/overall', '全年执行数: 151.14', 'warning sources-as-kinds'],
    ['performance/overall', '全年执行数: 362.81', 'warning sources-as-kinds'],
  ],
  'O11 the initial budget lacks the fiscal projects, or has them elsewhere': [
    ['performance/overall', '年初预算数: 259.58', 'warning initial-budget'],
  ],
  'O12 增长 100.00% from nothing, four times': [
    ['narrative', '支出.2080506.一般公共预算.合计', 'note growth-from-zero'],
    ['narrative', '支出.2150517.一般公共预算.合计', 'note growth-from-zero'],
    ['narrative', '三公经费.决算数.合计:', 'note growth-from-zero'],
    ['narrative', '三公经费.决算数.公务用车购置及运行维护费', 'note growth-from-zero'],
  ],
  'O13 增加 0.00, 增长 0.00 % and 差异率 0.00 %, with a reason or without a base': [
    ['narrative', '支出.2101199.一般公共预算.合计', 'note unchanged-reason'],
    ['narrative', '三公经费.决算数.合计.预决算差异率', 'note unchanged-reason'],
    ['narrative', '三公经费.决算数.公务用车运行维护费.预决算差异率', 'note unchanged-reason'],
    ['accounts', '决算数:', 'note growth-from-zero'],
    ['accounts', '全年预算数:', 'note budget-and-outturn'],
  ],
  'what the reference does not disclose': [['accounts', '项目支出: 未公开', 'note undisclosed-entries']],
  'O14 个 for persons; 0 in the form, 32 in its text and in §十一': [
    ['performance/overall', '指标值: ">=1个"', 'warning indicator-name'],
    ['performance/overall', '完成值: "0"', 'warning goal-text-number'],
    ['narrative', '职业经理人32人', 'warning narrative-number'],
  ],
  'O15 10 points and 100 % on a row without money': [
    ['performance/overall', '执行率: 100%', 'warning zero-budget'],
  ],
  'O16 自治区安排 0.00 beside two projects of the region': [
    ['performance/overall', '全年执行数: 0.00', 'warning regional-funds'],
  ],
  'O17 levels doubled, 90 without %, units left out, a zero without reason': [
    ['performance/overall', '二级指标: 数量指标', 'warning doubled-level'],
    ['performance/overall', '二级指标: 数量指标', 'warning doubled-level'],
    ['performance/overall', '一级指标: 履职效能', 'warning doubled-level'],
    ['performance/overall', '完成值: "90"', 'warning indicator-unit'],
    ['performance/overall', '完成值: "0"', 'note indicator-unit'],
    ['performance/overall', '得分: 0', 'warning missing-deviation-reason'],
  ],
  'O18 two names of one body; a department or an institution': [
    ['narrative', '主要职能: 昌吉州中小企业发展服务中心', 'note two-names'],
    ['narrative', '是政府工作部门', 'note kind-in-text'],
  ],
  'O19 公用经费 under the heading 机关运行经费': [
    ['accounts', '基本支出.公用经费: 10.74', 'note agency-operating'],
  ],
  'O20 §六 omits 公务用车运行维护费, 三公 has 1.68': [
    ['accounts', '公务用车运行维护费: 1.68', 'note three-public-basic-part'],
  ],
  'O21 公务用车运行费 beside 运行维护费, in the template and in its glossary': [
    [
      'templates/xinjiang-2023/partials/vehicle-operation-variance',
      '公务用车运行费全年预算数',
      'note mixed-terms',
    ],
    ['templates/xinjiang-2023/glossary', '公务用车购置及运行费', 'note mixed-terms'],
  ],
  'O22 车辆 0, 保有量 1': [['accounts', '公务用车保有量: 1', 'note vehicles-held']],
  'O23 a reason for the growth of all money names only non-fiscal projects': [
    ['narrative', '收入.总计: 本年度增加', 'note opposite-changes'],
  ],
  'O24 100% and 10 beside 100.00% and 10.00': [
    ['performance/overall', '执行率: 100%', 'note execution-rate'],
  ],
  'one reason under two figures': [['narrative', '支出.2011399.一般公共预算.合计', 'warning copied-reason']],

  'F1 国密改造': [
    ['performance/project-1', '执行得分: 10.00', 'warning execution-score'],
    ['performance/project-1', '完成值: "=95%"', 'warning cost-rate'],
  ],
  'F2 网站改版': [['performance/project-2', '指标值: "≥95%"', 'warning mixed-operators']],
  'F3 律师咨询费': [
    ['performance/project-3', '指标:', 'warning missing-level'],
    ['performance/project-3', '一级指标: 效益指标', 'warning level-weights'],
  ],
  'F4 政策信息': [
    ['performance/project-4', '执行得分: 0.00', 'warning execution-score'],
    ['performance/project-4', '得分: 0.00', 'warning indicator-score'],
    ['performance/project-4', '完成值: "=100%"', 'warning cost-rate'],
    ['performance/project-4', '偏差原因: 项目为2023年—2024年两年期项目', 'warning idle-deviation-reason'],
    ['performance/project-4', '执行得分: 0.00', 'note recomputed-total'],
  ],
  'F5 政企直通码': [
    ['performance/project-5', '得分: 0.00', 'warning indicator-score'],
    ['performance/project-5', '执行得分: 10.00', 'note recomputed-total'],
  ],
  'F6 自治区专项': [
    ['performance/project-6', '执行得分: 10.00', 'warning execution-score'],
    ['performance/project-6', '完成值: "=6家"', 'warning over-fulfilment'],
    ['performance/project-6', '二级指标: 社会成本指标', 'warning cost-level'],
    ['performance/project-6', '指标值: "≥90%"', 'warning mixed-operators'],
    ['performance/project-6', '执行得分: 10.00', 'note recomputed-total'],
  ],
  'F7 结余项目': [
    ['performance/project-7', '三级指标: 志愿服务企业户数', 'warning same-result-twice'],
    ['performance/project-7', '全年执行数: 5.00', 'warning surplus-project'],
  ],
  'F8 运转类': [
    ['performance/project-8', '执行得分: 0.00', 'warning execution-score'],
    ['performance/project-8', '完成值: "=1%"', 'warning indicator-unit'],
    ['performance/project-8', '完成值: "=0次"', 'warning goal-text-number'],
    ['performance/project-8', '完成值: "=3个"', 'warning goal-text-number'],
    ['performance/project-8', '完成值: "=3个"', 'warning over-fulfilment'],
    ['performance/project-8', '得分: 0.88', 'warning indicator-score'],
    ['performance/project-8', '完成值: "=4.56万元"', 'warning cost-against-outturn'],
    ['performance/project-8', '得分: 0.00', 'warning indicator-score'],
    ['performance/project-8', '完成值: "=90%"', 'warning cost-rate'],
    ['performance/project-8', '偏差原因: 此项目为单位保障项目', 'warning copied-deviation-reason'],
    ['performance/project-8', '偏差原因: 此项目为单位保障项目', 'warning empty-deviation-reason'],
    ['performance/project-8', '指标值: "≤1人"', 'warning mixed-operators'],
    ['performance/project-8', '执行得分: 0.00', 'note recomputed-total'],
  ],
  'throughout: qualitative targets answered by =100%': [
    ...['project-1', 'project-1', 'project-2', 'project-3', 'project-3', 'project-4', 'project-5'],
    ...['project-6', 'project-6', 'project-7', 'project-8'],
  ].map((form) => [`performance/${form}`, '完成值: "=100%"', 'warning qualitative-actual']),
};
