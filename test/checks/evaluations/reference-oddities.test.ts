import { beforeAll, describe, expect, it } from 'vitest';
import { EVALUATION_CHECKS } from '../../../src/checks/evaluation-checks.ts';
import { TEXT_CHECKS } from '../../../src/checks/text-checks.ts';
import { compileSite } from '../../../src/compile/compile-site.ts';
import { realFiles, textOf } from '../../support/project.ts';

/** A known oddity of the reference booklet, and each finding about it: file, words of the line, severity and rule. */
const ODDITIES: Readonly<
  Record<string, readonly (readonly [file: string, line: string, finding: string])[]>
> = {
  'O8 other money of the forms': [['performance/project-1', '全年执行数: 159.86', 'note project-funds']],
  'O9 108.08 of project expenditure has no form': [
    ['accounts', '绩效.项目.全年执行数: 254.73', 'warning project-coverage'],
  ],
  'O10 sources confused with kinds': [
    ['performance/overall', '资金:', 'warning overall-total'],
    ['performance/overall', '全年执行数: 151.14', 'warning sources-as-kinds'],
    ['performance/overall', '全年执行数: 362.81', 'warning sources-as-kinds'],
  ],
  'O11 initial budgets': [['performance/overall', '年初预算数: 259.58', 'warning initial-budget']],
  'O14 32 trained, 0 in the form; 个 for people': [
    ['performance/overall', '完成值: "0"', 'warning goal-text-number'],
    ['performance/overall', '指标值: ">=1个"', 'warning indicator-name'],
    ['narrative', '职业经理人32人', 'warning narrative-number'],
  ],
  'O15 points on a row without money': [['performance/overall', '执行率: 100%', 'warning zero-budget']],
  'O16 funds of the region': [['performance/overall', '全年执行数: 0.00', 'warning regional-funds']],
  'O17 levels doubled, 90 without %, a zero without reason': [
    ['performance/overall', '二级指标: 数量指标', 'warning doubled-level'],
    ['performance/overall', '一级指标: 履职效能', 'warning doubled-level'],
    ['performance/overall', '二级指标: 数量指标', 'warning doubled-level'],
    ['performance/overall', '完成值: "90"', 'warning indicator-unit'],
    ['performance/overall', '完成值: "0"', 'note indicator-unit'],
    ['performance/overall', '得分: 0', 'warning missing-deviation-reason'],
  ],
  'O18 two names of one body; a department or an institution': [
    ['narrative', '主要职能: 昌吉州中小企业发展服务中心', 'note two-names'],
    ['narrative', '是政府工作部门', 'note kind-in-text'],
  ],
  'O24 100% beside 100.00%': [['performance/overall', '执行率: 100%', 'note execution-rate']],
  'one reason under two figures': [['narrative', '支出.2011399.一般公共预算.合计', 'warning copied-reason']],
  'F1 国密改造': [
    ['performance/project-1', '执行得分: 10.00', 'warning execution-score'],
    ['performance/project-1', '完成值: "=95%"', 'warning cost-rate'],
    ['performance/project-1', '完成值: "=100%"', 'warning qualitative-actual'],
    ['performance/project-1', '完成值: "=100%"', 'warning qualitative-actual'],
  ],
  'F2 网站改版': [
    ['performance/project-2', '指标值: "≥95%"', 'warning mixed-operators'],
    ['performance/project-2', '完成值: "=100%"', 'warning qualitative-actual'],
  ],
  'F3 律师咨询费': [
    ['performance/project-3', '指标:', 'warning missing-level'],
    ['performance/project-3', '一级指标: 效益指标', 'warning level-weights'],
    ['performance/project-3', '完成值: "=100%"', 'warning qualitative-actual'],
    ['performance/project-3', '完成值: "=100%"', 'warning qualitative-actual'],
  ],
  'F4 政策信息': [
    ['performance/project-4', '执行得分: 0.00', 'warning execution-score'],
    ['performance/project-4', '执行得分: 0.00', 'note recomputed-total'],
    ['performance/project-4', '得分: 0.00', 'warning indicator-score'],
    ['performance/project-4', '完成值: "=100%"', 'warning cost-rate'],
    ['performance/project-4', '两年期项目', 'warning idle-deviation-reason'],
    ['performance/project-4', '完成值: "=100%"', 'warning qualitative-actual'],
  ],
  'F5 政企直通码': [
    ['performance/project-5', '得分: 0.00', 'warning indicator-score'],
    ['performance/project-5', '执行得分: 10.00', 'note recomputed-total'],
    ['performance/project-5', '完成值: "=100%"', 'warning qualitative-actual'],
  ],
  'F6 自治区专项': [
    ['performance/project-6', '执行得分: 10.00', 'warning execution-score'],
    ['performance/project-6', '执行得分: 10.00', 'note recomputed-total'],
    ['performance/project-6', '完成值: "=6家"', 'warning over-fulfilment'],
    ['performance/project-6', '二级指标: 社会成本指标', 'warning cost-level'],
    ['performance/project-6', '指标值: "≥90%"', 'warning mixed-operators'],
    ['performance/project-6', '完成值: "=100%"', 'warning qualitative-actual'],
    ['performance/project-6', '完成值: "=100%"', 'warning qualitative-actual'],
  ],
  'F7 结余项目': [
    ['performance/project-7', '三级指标: 志愿服务企业户数', 'warning same-result-twice'],
    ['performance/project-7', '全年执行数: 5.00', 'warning surplus-project'],
    ['performance/project-7', '完成值: "=100%"', 'warning qualitative-actual'],
  ],
  'F8 运转类': [
    ['performance/project-8', '执行得分: 0.00', 'warning execution-score'],
    ['performance/project-8', '执行得分: 0.00', 'note recomputed-total'],
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
    ['performance/project-8', '完成值: "=100%"', 'warning qualitative-actual'],
  ],
};

const FOLDER = 'content/units/changji-sme/2023/';
/** The rules of forms and texts; what is found in the accounts is another matter. */
const RULES = new Set([...EVALUATION_CHECKS, ...TEXT_CHECKS].map(({ rule }) => rule));

interface Found {
  readonly file: string;
  readonly line: string;
  readonly finding: string;
}

let found: readonly Found[];

beforeAll(async () => {
  const files = await realFiles('changji-sme');
  found = compileSite(files)
    .diagnostics.filter(({ rule }) => RULES.has(rule))
    .map(({ place, severity, rule }) => ({
      file: place.file.slice(FOLDER.length, -'.yaml'.length),
      line: textOf(files, place.file).split('\n')[place.line - 1] ?? '',
      finding: `${severity} ${rule}`,
    }));
});

describe('the oddities of the reference booklet', () => {
  it.each(Object.entries(ODDITIES))('%s', (_, expected) => {
    for (const [file, line, finding] of expected) {
      const here = found
        .filter((one) => one.file === file && one.line.includes(line))
        .map((one) => one.finding);
      expect(here).toContain(finding);
    }
  });

  it('are all that is found in its forms and texts', () => {
    expect(found.length).toBe(Object.values(ODDITIES).flat().length);
    expect(found.filter(({ finding }) => finding.startsWith('error'))).toEqual([]);
  });
});
