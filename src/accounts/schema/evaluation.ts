import { z } from 'zod';
import type { FixedRow, FormIndicators, FormKind, FormMoney } from '../forms/form-kind.ts';
import { levelKey, levelList } from '../forms/indicator-levels.ts';
import { remembered } from '../../source/remembered.ts';
import type { YamlPath } from '../../source/yaml.ts';
import type { EnteredAmount } from '../amount-in-unit.ts';
import type { Exact } from '../decimal.ts';
import { moneyUnit, text, type MoneyUnit } from './entries.ts';
import { amount, points } from './numbers.ts';
import { fields, where } from './fields.ts';
import { issueOf } from './issue.ts';
import { toReview } from './to-review.ts';

const money = {
  initialBudget: ['年初预算数', amount, '年初预算数'],
  adjustedBudget: ['全年预算数', amount, '全年预算数'],
  outturn: ['全年执行数', amount, '全年执行数'],
} as const;

/** A row of a form's money, as it was entered; points and rate where they stand beside a source. */
export interface MoneyRow {
  readonly name: string;
  /** Where it stands in the form's file. */
  readonly path: YamlPath;
  readonly initialBudget: EnteredAmount;
  readonly adjustedBudget: EnteredAmount;
  readonly outturn: EnteredAmount;
  readonly weight?: Exact | undefined;
  readonly executionRate?: string | undefined;
  readonly score?: Exact | undefined;
}

/** An indicator of the lowest level. */
export interface Indicator {
  readonly name: string;
  readonly target: string;
  readonly basis: string | undefined;
  readonly actual: string;
  readonly weight: Exact;
  readonly score: Exact;
  readonly deviationReason: string | undefined;
}

/** A level above indicators, or an indicator itself. */
export type IndicatorNode = IndicatorLevel | Indicator;

/** A heading of indicators: 产出指标, 数量指标. */
export interface IndicatorLevel {
  readonly name: string;
  readonly below: readonly IndicatorNode[];
}

/** A self-evaluation form as it was entered; what its kind does not have is empty or undefined. */
export interface Evaluation {
  readonly kind: FormKind;
  /** What it is about, where it says so: a project. */
  readonly name: string | undefined;
  readonly supervisor: string | undefined;
  readonly implementer: string | undefined;
  /** Where it is published, of forms that booklets do not print. */
  readonly link: string | undefined;
  readonly moneyUnit: MoneyUnit;
  readonly money: readonly MoneyRow[];
  readonly executionScore: Exact | undefined;
  /** The points as a whole, where there are no indicators to add up. */
  readonly score: Exact | undefined;
  readonly goals: { readonly expected: string; readonly achieved: string } | undefined;
  readonly indicators: readonly IndicatorNode[];
}

const goals = fields({
  expected: ['预期目标', text, '预期目标'],
  achieved: ['实际完成情况', text, '实际完成情况'],
});

/** The form of a file of one kind. */
export const evaluationSchema = remembered((kind: FormKind): z.ZodType<Evaluation> => {
  const { nameKey, indicators } = kind;
  const whole = indicators !== undefined;
  return fields({
    toReview,
    kind: ['类型', z.literal(kind.key), '自评表的种类，由模板包规定'],
    name: [nameKey ?? '', where(nameKey !== undefined, text), nameKey ?? ''],
    supervisor: ['主管部门', where(nameKey !== undefined, text.optional()), '不写为本单位'],
    implementer: ['实施单位', where(nameKey !== undefined, text.optional()), '不写为本单位'],
    link: ['链接', where(kind.linked, text), '公开的网址；没有网址的，写在哪里可以看到'],
    moneyUnit: ['金额单位', where(kind.money !== undefined, moneyUnit), '元或万元'],
    money: ['资金', where(kind.money !== undefined, moneySchema(kind)), kind.expenditure],
    executionScore: [
      '执行得分',
      where(kind.executionPoints, points),
      `“${kind.money?.total ?? ''}”一行的得分`,
    ],
    score: ['得分', where(!whole, points.optional()), '自评总得分'],
    goals: ['年度总体目标', whole ? goals : goals.optional(), '年度总体目标'],
    indicators: ['指标', where(whole, levelSchema(indicators, 1)), '绩效指标'],
  }).transform((form) => ({
    ...form,
    kind,
    moneyUnit: form.moneyUnit ?? '万元',
    money: form.money ?? [],
    indicators: form.indicators ?? [],
  }));
});

