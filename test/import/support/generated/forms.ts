import { MONEY_COLUMNS, type FormKind } from '../../../../src/accounts/forms/form-kind.ts';
import { formFileName } from '../../../../src/accounts/forms/form-file-name.ts';
import { levelKey, levelList } from '../../../../src/accounts/forms/indicator-levels.ts';
import type { Pack, PackForm } from '../../../../src/pack/pack.ts';
import type { RawFile } from '../../../../src/source/source-file.ts';
import { textFile } from '../../../support/project.ts';
import type { Draws } from './draws.ts';
import { CAUSES, EFFECTS, MATTERS } from './words.ts';

const SOURCES = ['中央安排', '自治区安排', '地（州、市）安排', '县（市、区）安排', '其他资金'];
const TOP = ['产出指标', '成本指标', '效益指标', '满意度指标'];
const MIDDLE = ['数量指标', '质量指标', '时效指标', '社会效益指标', '服务对象满意度指标'];
const OBJECTS = [
  '培训人次',
  '设备完好率',
  '办结及时率',
  '补助发放户数',
  '群众满意度',
  '报告份数',
  '系统可用率',
];
const TARGETS = ['>=95%', '=12次', '<=30个工作日', '逐步提高', '>=1200人次', '100%', '=3.5万元'];
const ACTUALS = ['=97.2%', '=12次', '28个工作日', '达成年度指标', '1305人次', '100%', '=3.42万元'];
const BASES = ['年度工作计划', '部门职责', '历史数据'];

/** The self-evaluation forms of a unit: of each kind that its pack prints as many as there may be. */
export function generatedForms(draws: Draws, pack: Pack, folder: string): readonly RawFile[] {
  return pack.forms.flatMap((form) => {
    if (form.layout === undefined) return [];
    const count = draws.numbers.between(0, form.kind.count === 'one' ? 1 : 3);
    return Array.from({ length: count }, (_, index) => {
      const name = formFileName(form.kind, pack.forms, index + 1);
      return textFile(`${folder}/performance/${name}`, formText(draws, form, index));
    });
  });
}

function formText(draws: Draws, { kind }: PackForm, index: number): string {
  const { nameKey, money, executionPoints, indicators } = kind;
  const about = `${draws.pick(MATTERS)}${['一期', '二期', '三期'][index] ?? ''}经费`;
  return [
    `类型: ${kind.key}\n`,
    nameKey === undefined ? '' : `${nameKey}: ${about}\n`,
    nameKey === undefined || draws.numbers.between(0, 1) === 0 ? '' : '实施单位: 示例市服务中心\n',
    money === undefined ? '' : `金额单位: ${draws.shape.unit}\n资金:\n${moneyText(draws, kind)}`,
    executionPoints ? `执行得分: ${points(draws, 10)}\n` : '',
    indicators === undefined ? `得分: ${points(draws, 100)}\n` : `${goals(draws)}指标:\n`,
    indicators === undefined ? '' : levelText(draws, kind, 1),
  ].join('');
}

function moneyText(draws: Draws, kind: FormKind): string {
  const columns = (indent: string): string =>
    Object.values(MONEY_COLUMNS)
      .map((column) => `${indent}${column}: ${draws.written(draws.perhaps())}\n`)
      .join('');
  const rows = kind.money?.rows;
  if (rows === undefined)
    return SOURCES.slice(0, draws.numbers.between(1, 5))
      .map((name, index) => {
        const scored = index === 0 && !kind.executionPoints;
        const beside = scored ? `    分值: 10\n    执行率: 97.16%\n    得分: ${points(draws, 10)}\n` : '';
        return `  - 来源: ${name}\n${columns('    ')}${beside}`;
      })
      .join('');
  return rows
    .filter(({ optional }) => !optional || draws.numbers.between(0, 1) === 1)
    .map(({ name }) => `  ${name}:\n${columns('    ')}`)
    .join('');
}

function goals(draws: Draws): string {
  const told = (): string =>
    Array.from(
      { length: draws.numbers.between(1, 3) },
      (_, at) => `    目标${at + 1}：${sentence(draws)}。\n`,
    ).join('');
  return `年度总体目标:\n  预期目标: |-\n${told()}  实际完成情况: |-\n${told()}`;
}

function sentence(draws: Draws): string {
  return `${draws.pick(MATTERS)}${draws.pick(CAUSES)}，${draws.pick(MATTERS)}${draws.pick(EFFECTS)}`;
}

/** The headings of a level from 1 with what is below them; of the last, the indicators. */
function levelText(draws: Draws, kind: FormKind, level: number): string {
  const { levels, columns } = kind.indicators ?? { levels: 1, columns: [] };
  const indent = '    '.repeat(level - 1) + '  ';
  const count = draws.numbers.between(1, 3);
  if (level < levels) {
    const names = draws.some(level === 1 ? TOP : MIDDLE, count);
    return names
      .map(
        (name) =>
          `${indent}- ${levelKey(level)}: ${name}\n${indent}  ${levelList(level + 1)}:\n${levelText(draws, kind, level + 1)}`,
      )
      .join('');
  }
  return draws
    .some(OBJECTS, count)
    .map((name) => {
      const weight = draws.numbers.between(2, 15);
      const score = points(draws, weight);
      return [
        `${indent}- ${levelKey(level)}: ${name}\n${indent}  指标值: "${draws.pick(TARGETS)}"\n`,
        columns.includes('设定依据') ? `${indent}  设定依据: ${draws.pick(BASES)}\n` : '',
        `${indent}  完成值: "${draws.pick(ACTUALS)}"\n${indent}  分值: ${weight}\n${indent}  得分: ${score}\n`,
        columns.includes('偏差原因') && Number(score) < weight
          ? `${indent}  偏差原因: ${draws.pick(MATTERS)}${draws.pick(CAUSES)}\n`
          : '',
      ].join('');
    })
    .join('');
}

/** Points up to a weight: mostly all of them. */
function points(draws: Draws, most: number): string {
  return draws.numbers.between(0, 2) > 0
    ? most.toFixed(2)
    : (draws.numbers.between(0, most * 100) / 100).toFixed(2);
}
