import type { LoadedEvaluation } from '../../accounts/load.ts';
import { valuesOf } from '../../accounts/measurement.ts';
import type { Indicator, OverallEvaluation, ProjectEvaluation } from '../../accounts/schema/evaluation.ts';
import type { YamlPath } from '../../source/yaml.ts';
import type { Definitions, Ledger } from '../definitions.ts';
import type { LaidDown } from '../laid-down.ts';
import type { FigureContext } from './context.ts';

const MONEY = { initialBudget: '年初预算数', adjustedBudget: '全年预算数', outturn: '全年执行数' } as const;
type Money = Readonly<Record<keyof typeof MONEY, Parameters<Definitions['amount']>[4]>>;

/**
 * Performance self-evaluation forms: `绩效.<form>.资金.<row>.全年执行数`, `绩效.<form>.指标.<n>.得分`, `绩效.<form>.总分`;
 * and the sums that the explanations state, `绩效.项目.全年执行数` (R76), with their execution rate (P01).
 */
export function defineEvaluations({ definitions, year, executionWeight }: FigureContext): void {
  const sums: Record<'整体' | '项目', string[]> = { 整体: [], 项目: [] };
  for (const evaluation of year.evaluations) {
    const { value, name } = evaluation;
    sums[value.kind].push(name);
    if (value.kind === '整体') defineOverall(definitions, evaluation, value);
    else defineProject(definitions, evaluation, value, executionWeight);
  }
  for (const [kind, names] of Object.entries(sums)) {
    const forms = year.evaluations
      .filter(({ value }) => value.kind === kind)
      .map(({ document }) => ({ document, path: [] }));
    definitions.counted(`绩效.${kind}.个数`, `${kind}支出绩效自评表份数`, '个', forms);
    const row = kind === '整体' ? '合计' : '年度资金总额';
    for (const column of Object.values(MONEY)) {
      const inputs = names.map((name) => `绩效.${name}.资金.${row}.${column}`);
      definitions.sum(`绩效.${kind}.${column}`, `${kind}支出绩效自评${column}`, inputs);
    }
    definitions.percentage(
      `绩效.${kind}.执行率`,
      `${kind}支出预算执行率`,
      `绩效.${kind}.全年执行数`,
      `绩效.${kind}.全年预算数`,
    );
  }
}

function defineMoneyRow(
  definitions: Definitions,
  ledger: Ledger,
  id: string,
  label: string,
  path: YamlPath,
  money: Money,
): void {
  for (const [key, column] of Object.entries(MONEY)) {
    definitions.amount(
      `${id}.${column}`,
      `${label}${column}`,
      ledger,
      [...path, column],
      money[key as keyof typeof MONEY],
    );
  }
}

function defineSums(
  definitions: Definitions,
  root: string,
  label: string,
  total: string,
  rows: readonly string[],
): void {
  for (const column of Object.values(MONEY)) {
    const inputs = rows.map((row) => `${root}.资金.${row}.${column}`);
    definitions.sum(`${root}.资金.${total}.${column}`, `${label}${total}${column}`, inputs);
  }
}

function defineOverall(
  definitions: Definitions,
  { name, document }: LoadedEvaluation,
  value: OverallEvaluation,
): void {
  const root = `绩效.${name}`;
  const label = '整体自评表';
  const ledger = { document, moneyUnit: value.moneyUnit };
  value.sources.forEach((source, index) => {
    const path = ['资金', index];
    const id = `${root}.资金.${source.name}`;
    defineMoneyRow(definitions, ledger, id, `${label}${source.name}`, path, source);
    for (const [key, points] of [
      ['得分', source.score],
      ['分值', source.weight],
    ] as const) {
      if (points === undefined) continue;
      const entry = { document, path: [...path, key] };
      definitions.count(`${id}.${key}`, `${label}${source.name}${key}`, '分', entry, points);
    }
  });
  defineSums(
    definitions,
    root,
    label,
    '合计',
    value.sources.map((source) => source.name),
  );
  defineIndicators(definitions, { name, document, value });
}

function defineProject(
  definitions: Definitions,
  { name, document }: LoadedEvaluation,
  value: ProjectEvaluation,
  executionWeight: LaidDown,
): void {
  const root = `绩效.${name}`;
  const label = `“${value.name}”`;
  const ledger = { document, moneyUnit: value.moneyUnit };
  const { currentYear, carriedOver, other } = value.sources;
  const rows = {
    当年财政拨款: currentYear,
    ...(carriedOver && { 上年结转资金: carriedOver }),
    其他资金: other,
  };
  for (const [row, money] of Object.entries(rows)) {
    defineMoneyRow(definitions, ledger, `${root}.资金.${row}`, `${label}${row}`, ['资金', row], money);
  }
  defineSums(definitions, root, label, '年度资金总额', Object.keys(rows));
  defineScores(definitions, { name, document }, value, executionWeight);
}

/** The points of a project form: of the money row, of all indicators, and together. */
function defineScores(
  definitions: Definitions,
  { name, document }: Pick<LoadedEvaluation, 'name' | 'document'>,
  value: ProjectEvaluation,
  executionWeight: LaidDown,
): void {
  const root = `绩效.${name}`;
  const label = `“${value.name}”`;
  definitions.percentage(
    `${root}.执行率`,
    `${label}执行率`,
    `${root}.资金.年度资金总额.全年执行数`,
    `${root}.资金.年度资金总额.全年预算数`,
  );
  const execution = { document, path: ['执行得分'] };
  definitions.count(`${root}.执行得分`, `${label}执行得分`, '分', execution, value.executionScore);
  definitions.set(`${root}.执行分值`, `${label}执行分值`, '分', executionWeight);
  const indicators = defineIndicators(definitions, { name, document, value });
  definitions.sum(
    `${root}.总分值`,
    `${label}总分值`,
    [`${root}.执行分值`, ...indicators.map((id) => `${id}.分值`)],
    '分',
  );
  definitions.sum(
    `${root}.总分`,
    `${label}总分`,
    [`${root}.执行得分`, ...indicators.map((id) => `${id}.得分`)],
    '分',
  );
}

/** The indicators of a form, numbered from 1 through all levels; returns their ids. */
function defineIndicators(
  definitions: Definitions,
  { name, document, value }: Omit<LoadedEvaluation, 'whole'>,
): readonly string[] {
  const ids: string[] = [];
  value.indicators.forEach((first, i) => {
    first.groups.forEach((second, j) => {
      second.indicators.forEach((indicator, k) => {
        const id = `绩效.${name}.指标.${ids.length + 1}`;
        defineIndicator(definitions, id, { document, path: ['指标', i, '二级', j, '三级', k] }, indicator);
        ids.push(id);
      });
    });
  });
  return ids;
}

function defineIndicator(
  definitions: Definitions,
  id: string,
  entry: { readonly document: Ledger['document']; readonly path: YamlPath },
  indicator: Indicator,
): void {
  const at = (key: string) => ({ document: entry.document, path: [...entry.path, key] });
  definitions.count(`${id}.分值`, `“${indicator.name}”分值`, '分', at('分值'), indicator.weight);
  definitions.count(`${id}.得分`, `“${indicator.name}”得分`, '分', at('得分'), indicator.score);
  const { target, actual } = valuesOf(indicator);
  for (const [key, measurement] of [
    ['指标值', target],
    ['完成值', actual],
  ] as const) {
    if (measurement !== undefined) {
      definitions.read(`${id}.${key}`, `“${indicator.name}”${key}`, '指标值', at(key), measurement.number);
    }
  }
}
