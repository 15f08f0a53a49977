import { ZERO, type Exact } from '../../accounts/decimal.ts';
import { evaluationName, MONEY_COLUMNS } from '../../accounts/forms/form-kind.ts';
import { indicatorsIn } from '../../accounts/forms/placed-indicators.ts';
import type { LoadedEvaluation } from '../../accounts/load-evaluations.ts';
import { valuesOf } from '../../accounts/measurement.ts';
import type { Evaluation, Indicator, MoneyRow } from '../../accounts/schema/evaluation.ts';
import { nestQuotes } from '../../source/diagnostic.ts';
import type { YamlPath } from '../../source/yaml.ts';
import type { Definitions, Ledger } from '../definitions.ts';
import { gradeOf, type FormRules } from '../form-rules.ts';
import type { FigureContext } from './context.ts';

const COLUMNS = Object.values(MONEY_COLUMNS);

/**
 * Performance self-evaluation forms: `绩效.<form>.资金.<row>.全年执行数`, `绩效.<form>.指标.<n>.得分`, `绩效.<form>.总分`;
 * and what the explanations state of all forms of a kind, `绩效.项目.全年执行数` (R76), with their execution rate (P01),
 * their average and how many have each grade (P13).
 */
export function defineEvaluations({ definitions, year, forms: rules }: FigureContext): void {
  for (const form of year.evaluations) {
    const own = rules.find(({ kind }) => kind.key === form.value.kind.key);
    if (own !== undefined) defineForm(definitions, form, own);
  }
  for (const own of rules) {
    const forms = year.evaluations.filter(({ value }) => value.kind.key === own.kind.key);
    defineKind(definitions, own, forms);
  }
}

function defineKind(
  definitions: Definitions,
  { kind, grades }: FormRules,
  forms: readonly LoadedEvaluation[],
): void {
  const root = `绩效.${kind.key}`;
  const label = evaluationName(kind);
  const entries = (some: readonly LoadedEvaluation[]) => some.map(({ document }) => ({ document, path: [] }));
  definitions.counted(`${root}.个数`, `${kind.title}份数`, '个', entries(forms));
  if (kind.money !== undefined) {
    const { total } = kind.money;
    for (const column of COLUMNS) {
      const inputs = forms.map(({ name }) => `绩效.${name}.资金.${total}.${column}`);
      definitions.sum(`${root}.${column}`, `${label}${column}`, inputs);
    }
    const rate = `${kind.expenditure}预算执行率`;
    definitions.percentage(`${root}.执行率`, rate, `${root}.全年执行数`, `${root}.全年预算数`);
  }
  definePoints(definitions, root, label, forms);
  for (const grade of grades) {
    const graded = forms.filter(({ value }) => gradeOfForm(value, grades) === grade.name);
    const words = `${label}等级为${grade.name}的份数`;
    // Grades are the pack's, whether or not the body was ever given any: they are published where a text prints them.
    definitions.unlisted.add(
      definitions.counted(`${root}.等级.${grade.name}.个数`, words, '个', entries(graded)),
    );
  }
}

/** The points of all forms of a kind and their average: as long as one form tells of none, nobody knows them. */
function definePoints(
  definitions: Definitions,
  root: string,
  label: string,
  forms: readonly LoadedEvaluation[],
): void {
  const total = ({ name }: LoadedEvaluation): string => `绩效.${name}.总分`;
  const scored = forms.map(total).filter((id) => definitions.has(id));
  const sum = [`${root}.得分合计`, `${label}得分合计`] as const;
  if (scored.length === forms.length) definitions.sum(...sum, scored, '分');
  else if (scored.length > 0) definitions.undisclosed(...sum, '分');
  else definitions.unused(...sum, '分');
  definitions.average(`${root}.平均得分`, `${label}平均得分`, `${root}.得分合计`, `${root}.个数`);
}

/** The grade that a form's points make. */
export function gradeOfForm(value: Evaluation, grades: FormRules['grades']): string | undefined {
  const total = pointsOf(value);
  return total === undefined ? undefined : gradeOf(total, grades)?.name;
}

/** All points that a form was given; undefined where it tells of none. */
export function pointsOf(form: Evaluation): Exact | undefined {
  if (form.kind.indicators === undefined) return form.score;
  const all = [
    form.executionScore ?? ZERO,
    ...form.money.map(({ score }) => score ?? ZERO),
    ...indicatorsIn(form).map(({ indicator }) => indicator.score),
  ];
  return all.reduce((sum, one) => sum.plus(one), ZERO);
}

