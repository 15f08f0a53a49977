import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, isBelow, minus, overlaps, percent, type Interval } from '../interval.ts';
import type { Comparand, Role } from '../roles.ts';
import type { Quantity } from '../quantity.ts';
import type { Claim, Item, Mention } from '../sentence.ts';
import {
  currentOf,
  mentionOf,
  nameOfRole,
  rateOf,
  relation,
  shown,
  told,
  type Relation,
} from './relation.ts';

/** Budget, outturn, completion, variance, saving and what the words say of them fit together (R65, R66). */
export function budgetRelations(item: Item): readonly Relation[] {
  return [
    ...item.mentions.flatMap((mention) => {
      if (mention.role === 'completion') return ofCompletion(item, mention);
      if (mention.role === 'variance') return ofVariance(item, mention);
      if (mention.role === 'saving') return ofSaving(item, mention);
      return [];
    }),
    ...item.claims.flatMap((claim) => ofClaim(item, claim)),
  ];
}

function budgetsOf(item: Item, comparand: Comparand | undefined): readonly Mention[] {
  const roles: readonly Role[] =
    comparand === 'initial'
      ? ['initial', 'budget']
      : comparand === 'adjusted'
        ? ['adjusted', 'budget']
        : ['budget', 'initial', 'adjusted'];
  const found = roles.flatMap((role) => mentionOf(item, [role], '万元') ?? []);
  return comparand === 'initial' || comparand === 'adjusted' ? found.slice(0, 1) : found;
}

function isNothing({ quantity }: Mention): boolean {
  return quantity.value.isZero();
}

/** What is left of a budget is not what was spent of it. */
const LEFT = /结余|节余|结转|剩余|余额|未支付|未执行/u;

const PLANNED = /任务|目标|计划/u;

function ofCompletion(item: Item, rate: Mention): readonly Relation[] {
  if (rate.of !== undefined) return ofPart(item, rate, rate.of);
  if (rate.comparand === 'other') return ofPlan(item, rate);
  const now = currentOf(item, '万元');
  const budgets = budgetsOf(item, executedOf(item, rate));
  if (budgets.length === 0 && PLANNED.test(rate.words)) return ofPlan(item, rate);
  const [budget] = budgets;
  if (now === undefined || budget === undefined || LEFT.test(now.words)) return [];
  if (budgets.some(isNothing)) return onNoBudget(now, budgets, rate);
  const outcomes = budgets.flatMap(
    (one) => percent(intervalOf(now.quantity), intervalOf(one.quantity)) ?? [],
  );
  const [outcome] = outcomes;
  if (outcome === undefined) return [];
  const problem = `${told(nameOfRole(budget), budget)}，${told('决算', now)}，完成率应为 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  return [
    relation([now, ...budgets, rate], rate, rateOf(rate), outcomes, problem, rate.quantity.half.times(2)),
  ];
}

/** 执行率 is of the budget of the whole year (P01), where the sentence tells that. */
function executedOf({ mentions }: Item, { comparand, words }: Mention): Comparand | undefined {
  const isOfAll = comparand === 'budget' && /(?:执行|支付)(?:率|进度)$/u.test(words);
  return isOfAll && mentions.some(({ role }) => role === 'adjusted') ? 'adjusted' : comparand;
}

/** 完成年度计划 24.0 万元的 110%. */
function ofPart(item: Item, rate: Mention, of: Quantity): readonly Relation[] {
  const now = currentOf(item, of.unit);
  const outcome = now && percent(intervalOf(now.quantity), intervalOf(of));
  if (now === undefined || outcome === undefined) return [];
  const problem = `${now.quantity.text} ÷ ${of.text}，应为 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  const members = [now.quantity, of, rate.quantity];
  return [{ members, result: rate.quantity, holds: overlaps(rateOf(rate), outcome), problem }];
}

/** 比目标值 120 万次少 6 万次，完成率 95%. */
function ofPlan(item: Item, rate: Mention): readonly Relation[] {
  const plan = item.mentions.find(({ role, comparand }) => role === 'base' && comparand !== 'last');
  const now = plan && currentOf(item, plan.quantity.unit);
  const outcome = plan && now && percent(intervalOf(now.quantity), intervalOf(plan.quantity));
  if (plan === undefined || now === undefined || outcome === undefined) return [];
  const problem = `${told('目标', plan)}，${told('完成', now)}，完成率应为 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  return [relation([plan, now, rate], rate, rateOf(rate), [outcome], problem, rate.quantity.half.times(2))];
}

/** On no budget there is no rate of completion. */
function onNoBudget(now: Mention, budgets: readonly Mention[], rate: Mention): readonly Relation[] {
  if (budgets.length > 1 || isNothing(now) || rate.comparand === 'budget') return [];
  const members = [now, ...budgets, rate].map(({ quantity }) => quantity);
  const problem = `${nameOfRole(budgets[0] ?? rate)}为 0，没有完成率（R65），文中写 ${rate.quantity.text}`;
  return [{ members, result: rate.quantity, holds: false, problem }];
}

function ofVariance(item: Item, rate: Mention): readonly Relation[] {
  const now = currentOf(item, '万元');
  const budgets = budgetsOf(item, undefined);
  const [budget] = budgets;
  if (now === undefined || budget === undefined || budgets.some(isNothing)) return [];
  const outcomes = budgets.flatMap((one) => {
    const part = percent(intervalOf(now.quantity), intervalOf(one.quantity));
    return part === undefined ? [] : [{ low: part.low.minus(100), high: part.high.minus(100) }];
  });
  const [outcome] = outcomes;
  if (outcome === undefined) return [];
  // Some booklets print the rate without its sign and let the words carry it.
  const unsigned = rate.quantity.value.isNegative()
    ? []
    : outcomes.map(({ low, high }): Interval => ({ low: high.neg(), high: low.neg() }));
  const problem = `${told(nameOfRole(budget), budget)}，${told('决算', now)}，预决算差异率应为 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  return [
    relation(
      [now, ...budgets, rate],
      rate,
      rateOf(rate),
      [...outcomes, ...unsigned],
      problem,
      rate.quantity.half.times(2),
    ),
  ];
}

