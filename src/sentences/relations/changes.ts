import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, minus, overlaps, percent, type Interval } from '../interval.ts';
import type { Comparand, Role } from '../roles.ts';
import type { Item, Mention } from '../sentence.ts';
import {
  currentOf,
  mentionOf,
  nameOfRole,
  rateOf,
  relation,
  shown,
  signed,
  told,
  type Relation,
} from './relation.ts';

const BASES: Readonly<Record<Comparand, readonly Role[]>> = {
  last: ['last', 'base'],
  initial: ['initial', 'budget'],
  adjusted: ['adjusted', 'budget'],
  budget: ['budget', 'initial', 'adjusted'],
  other: ['base'],
};
const ALL_BASES: readonly Role[] = ['last', 'base', 'initial', 'adjusted', 'budget'];

/** Amount, last year's or budgeted amount, change and rate of change fit together (R64). */
export function changeRelations(item: Item): readonly Relation[] {
  return item.mentions.flatMap((mention, index) => {
    if (mention.role === 'change') return ofAmount(item, mention, index);
    if (mention.role === 'changeRate') return ofRate(item, mention, index);
    if (mention.role === 'points') return ofPoints(item, mention);
    if (mention.role === 'ratio') return ofRatio(item, mention);
    if (mention.role === 'base' || mention.role === 'last') return ofTurn(item, mention);
    return [];
  });
}

/** 由 33 个增加到 31 个. */
function ofTurn(item: Item, base: Mention): readonly Relation[] {
  const now = item.mentions[item.mentions.indexOf(base) + 1];
  if (
    now === undefined ||
    now.role !== 'amount' ||
    now.direction === 0 ||
    now.quantity.unit !== base.quantity.unit
  )
    return [];
  const difference = minus(intervalOf(now.quantity), intervalOf(base.quantity));
  const holds = now.direction > 0 ? difference.high.gt(0) : difference.low.lt(0);
  const problem = `由 ${base.quantity.text} 到 ${now.quantity.text} 是${now.direction > 0 ? '减少' : '增加'}，与文字的方向相反`;
  return [{ members: [base.quantity, now.quantity], result: now.quantity, holds, problem }];
}

/** What a change is compared with: as it says, or as the change before it said. */
function comparandOf(item: Item, index: number): Comparand | undefined {
  const own = item.mentions[index]?.comparand;
  if (own !== undefined) return own;
  const before = item.mentions
    .slice(0, index)
    .findLast(({ role }) => role === 'change' || role === 'changeRate');
  return before?.comparand;
}

function basesOf(item: Item, index: number, unit: string): readonly Mention[] {
  const comparand = comparandOf(item, index);
  const roles = comparand === undefined ? ALL_BASES : BASES[comparand];
  const named = roles.flatMap((role) => mentionOf(item, [role], unit) ?? []);
  // Of the budgets that may be meant, the one that is named so is.
  return comparand === 'initial' || comparand === 'adjusted' ? named.slice(0, 1) : named;
}

function ofAmount(item: Item, change: Mention, index: number): readonly Relation[] {
  const { unit } = change.quantity;
  const now = currentOf(item, unit);
  if (now === undefined) return [];
  const bases = basesOf(item, index, unit);
  const amount = intervalOf(change.quantity);
  if (item.fromNothing && bases.length === 0) {
    const problem = `上年没有，本年 ${now.quantity.text}，应增加同样多，文中写${verb(change)} ${change.quantity.text}`;
    return [
      relation([now, change], change, signed(amount, change.direction), [intervalOf(now.quantity)], problem),
    ];
  }
  if (bases.length === 0) return ofImpossible(item, now, change, index);
  const stated = signed(amount, change.direction);
  const outcomes = bases.map((base) => minus(intervalOf(now.quantity), intervalOf(base.quantity)));
  const [base, outcome] = [bases[0], outcomes[0]];
  if (base === undefined || outcome === undefined) return [];
  const problem = `${told(nameOfRole(now), now)}，${told(nameOfRole(base), base)}，应${spoken(outcome, unit)}，文中写${verb(change)} ${change.quantity.text}`;
  return [relation([now, ...bases, change], change, stated, outcomes, problem)];
}

