import type { Exact } from '../../accounts/decimal.ts';
import { type Interval, intervalOf, minus, percent } from '../interval.ts';
import type { Item, Mention } from '../sentence.ts';
import { basesOf, changedOf } from './change-bases.ts';
import { spoken, verb } from './change-words.ts';
import { type Relation, nameOfRole, rateOf, relation, signed, told } from './relation.ts';
import { IN_ALL, TOGETHER } from '../sum-words.ts';

export function ofRate(item: Item, rate: Mention, index: number): readonly Relation[] {
  const change = changeBeside(item, index);
  const step = rate.quantity.half.times(2);
  const stated = signed(rateOf(rate), rate.direction);
  const units = change === undefined ? unitsOf(item) : [change.quantity.unit];
  const relations = units.flatMap((unit) => {
    const now = changedOf(item, index, unit);
    const bases = basesOf(item, index, unit).map((base) => narrowed(base, now, change));
    const direct = now && ofTwo(now, bases, rate, stated, step);
    const through =
      change &&
      (bases.length > 0
        ? ofChangeOnBase(change, bases, rate, stated, step)
        : now && ofChange(now, change, rate, stated, step));
    return [direct, through].filter((one) => one !== undefined);
  });
  const opposite = change && ofDirections(change, rate);
  if (isBehindPlan(item, rate, change)) return relations.filter(({ holds }) => holds);
  // With several units, the rate is of one of them.
  const kept =
    units.length > 1 && relations.some(({ holds }) => holds)
      ? relations.filter(({ holds }) => holds)
      : relations;
  return opposite === undefined ? kept : opposite.holds ? kept : [opposite];
}

/** 28.8 万元，比上年的 32 万元减少 3.2 万元: what the two others make tells the base as finely as they are told. */
function narrowed(base: Mention, now: Mention | undefined, change: Mention | undefined): Mention {
  if (now === undefined || change?.quantity.unit !== base.quantity.unit) return base;
  if ([base, now, change].some(({ quantity }) => quantity.approximation !== undefined)) return base;
  const made = now.quantity.value.minus(change.quantity.value.times(change.direction));
  const half = now.quantity.half.plus(change.quantity.half);
  const isFiner = made.eq(base.quantity.value) && half.lt(base.quantity.half);
  return isFiner ? { ...base, quantity: { ...base.quantity, half } } : base;
}

/** 比计划 300 人多 36 人，增长 60%: growth is hardly growth on a plan. */
function isBehindPlan({ mentions }: Item, rate: Mention, change: Mention | undefined): boolean {
  if (rate.comparand !== undefined || change?.comparand !== 'other' || /超/u.test(rate.words)) return false;
  const base = mentions.slice(0, mentions.indexOf(change)).findLast(({ role }) => role === 'base');
  return base !== undefined && /计划|目标|任务/u.test(base.words);
}

export function unitsOf(item: Item): readonly string[] {
  const units = item.mentions
    .filter(({ role }) => role === 'amount' || role === 'outturn')
    .map(({ quantity }) => quantity.unit);
  const ofRates = item.mentions.some(({ role, quantity }) => role === 'base' && quantity.unit === '%');
  return [...new Set(units)].filter((unit) => unit !== '%' || ofRates);
}

/** The change beside a rate: 减少 157.99 万元，下降 35.07%; 增长 8.0%，增收 6.4 亿元. */
function changeBeside(item: Item, index: number): Mention | undefined {
  const rate = item.mentions[index];
  const beside = [item.mentions[index - 1], item.mentions[index + 1]].find((one) => one?.role === 'change');
  const changes = item.mentions.filter(({ role }) => role === 'change');
  const change = beside ?? (changes.length === 1 ? changes[0] : undefined);
  if (change === undefined || rate === undefined) return undefined;
  // 单价由 5600 元降至 4900 元，降幅 12.5%，30 台共节约 2.10 万元
  if (isOfAll(change, item.mentions.slice(0, index), item)) return undefined;
  const own = rate.comparand;
  return own === undefined || change.comparand === undefined || own === change.comparand ? change : undefined;
}

