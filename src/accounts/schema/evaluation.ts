import { z } from 'zod';
import { amount, moneyUnit, points, text } from './entries.ts';
import { fields } from './fields.ts';
import { issueOf } from './issue.ts';
import { toReview } from './to-review.ts';

const money = {
  initialBudget: ['年初预算数', amount, '年初预算数'],
  adjustedBudget: ['全年预算数', amount, '全年预算数'],
  outturn: ['全年执行数', amount, '全年执行数'],
} as const;

const goals = fields({
  expected: ['预期目标', text, '预期目标'],
  achieved: ['实际完成情况', text, '实际完成情况'],
});

const indicator = fields({
  name: ['三级指标', text, '三级指标名称'],
  target: ['指标值', text, '如 >=90%、=1个、降低'],
  basis: ['设定依据', text.optional(), '指标值设定依据（整体自评表）'],
  actual: ['完成值', text, '如 =98.17%'],
  weight: ['分值', points, '分值权重'],
  score: ['得分', points, '自评得分'],
  deviationReason: ['偏差原因', text.optional(), '得分低于分值时必填'],
});
export type Indicator = z.output<typeof indicator>;

const indicators = z.array(
  fields({
    name: ['一级指标', text, '产出指标、成本指标、效益指标、满意度指标等'],
    groups: [
      '二级',
      z.array(
        fields({
          name: ['二级指标', text, '数量指标、质量指标等'],
          indicators: ['三级', z.array(indicator), '三级指标'],
        }),
      ),
      '二级指标',
    ],
  }),
);

const sources = z
  .array(
    fields({
      name: ['来源', text, '资金来源'],
      ...money,
      weight: ['分值', points.optional(), '表中为“-”的不写'],
      executionRate: ['执行率', text.optional(), '表中为“-”的不写'],
      score: ['得分', points.optional(), '表中为“-”的不写'],
    }),
  )
  .check((context) => {
    const names = context.value.map(({ name }) => name);
    for (const [index, name] of names.entries()) {
      const message = sourceProblem(name, names.slice(0, index));
      if (message !== undefined)
        context.issues.push(issueOf({ rule: 'wrong-value', message }, name, [index, '来源']));
    }
  });

/** Each row is a figure by its name; the total is computed. */
function sourceProblem(name: string, before: readonly string[]): string | undefined {
  if (before.includes(name)) return `为“${name}”，与前面一行重复；请合为一行，或改正其中一行的来源`;
  if (name === '合计') return '为“合计”，由程序计算；请删去这一行';
  return name.includes('.') ? `为“${name}”，含有“.”；请改用中文标点` : undefined;
}

/** 部门（单位）整体支出绩效目标自评表. */
export const overallEvaluationSchema = fields({
  toReview,
  kind: ['类型', z.literal('整体'), '整体或项目'],
  moneyUnit: ['金额单位', moneyUnit, '元或万元'],
  sources: ['资金', sources, '各来源资金'],
  goals: ['年度总体目标', goals, '年度总体目标'],
  indicators: ['指标', indicators, '绩效指标'],
});
export type OverallEvaluation = z.output<typeof overallEvaluationSchema>;

/** 项目支出绩效自评表. */
export const projectEvaluationSchema = fields({
  toReview,
  kind: ['类型', z.literal('项目'), '整体或项目'],
  name: ['项目名称', text, '项目名称'],
  supervisor: ['主管部门', text.optional(), '不写为本单位'],
  implementer: ['实施单位', text.optional(), '不写为本单位'],
  moneyUnit: ['金额单位', moneyUnit, '元或万元'],
  sources: [
    '资金',
    fields({
      currentYear: ['当年财政拨款', fields(money), '当年财政拨款'],
      carriedOver: ['上年结转资金', fields(money).optional(), '没有的不写'],
      other: ['其他资金', fields(money), '其他资金'],
    }),
    '项目资金',
  ],
  executionScore: ['执行得分', points, '“年度资金总额”一行的得分'],
  goals: ['年度总体目标', goals, '年度总体目标'],
  indicators: ['指标', indicators, '绩效指标'],
});
export type ProjectEvaluation = z.output<typeof projectEvaluationSchema>;

export type Evaluation = OverallEvaluation | ProjectEvaluation;