/** 节约率: what was saved of the budget. */
function ofSaving(item: Item, rate: Mention): readonly Relation[] {
  const now = currentOf(item, '万元');
  const saved = item.mentions.find(
    ({ role, direction, quantity }) => role === 'change' && direction < 0 && quantity.kind === 'money',
  );
  const [budget] = budgetsOf(item, undefined);
  const outcome = savingOf(now, saved, budget);
  if (outcome === undefined) return [];
  const members = [now, saved, budget, rate].filter((one) => one !== undefined);
  const problem = `节约率应为 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  return [relation(members, rate, rateOf(rate), [outcome], problem, rate.quantity.half.times(2))];
}

function savingOf(
  now: Mention | undefined,
  saved: Mention | undefined,
  budget: Mention | undefined,
): Interval | undefined {
  const [spent, less, planned] = [now, saved, budget].map((one) => one && intervalOf(one.quantity));
  if (planned !== undefined && less !== undefined) return percent(less, planned);
  if (planned !== undefined && spent !== undefined) return percent(minus(planned, spent), planned);
  // Without a budget, some tell the rate of what was spent.
  return undefined;
}

/** Up to this change on the base, in percent, one may say 基本持平. */
const NEARLY = 5;

/** 决算数大于预算数, 与上年持平. */
function ofClaim(item: Item, claim: Claim): readonly Relation[] {
  const rated = [...ofClaimAndRate(item, claim), ...ofClaimAndChange(item, claim)];
  const unit = item.mentions.find(({ role }) => role === 'amount' || role === 'outturn')?.quantity.unit;
  const now = unit === undefined || unit === '%' ? undefined : currentOf(item, unit);
  const plan = mentionOf(item, ['base'], unit);
  const current = claim.comparand === 'other' ? (eachBefore(item, plan) ?? now) : now;
  const [base, more] = claimedBases(item, claim, unit);
  if (current === undefined || base === undefined || more !== undefined) return rated;
  const holds = isSo(intervalOf(current.quantity), intervalOf(base.quantity), claim);
  const problem = `${told(nameOfRole(current), current)}，${told(nameOfRole(base), base)}，不能写“${claim.words}”`;
  return [{ members: [current.quantity, base.quantity], result: current.quantity, holds, problem }];
}

/** What a claim compares with, as far as it is told in a unit. */
function claimedBases(
  item: Item,
  { comparand }: Claim,
  unit: string | undefined,
): readonly (Mention | undefined)[] {
  if (comparand === 'last') return [mentionOf(item, ['last'], unit)];
  if (comparand === 'other') return [mentionOf(item, ['base'], unit)];
  const budgets = budgetsOf(item, comparand);
  return budgets[0]?.quantity.unit === unit ? budgets : [];
}

/** 费用 151.20 万元，人均 120 元，低于 135 元: what one has, told right before what it is compared with. */
function eachBefore({ mentions }: Item, plan: Mention | undefined): Mention | undefined {
  const before = plan && mentions[mentions.indexOf(plan) - 1];
  return before?.role === 'perHead' ? before : undefined;
}

function isSo(now: Interval, base: Interval, { direction, nearly }: Claim): boolean {
  if (direction > 0) return !isBelow(now, base) && !same(now, base);
  if (direction < 0) return !isBelow(base, now) && !same(now, base);
  if (!nearly) return now.low.lte(base.high) && base.low.lte(now.high);
  const part = percent(now, base);
  return part === undefined || (part.high.gte(100 - NEARLY) && part.low.lte(100 + NEARLY));
}

function same(a: Interval, b: Interval): boolean {
  return a.low.eq(b.low) && a.high.eq(b.high);
}

/** 完成年初预算的95%，决算数大于预算数. */
function ofClaimAndRate(item: Item, claim: Claim): readonly Relation[] {
  const rate = mentionOf(item, ['completion'], '%');
  if (rate === undefined || claim.comparand === 'last' || claim.comparand === 'other' || claim.nearly)
    return [];
  const hundred = { low: new Exact(100), high: new Exact(100) };
  const told = rateOf(rate);
  const holds =
    claim.direction > 0
      ? told.high.gt(100)
      : claim.direction < 0
        ? told.low.lt(100)
        : !isBelow(told, hundred) && !isBelow(hundred, told);
  const problem = `完成预算的 ${rate.quantity.text}，不能写“${claim.words}”`;
  return [{ members: [rate.quantity], result: rate.quantity, holds, problem }];
}

/** 比上年减少 4.60 万元，与上年持平. */
function ofClaimAndChange(item: Item, claim: Claim): readonly Relation[] {
  const change = item.mentions.find(
    ({ role, comparand }) => role === 'change' && comparand === claim.comparand,
  );
  if (change === undefined || claim.nearly || claim.comparand === 'other') return [];
  const nothing = change.quantity.value.abs().lte(change.quantity.half);
  const holds = nothing ? true : claim.direction === change.direction;
  const problem = `写了增减 ${change.quantity.text}，又写“${claim.words}”`;
  return [{ members: [change.quantity], result: change.quantity, holds, problem }];
}