/** From nothing, any growth is printed as 100 % (R65). */
export function fromNothing({ quantity }: Mention): boolean {
  return quantity.value.lte(quantity.half);
}

function ofTwo(
  now: Mention,
  bases: readonly Mention[],
  rate: Mention,
  stated: Interval,
  step: Exact,
): Relation | undefined {
  const usable = bases.filter((base) => !fromNothing(base));
  const [base] = usable;
  if (base === undefined || usable.length < bases.length) return undefined;
  const outcomes = usable.flatMap((one) => {
    const part = percent(intervalOf(now.quantity), intervalOf(one.quantity));
    if (part === undefined) return [];
    const growth = { low: part.low.minus(100), high: part.high.minus(100) };
    // Of rates, many write percent for percentage points.
    return one.quantity.unit === '%'
      ? [growth, minus(intervalOf(now.quantity), intervalOf(one.quantity))]
      : [growth];
  });
  const [outcome] = outcomes;
  if (outcome === undefined) return undefined;
  const problem = `${told(nameOfRole(now), now)}，${told(nameOfRole(base), base)}，应${spoken(outcome, '%')}，文中写${verb(rate)} ${rate.quantity.text}`;
  return relation([now, ...usable, rate], rate, stated, outcomes, problem, step);
}

function ofChangeOnBase(
  change: Mention,
  bases: readonly Mention[],
  rate: Mention,
  stated: Interval,
  step: Exact,
): Relation | undefined {
  const amount = signed(intervalOf(change.quantity), change.direction);
  if (bases.some(fromNothing)) return undefined;
  const outcomes = bases.flatMap((base) => percent(amount, intervalOf(base.quantity)) ?? []);
  const [base, outcome] = [bases[0], outcomes[0]];
  if (base === undefined || outcome === undefined) return undefined;
  const problem = `${told(nameOfRole(base), base)}，${verb(change)} ${change.quantity.text}，应${spoken(outcome, '%')}，文中写${verb(rate)} ${rate.quantity.text}`;
  return relation([...bases, change, rate], rate, stated, outcomes, problem, step);
}

function ofChange(
  now: Mention,
  change: Mention,
  rate: Mention,
  stated: Interval,
  step: Exact,
): Relation | undefined {
  const amount = signed(intervalOf(change.quantity), change.direction);
  const before = minus(intervalOf(now.quantity), amount);
  if (before.low.lte('0.005')) return undefined;
  const outcome = percent(amount, before);
  if (outcome === undefined) return undefined;
  const problem = `${told(nameOfRole(now), now)}，${verb(change)} ${change.quantity.text}，应${spoken(outcome, '%')}，文中写${verb(rate)} ${rate.quantity.text}`;
  return relation([now, change, rate], rate, stated, [outcome], problem, step);
}

/** 增加…下降…. */
function ofDirections(change: Mention, rate: Mention): Relation | undefined {
  if (change.quantity.value.isZero() || rate.quantity.value.isZero()) return undefined;
  if (change.direction === 0 || rate.direction === 0) return undefined;
  const problem = `${verb(change)} ${change.quantity.text}，却写${verb(rate)} ${rate.quantity.text}，方向相反`;
  return {
    members: [change.quantity, rate.quantity],
    result: rate.quantity,
    holds: change.direction === rate.direction,
    problem,
  };
}

const PRICE = /每|人均|单价|标准/u;
const ALL = new RegExp(`全年|年度|${TOGETHER}|合计|支出|费用?|经费|资金|${IN_ALL}`, 'u');

/** 标准由每人每月 600 元提高到 660 元，全年增加支出 7.20 万元: of what all cost together. */
export function isOfAll(change: Mention, told: readonly Mention[], { lead }: Item): boolean {
  if (PRICE.test(change.words) || !ALL.test(change.words)) return false;
  return PRICE.test(lead) || told.some(({ words }) => PRICE.test(words));
}