function moneySchema({ money: laidDown, executionPoints }: FormKind): z.ZodType<readonly MoneyRow[]> {
  const rows = laidDown?.rows;
  return laidDown === undefined || rows === undefined
    ? sourcesSchema(laidDown, !executionPoints)
    : fixedRowsSchema(rows);
}

function fixedRowsSchema(rows: readonly FixedRow[]): z.ZodType<readonly MoneyRow[]> {
  const row = fields(money);
  const definition = rows.map(({ name, optional }) => {
    const schema: z.ZodType<z.output<typeof row> | undefined> = optional ? row.optional() : row;
    return [name, [name, schema, optional ? '没有的不写' : name] as const] as const;
  });
  return fields(Object.fromEntries(definition)).transform((entered) =>
    rows.flatMap(({ name }) => {
      const found = entered[name];
      return found === undefined ? [] : [{ name, path: ['资金', name], ...found }];
    }),
  );
}

function sourcesSchema(laidDown: FormMoney | undefined, withPoints: boolean): z.ZodType<readonly MoneyRow[]> {
  return z
    .array(
      fields({
        name: ['来源', text, '资金来源'],
        ...money,
        weight: ['分值', where(withPoints, points.optional()), '表中为“-”的不写'],
        executionRate: ['执行率', where(withPoints, text.optional()), '表中为“-”的不写'],
        score: ['得分', where(withPoints, points.optional()), '表中为“-”的不写'],
      }),
    )
    .check((context) => {
      const names = context.value.map(({ name }) => name);
      for (const [index, name] of names.entries()) {
        const message = sourceProblem(name, names.slice(0, index), laidDown?.total);
        if (message !== undefined)
          context.issues.push(issueOf({ rule: 'wrong-value', message }, name, [index, '来源']));
      }
    })
    .transform((rows) => rows.map((row, index) => ({ ...row, path: ['资金', index] })));
}

/** Each row is a figure by its name; the total is computed. */
function sourceProblem(
  name: string,
  before: readonly string[],
  total: string | undefined,
): string | undefined {
  if (before.includes(name)) return `为“${name}”，与前面一行重复；请合为一行，或改正其中一行的来源`;
  if (name === total) return `为“${name}”，由程序计算；请删去这一行`;
  return name.includes('.') ? `为“${name}”，含有“.”；请改用中文标点` : undefined;
}

const EXAMPLES = ['产出指标、成本指标、效益指标、满意度指标等', '数量指标、质量指标等'];

/** The entries of one level and all below it. */
function levelSchema(
  laidDown: FormIndicators | undefined,
  level: number,
): z.ZodType<readonly IndicatorNode[]> {
  const { levels, columns } = laidDown ?? { levels: 1, columns: [] };
  const key = levelKey(level);
  if (level < levels) {
    return z.array(
      fields({
        name: [key, text, EXAMPLES[level - 1] ?? key],
        below: [levelList(level + 1), levelSchema(laidDown, level + 1), levelKey(level + 1)],
      }),
    );
  }
  return z.array(
    fields({
      name: [key, text, `${key}名称`],
      target: ['指标值', text, '如 >=90%、=1个、降低'],
      basis: ['设定依据', where(columns.includes('设定依据'), text.optional()), '指标值设定依据'],
      actual: ['完成值', text, '如 =98.17%'],
      weight: ['分值', points, '分值权重'],
      score: ['得分', points, '自评得分'],
      deviationReason: [
        '偏差原因',
        where(columns.includes('偏差原因'), text.optional()),
        '得分低于分值时必填',
      ],
    }),
  );
}