/** More than there is cannot have been added. */
function ofImpossible(item: Item, now: Mention, change: Mention, index: number): readonly Relation[] {
  if (change.direction < 0 || comparandOf(item, index) !== 'last') return [];
  if (now.quantity.approximation !== undefined) return [];
  const rest = minus(intervalOf(now.quantity), intervalOf(change.quantity));
  const problem = `${told(nameOfRole(now), now)}，不能比上年增加 ${change.quantity.text}`;
  const anything: Interval = { low: new Exact(0), high: new Exact('1e30') };
  return [relation([now, change], change, rest, [anything], problem)];
}

function ofRate(item: Item, rate: Mention, index: number): readonly Relation[] {
  const change = changeBeside(item, index);
  const step = rate.quantity.half.times(2);
  const stated = signed(rateOf(rate), rate.direction);
  const units = change === undefined ? unitsOf(item) : [change.quantity.unit];
  const relations = units.flatMap((unit) => {
    const now = currentOf(item, unit);
    const bases = basesOf(item, index, unit);
    const direct = now && ofTwo(now, bases, rate, stated, step);
    const through =
      change &&
      (bases.length > 0
        ? ofChangeOnBase(change, bases, rate, stated, step)
        : now && ofChange(now, change, rate, stated, step));
    return [direct, through].filter((one) => one !== undefined);
  });
  const opposite = change && ofDirections(change, rate);
  // With several units, the rate is of one of them.
  const kept =
    units.length > 1 && relations.some(({ holds }) => holds)
      ? relations.filter(({ holds }) => holds)
      : relations;
  return opposite === undefined ? kept : opposite.holds ? kept : [opposite];
}

function unitsOf(item: Item): readonly string[] {
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
  const own = rate.comparand;
  return own === undefined || change.comparand === undefined || own === change.comparand ? change : undefined;
}

/** From nothing, any growth is printed as 100 % (R65). */
function fromNothing({ quantity }: Mention): boolean {
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

function ofPoints(item: Item, points: Mention): readonly Relation[] {
  const now = mentionOf(item, ['amount'], '%');
  const base = mentionOf(item, ['base', 'last'], '%');
  if (now === undefined || base === undefined) return [];
  const outcome = minus(intervalOf(now.quantity), intervalOf(base.quantity));
  const problem = `由 ${base.quantity.text} 到 ${now.quantity.text}，应${spoken(outcome, '个百分点')}，文中写${verb(points)} ${points.quantity.text}`;
  return [
    relation(
      [base, now, points],
      points,
      signed(intervalOf(points.quantity), points.direction),
      [outcome],
      problem,
    ),
  ];
}

function ofRatio(item: Item, ratio: Mention): readonly Relation[] {
  const { of } = ratio;
  if (of !== undefined) {
    const now = item.mentions.find(
      ({ role, quantity }) => (role === 'amount' || role === 'outturn') && quantity.unit === of.unit,
    );
    const outcome = now && percent(intervalOf(now.quantity), intervalOf(of));
    if (now === undefined || outcome === undefined) return [];
    const problem = `${now.quantity.text} ÷ ${of.text}，应为 ${shown(outcome, '%')}，文中写 ${ratio.quantity.text}`;
    const all = { members: [now.quantity, of, ratio.quantity], result: ratio.quantity };
    return [{ ...all, holds: overlaps(rateOf(ratio), outcome), problem }];
  }
  return unitsOf(item).flatMap((unit) => {
    const now = currentOf(item, unit);
    const base = mentionOf(item, ['last', 'base'], unit);
    if (now === undefined || base === undefined || fromNothing(base)) return [];
    const outcome = percent(intervalOf(now.quantity), intervalOf(base.quantity));
    if (outcome === undefined) return [];
    const problem = `${told(nameOfRole(now), now)}，${told(nameOfRole(base), base)}，应为 ${shown(outcome, '%')}，文中写 ${ratio.quantity.text}`;
    return [relation([now, base, ratio], ratio, rateOf(ratio), [outcome], problem)];
  });
}

function verb({ direction, quantity }: Mention): string {
  if (quantity.kind === 'rate' || quantity.kind === 'times') return direction < 0 ? '下降' : '增长';
  return direction < 0 ? '减少' : '增加';
}

function spoken(outcome: Interval, unit: string): string {
  const down = outcome.low.plus(outcome.high).isNegative();
  const size = down ? signed(outcome, -1) : outcome;
  const word = unit === '%' ? (down ? '下降' : '增长') : down ? '减少' : '增加';
  return `${word} ${shown(size, unit)}`;
}