function defineForm(definitions: Definitions, form: LoadedEvaluation, { executionWeight }: FormRules): void {
  const { name, document, value } = form;
  const { kind } = value;
  const root = `绩效.${name}`;
  const label = value.name === undefined ? kind.called : quoted(value.name);
  const points = defineMoney(definitions, form, root, label);
  if (kind.executionPoints) {
    const entry = { document, path: ['执行得分'] };
    definitions.count(`${root}.执行得分`, `${label}执行得分`, '分', entry, value.executionScore ?? ZERO);
    definitions.set(`${root}.执行分值`, `${label}执行分值`, '分', executionWeight);
    points.push({ weight: `${root}.执行分值`, score: `${root}.执行得分` });
  }
  if (kind.indicators === undefined) {
    if (value.score === undefined) return;
    definitions.count(`${root}.总分`, `${label}总分`, '分', { document, path: ['得分'] }, value.score);
    return;
  }
  for (const id of defineIndicators(definitions, form))
    points.push({ weight: `${id}.分值`, score: `${id}.得分` });
  const sum = (key: string, inputs: readonly (string | undefined)[]): string =>
    definitions.sum(
      `${root}.${key}`,
      `${label}${key}`,
      inputs.flatMap((id) => id ?? []),
      '分',
    );
  sum(
    '总分值',
    points.map(({ weight }) => weight),
  );
  sum(
    '总分',
    points.map(({ score }) => score),
  );
}

/** The figures of weight and points of something that is scored. */
interface ScoredIds {
  readonly weight: string | undefined;
  readonly score: string | undefined;
}

/** A form's rows of money with their sums and the execution rate; returns what points they have. */
function defineMoney(
  definitions: Definitions,
  { document, value }: LoadedEvaluation,
  root: string,
  label: string,
): ScoredIds[] {
  const { money } = value.kind;
  if (money === undefined) return [];
  const ledger = { document, moneyUnit: value.moneyUnit };
  const points = value.money.map((row) =>
    defineRow(definitions, ledger, `${root}.资金.${row.name}`, label, row),
  );
  for (const column of COLUMNS) {
    const inputs = value.money.map((row) => `${root}.资金.${row.name}.${column}`);
    definitions.sum(`${root}.资金.${money.total}.${column}`, `${label}${money.total}${column}`, inputs);
  }
  const sums = `${root}.资金.${money.total}`;
  definitions.percentage(`${root}.执行率`, `${label}执行率`, `${sums}.全年执行数`, `${sums}.全年预算数`);
  return points;
}

function defineRow(
  definitions: Definitions,
  ledger: Ledger,
  id: string,
  label: string,
  row: MoneyRow,
): ScoredIds {
  for (const key of ['initialBudget', 'adjustedBudget', 'outturn'] as const) {
    const column = MONEY_COLUMNS[key];
    definitions.amount(
      `${id}.${column}`,
      `${label}${row.name}${column}`,
      ledger,
      [...row.path, column],
      row[key],
    );
  }
  const count = (key: string, points: Exact | undefined): string | undefined =>
    points &&
    definitions.count(
      `${id}.${key}`,
      `${label}${row.name}${key}`,
      '分',
      { document: ledger.document, path: [...row.path, key] },
      points,
    );
  const score = count('得分', row.score);
  return { score, weight: count('分值', row.weight) };
}

/** The indicators of a form, numbered from 1 through all levels; returns their ids. */
function defineIndicators(
  definitions: Definitions,
  { name, document, value }: LoadedEvaluation,
): readonly string[] {
  return indicatorsIn(value).map(({ indicator, path }, index) => {
    const id = `绩效.${name}.指标.${index + 1}`;
    defineIndicator(definitions, id, { document, path }, indicator);
    return id;
  });
}

function defineIndicator(
  definitions: Definitions,
  id: string,
  entry: { readonly document: Ledger['document']; readonly path: YamlPath },
  indicator: Indicator,
): void {
  const called = quoted(indicator.name);
  const at = (key: string) => ({ document: entry.document, path: [...entry.path, key] });
  definitions.count(`${id}.分值`, `${called}分值`, '分', at('分值'), indicator.weight);
  definitions.count(`${id}.得分`, `${called}得分`, '分', at('得分'), indicator.score);
  const { target, actual } = valuesOf(indicator);
  for (const [key, measurement] of [
    ['指标值', target],
    ['完成值', actual],
  ] as const) {
    if (measurement !== undefined) {
      definitions.read(`${id}.${key}`, `${called}${key}`, '指标值', at(key), measurement.number);
    }
  }
}

/** A name of the input within a label, in quotation marks: its own become inner ones. */
function quoted(name: string): string {
  return nestQuotes(`“${name}”`);
}
