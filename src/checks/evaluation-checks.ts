import type { CheckTopic } from './check.ts';
import { copiedDeviationReason } from './rules/evaluations/copied-deviation-reason.ts';
import { costAgainstOutturn } from './rules/evaluations/cost-against-outturn.ts';
import { costLevel } from './rules/evaluations/cost-level.ts';
import { costRate } from './rules/evaluations/cost-rate.ts';
import { doubledForm } from './rules/evaluations/doubled-form.ts';
import { doubledLevel } from './rules/evaluations/doubled-level.ts';
import { emptyDeviationReason } from './rules/evaluations/empty-deviation-reason.ts';
import { executionRate } from './rules/evaluations/execution-rate.ts';
import { executionScore } from './rules/evaluations/execution-score.ts';
import { goalTextNumber } from './rules/evaluations/goal-text-number.ts';
import { idleDeviationReason } from './rules/evaluations/idle-deviation-reason.ts';
import { indicatorContradiction } from './rules/evaluations/indicator-contradiction.ts';
import { indicatorName } from './rules/evaluations/indicator-name.ts';
import { indicatorScore } from './rules/evaluations/indicator-score.ts';
import { indicatorUnit } from './rules/evaluations/indicator-unit.ts';
import { indicatorWeights } from './rules/evaluations/indicator-weights.ts';
import { initialBudget } from './rules/evaluations/initial-budget.ts';
import { levelWeights } from './rules/evaluations/level-weights.ts';
import { missingDeviationReason } from './rules/evaluations/missing-deviation-reason.ts';
import { missingForm } from './rules/evaluations/missing-form.ts';
import { missingLevel } from './rules/evaluations/missing-level.ts';
import { missingOperator } from './rules/evaluations/missing-operator.ts';
import { mixedOperators } from './rules/evaluations/mixed-operators.ts';
import { overFulfilment } from './rules/evaluations/over-fulfilment.ts';
import { overallTotal } from './rules/evaluations/overall-total.ts';
import { projectCoverage } from './rules/evaluations/project-coverage.ts';
import { projectFunds } from './rules/evaluations/project-funds.ts';
import { qualitativeActual } from './rules/evaluations/qualitative-actual.ts';
import { rateAboveHundred } from './rules/evaluations/rate-above-hundred.ts';
import { recomputedTotal } from './rules/evaluations/recomputed-total.ts';
import { regionalFunds } from './rules/evaluations/regional-funds.ts';
import { sameResultTwice } from './rules/evaluations/same-result-twice.ts';
import { scoreAboveWeight } from './rules/evaluations/score-above-weight.ts';
import { sourcesAsKinds } from './rules/evaluations/sources-as-kinds.ts';
import { statedGrade } from './rules/evaluations/stated-grade.ts';
import { surplusProject } from './rules/evaluations/surplus-project.ts';
import { unreadableValue } from './rules/evaluations/unreadable-value.ts';
import { zeroBudget } from './rules/evaluations/zero-budget.ts';

/** Checks of the performance self-evaluation forms: that there are any, money, points, indicators, texts. */
export const EVALUATION_TOPICS: readonly CheckTopic[] = [
  {
    name: '绩效自评表的资金',
    asks: '每个项目都自评了吗，自评表的钱与决算一致吗',
    checks: [
      missingForm,
      doubledForm,
      projectCoverage,
      projectFunds,
      overallTotal,
      sourcesAsKinds,
      initialBudget,
      regionalFunds,
      surplusProject,
      zeroBudget,
    ],
  },
  {
    name: '绩效自评表的打分',
    asks: '执行率算得对吗，得分与完成情况相符吗',
    checks: [
      executionRate,
      executionScore,
      indicatorScore,
      scoreAboveWeight,
      recomputedTotal,
      statedGrade,
      indicatorWeights,
      levelWeights,
      missingLevel,
      doubledLevel,
    ],
  },
  {
    name: '绩效自评表的指标和原因',
    asks: '没有完成的说明原因了吗，指标写清楚了吗',
    checks: [
      missingDeviationReason,
      idleDeviationReason,
      emptyDeviationReason,
      copiedDeviationReason,
      overFulfilment,
      unreadableValue,
      indicatorUnit,
      indicatorName,
      missingOperator,
      mixedOperators,
      rateAboveHundred,
      qualitativeActual,
      costAgainstOutturn,
      costRate,
      costLevel,
      goalTextNumber,
      indicatorContradiction,
      sameResultTwice,
    ],
  },
];
