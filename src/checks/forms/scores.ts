import { Exact, formatExact, ZERO } from '../../accounts/decimal.ts';
import type { LoadedEvaluation } from '../../accounts/load-evaluations.ts';
import type { Measurement } from '../../accounts/measurement.ts';
import type { Scoring } from '../../pack/scoring-schema.ts';
import { remembered } from '../../source/remembered.ts';
import { indicatorsOf, isComparable, type FormIndicator } from './indicators.ts';

/** The points that the scale gives: one number or, for an answer in words, a range. */
export interface ExpectedPoints {
  readonly from: Exact;
  readonly to: Exact;
  /** Why, for the reader; asked for only by a finding. */
  basis(): string;
}

const HUNDRED = new Exact(100);
const ONE = new Exact(1);

/** An indicator with the points that the scale gives it; undefined where target and achievement cannot be compared. */
export interface ScoredIndicator {
  readonly item: FormIndicator;
  readonly points: ExpectedPoints | undefined;
}

/** By scale: several checks ask for the points of the same indicators. */
const scoredByScale = remembered((_: LoadedEvaluation) => new Map<Scoring, readonly ScoredIndicator[]>());

/** The points of a form's indicators by the scale (rules P04–P07). */
export function scoredIndicators(form: LoadedEvaluation, scale: Scoring): readonly ScoredIndicator[] {
  const known = scoredByScale(form);
  const scored =
    known.get(scale) ?? indicatorsOf(form).map((item) => ({ item, points: pointsOf(item, scale) }));
  known.set(scale, scored);
  return scored;
}

function pointsOf(item: FormIndicator, scale: Scoring): ExpectedPoints | undefined {
  if (item.target === undefined) return qualitativePoints(item, scale);
  if (!isComparable(item)) return undefined;
  const { target, actual, indicator } = item;
  const share = isCeiling(target) ? ceilingShare(target, actual, scale) : floorShare(target, actual, scale);
  // Most targets are reached: no arithmetic then.
  const points =
    share === ONE ? indicator.weight : share.times(indicator.weight).toDecimalPlaces(2, Exact.ROUND_HALF_UP);
  return { from: points, to: points, basis: () => measuredBasis(item) };
}

function measuredBasis({ indicator: { target, actual } }: FormIndicator): string {
  return `指标值 ${target}、完成值 ${actual}`;
}

function isCeiling({ comparison }: Measurement): boolean {
  return comparison === '≤' || comparison === '<';
}

/** P04, P05: as much of the points as was fulfilled of the target. */
function floorShare(target: Measurement, actual: Measurement, scale: Scoring): Exact {
  const { number: a } = target;
  const { number: b } = actual;
  if (target.comparison === '=' && a.isZero()) return b.lte(0) ? ONE : ZERO;
  if (b.gte(a)) return ONE;
  const share = Exact.max(b.div(a), ZERO);
  return share.times(HUNDRED).lt(scale.noFulfilment) ? ZERO : share;
}

/** P06: all points up to the ceiling, falling to none at the scale's multiple of it. */
function ceilingShare(target: Measurement, actual: Measurement, scale: Scoring): Exact {
  const { number: a } = target;
  const { number: b } = actual;
  if (b.lte(a)) return ONE;
  const zero = a.times(scale.ceilingZero).div(HUNDRED);
  return b.gte(zero) ? ZERO : zero.minus(b).div(zero.minus(a));
}

/** P07: a range for each answer of the scale; a percentage is taken at its word. */
function qualitativePoints(item: FormIndicator, scale: Scoring): ExpectedPoints | undefined {
  const { indicator, actual } = item;
  const { weight } = indicator;
  const of = (percent: Exact): Exact => weight.times(percent).div(HUNDRED);
  const level = scale.qualitative.find(({ answer }) => answer === indicator.actual);
  if (level !== undefined) {
    const range = `${formatExact(level.from)}%—${formatExact(level.to)}%`;
    return { from: of(level.from), to: of(level.to), basis: () => `${level.answer}，得分为分值的 ${range}` };
  }
  if (actual?.unit !== '%') return undefined;
  const points = of(Exact.min(actual.number, HUNDRED)).toDecimalPlaces(2, Exact.ROUND_HALF_UP);
  return { from: points, to: points, basis: () => measuredBasis(item) };
}

/** P02: the points of an execution rate in percent. */
export function executionPoints(rate: Exact, weight: Exact, scale: Scoring): Exact {
  if (rate.gte(scale.fullExecution)) return weight;
  if (rate.lt(scale.noExecution) || rate.isNegative()) return ZERO;
  return Exact.min(rate.div(HUNDRED), ONE).times(weight);
}
