import { z } from 'zod';
import { Exact } from '../accounts/decimal.ts';
import { text } from '../accounts/schema/entries.ts';
import { points } from '../accounts/schema/numbers.ts';
import { fields } from '../accounts/schema/fields.ts';
import { COMMON_EXECUTION_WEIGHT } from '../figures/laid-down.ts';

/** A threshold in percent such as `120`. */
const percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, '应为百分数，不写百分号，例如 120')
  .transform((written) => new Exact(written));

/** One answer to a qualitative target, with the range of points that it is worth, in percent of the weight. */
const qualitativeLevel = fields({
  answer: ['完成值', text, '定性指标的完成值，如 达成年度指标'],
  from: ['最低', percent, '得分占分值的最低百分数'],
  to: ['最高', percent, '得分占分值的最高百分数'],
});

const grade = fields({
  name: ['等级', text, '如 优'],
  from: ['起分', percent, '达到多少分为此等级'],
});

const of = (value: number): Exact => new Exact(value);

/** Rule P07: the three answers of 财政部门 forms. */
const QUALITATIVE_LEVELS = [
  { answer: '达成年度指标', from: of(80), to: of(100) },
  { answer: '部分达成年度指标并具有一定效果', from: of(60), to: of(80) },
  { answer: '未达成年度指标且效果较差', from: of(0), to: of(60) },
] as const;

/** Rule P13: 财预〔2020〕10号. */
const GRADES = [
  { name: '优', from: of(90) },
  { name: '良', from: of(80) },
  { name: '中', from: of(60) },
  { name: '差', from: of(0) },
] as const;

/** 评分: how a region scores its self-evaluation forms, all of them or one kind; what it does not say is left to `scoringOf`. */
export const scoringSchema = fields({
  executionWeight: ['执行分值', points.optional(), '预算执行的分值'],
  indicatorWeight: ['指标分值', points.optional(), '全部指标的分值之和'],
  levelWeights: [
    '一级指标分值',
    z.record(z.string(), points).optional(),
    '项目自评表各一级指标的分值；各地不一的不写',
  ],
  requiredLevels: ['必有一级指标', z.array(text).optional(), '项目自评表不可缺少的一级指标'],
  fullExecution: ['执行满分', percent.optional(), '执行率达到多少得满分'],
  noExecution: ['执行零分', percent.optional(), '执行率低于多少得零分'],
  noFulfilment: ['完成零分', percent.optional(), '完成值低于指标值的百分之多少得零分'],
  ceilingZero: ['超限零分', percent.optional(), '上限指标的完成值达到指标值的百分之多少得零分'],
  overFulfilment: ['超额说明', percent.optional(), '完成值达到指标值的百分之多少应说明原因'],
  qualitative: ['定性', z.array(qualitativeLevel).optional(), '定性指标的完成值和得分范围'],
  grades: ['等级', z.array(grade).optional(), '评价等级，从高到低'],
});
type Written = z.output<typeof scoringSchema>;

/** How forms are scored, with nothing left open. */
export type Scoring = { readonly [K in keyof Written]: NonNullable<Written[K]> };

/** The scale of a booklet whose pack says nothing about scores (rules P02–P13). */
export const DEFAULT_SCORING: Scoring = {
  executionWeight: COMMON_EXECUTION_WEIGHT.value,
  indicatorWeight: of(90),
  levelWeights: {},
  requiredLevels: ['产出指标', '效益指标', '满意度指标'],
  fullExecution: of(100),
  noExecution: of(0),
  noFulfilment: of(0),
  ceilingZero: of(200),
  overFulfilment: of(120),
  qualitative: [...QUALITATIVE_LEVELS],
  grades: [...GRADES],
};

/** A scale in which what was not written is as in another. */
export function scoringOf(written: Written | undefined, others: Scoring): Scoring {
  const own = Object.entries(written ?? {}).filter(([, value]) => value !== undefined);
  return { ...others, ...Object.fromEntries(own) };
}
