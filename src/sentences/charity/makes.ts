import { intervalOf, minus, percent, sum, times, type Interval } from '../interval.ts';
import { exactly } from '../equations/equation.ts';
import { isAmount, sameUnit } from '../equations/beside.ts';
import { rateOf, signed } from '../relations/relation.ts';
import type { Placed } from '../relations/placed.ts';
import type { Quantity } from '../quantity.ts';
import type { Accused } from './explained.ts';

/** What a number says, and what other numbers make. */
interface Make {
  readonly told: Interval;
  readonly outcome: Interval;
}

/** How many numbers before the accused one may make it. */
const REACH = 8;
/** Of numbers of fewer digits many are a difference of others by chance. */
const ENOUGH_DIGITS = 3;
const REST = /其余|剩|余|未|尚|差|节约|节省|超|净|另/u;

/** All that the other numbers of the sentence make which the accused one may be, of the kind that its words tell. */
export function makesOf(accused: Accused): readonly Make[] {
  const { one } = accused;
  const { kind, unit } = one.mention.quantity;
  if (kind === 'rate') return one.mention.role === 'changeRate' ? growthsOf(accused) : partsOf(accused);
  if (one.mention.direction !== 0) return changesOf(accused);
  const before = earlier(accused).filter(({ mention }) => mention.quantity.unit === unit);
  return [...restsOf(one, before), ...totalsOf(one, before)];
}

function earlier({ one, placed }: Accused): readonly Placed[] {
  return placed.slice(Math.max(placed.indexOf(one) - REACH, 0), placed.indexOf(one)).filter(isAmount);
}

function valueOf({ mention }: Placed): Interval {
  return intervalOf(mention.quantity);
}

function isTelling({ mention: { quantity } }: Placed): boolean {
  return quantity.digits.replaceAll(/[,.]/gu, '').replace(/^0+|0+$/gu, '').length >= ENOUGH_DIGITS;
}

/** What is left of one when another, or several that follow it, are taken off. */
function restsOf(one: Placed, before: readonly Placed[]): readonly Make[] {
  if (!isTelling(one) && !REST.test(one.clause)) return [];
  const told = valueOf(one);
  return before.flatMap((whole, at) => {
    // What is left of a contract is not what is left of its budget.
    if (BASES.has(whole.mention.role)) return [];
    const behind = before.slice(at + 1);
    const runs = behind.flatMap((_, from) =>
      behind.slice(from).map((__, to) => behind.slice(from, from + to + 1)),
    );
    const single = before.slice(0, at).map((part) => [part]);
    return [...runs, ...single].map((parts) => ({
      told,
      outcome: minus(valueOf(whole), sum(parts.map(valueOf))),
    }));
  });
}

/** A run of numbers, those behind 各 as often as names stand before it; or the same number told before. */
function totalsOf(one: Placed, before: readonly Placed[]): readonly Make[] {
  const told = valueOf(one);
  const each = before.some(({ lead }) => EACH.test(lead));
  const runs = before.slice(0, -1).map((_, from) => before.slice(from));
  const all = !TOTAL.test(one.clause)
    ? []
    : each || isTelling(one)
      ? runs.map((parts) => ({ told, outcome: sum(parts.map(multiplied)) }))
      : [];
  const again =
    isTelling(one) && before.length > 0
      ? before.slice(0, -1).map((same) => ({ told, outcome: valueOf(same) }))
      : [];
  return [...all, ...again];
}

const TOTAL = /[合共总]计|共|总|累计|计$/u;
const EACH = /各(?:有|配|设|配备|安排|购置)?[\p{Script=Han}]{0,4}$/u;

/** 甲车和乙车各 2 辆: of each of those named. */
function multiplied(one: Placed): Interval {
  if (!EACH.test(one.lead)) return valueOf(one);
  const names = one.lead
    .replace(/^[，；]/u, '')
    .split(/[、和及与]/u)
    .filter((name) => name !== '');
  return times(valueOf(one), exactly(Math.max(names.length, 1)));
}

/** The same base, and another number of this year. */
function changesOf({ one, placed, failed }: Accused): readonly Make[] {
  const told = signed(valueOf(one), one.mention.direction);
  return basesOf(failed, placed, one).flatMap((base) =>
    [
      ...[...currentsOf(placed, base), ...adjustedOf(one, placed, base)].map(valueOf),
      ...runsBefore(one, placed, base),
    ].map((now) => ({ told, outcome: minus(now, valueOf(base)) })),
  );
}

/** A 22.60 万元、B 31.80 万元、C 9.60 万元，比预算 70.00 万元节约 6.00 万元: all that stand in a row, together. */
function runsBefore(one: Placed, placed: readonly Placed[], base: Placed): readonly Interval[] {
  const own = placed
    .slice(0, placed.indexOf(one))
    .filter(
      (other) => other !== base && CURRENTS.has(other.mention.role) && sameUnit(other.mention, base.mention),
    );
  return own.slice(0, -1).map((_, from) => sum(own.slice(from).map(valueOf)));
}

/** 年初预算 54.20 万元，调整为 51.30 万元，调减 2.90 万元: how far the budget was moved. */
function adjustedOf({ clause }: Placed, placed: readonly Placed[], base: Placed): readonly Placed[] {
  if (base.mention.role !== 'initial' || !/调|追加|核减|压减/u.test(clause)) return [];
  return placed.filter(({ mention }) => mention.role === 'adjusted' && sameUnit(mention, base.mention));
}

function growthsOf({ one, placed, failed }: Accused): readonly Make[] {
  const told = signed(rateOf(one.mention), one.mention.direction);
  return basesOf(failed, placed, undefined)
    .flatMap((base) =>
      currentsOf(placed, base).flatMap((now) => {
        const outcome = percent(minus(valueOf(now), valueOf(base)), valueOf(base));
        return outcome === undefined ? [] : [{ told, outcome }];
      }),
    )
    .concat(changedOf(failed, placed).map((outcome) => ({ told, outcome })));
}

/** 22 人，其中窗口 18 人、后勤 4 人，减少 3 人，降幅 12%: a change, and any number of this year that it may be of. */
function changedOf(failed: Accused['failed'], placed: readonly Placed[]): readonly Interval[] {
  const changes = placed.filter(
    ({ mention }) =>
      mention.role === 'change' && failed.members.some(({ from }) => from === mention.quantity.from),
  );
  return changes.flatMap((change) => {
    // A base that is told is the one that is meant.
    if (BASES.has(placed[placed.indexOf(change) - 1]?.mention.role ?? '')) return [];
    const value = signed(valueOf(change), change.mention.direction);
    return currentsOf(placed, change).flatMap((now) => percent(value, minus(valueOf(now), value)) ?? []);
  });
}

const BASES: ReadonlySet<string> = new Set(['last', 'base', 'initial', 'adjusted', 'budget']);

function basesOf(
  failed: Accused['failed'],
  placed: readonly Placed[],
  like: Placed | undefined,
): readonly Placed[] {
  return placed.filter(
    (one) =>
      BASES.has(one.mention.role) &&
      isAmount(one) &&
      failed.members.some(({ from }) => from === one.mention.quantity.from) &&
      (like === undefined || sameUnit(one.mention, like.mention)),
  );
}

function currentsOf(placed: readonly Placed[], base: Placed): readonly Placed[] {
  return placed.filter((one) => CURRENTS.has(one.mention.role) && sameUnit(one.mention, base.mention));
}

const CURRENTS: ReadonlySet<string> = new Set(['amount', 'outturn', 'total']);

/**
 * A part of a whole: of any pair before it, unless the words name the whole. What stands right before a rate is the part,
 * and what was planned is the whole.
 */
function partsOf(accused: Accused): readonly Make[] {
  const { one, claimed, failed } = accused;
  const { whole = '', of, role } = one.mention;
  const told = rateOf(one.mention);
  const before = earlier(accused);
  if (of !== undefined) return ofGiven(before, of).map((outcome) => ({ told, outcome }));
  if (whole !== '' || APART.has(role)) return [];
  const paired = pairedWith(accused, before);
  const isAccused = ({ mention }: Placed): boolean =>
    failed.members.some(({ from }) => from === mention.quantity.from);
  const last = before.at(-1);
  const done = role === 'completion' ? before.filter(({ clause }) => !PLANNED.test(clause)) : before;
  const parts = paired.length > 0 ? paired : last !== undefined && isAccused(last) ? [last] : done;
  const planned = before.filter((other) => isAccused(other) && BASES.has(other.mention.role));
  return parts
    .flatMap((part) =>
      (planned.length > 0 ? planned : before).flatMap((all) => {
        if (part === all || !sameUnit(part.mention, all.mention) || claimed.has(part.mention.quantity.from))
          return [];
        if (isBesideIn(part, all)) return [];
        const outcome = percent(valueOf(part), valueOf(all));
        if (outcome === undefined || outcome.low.gt(100)) return [];
        return [{ told, outcome: NOT_DONE.test(part.clause) ? minus(exactly(100), outcome) : outcome }];
      }),
    )
    .concat(parts.flatMap((part) => ofMovedBudget(part, before).map((outcome) => ({ told, outcome }))));
}

const NOT_DONE = /未|没有|尚|剩|不合格|不达标/u;

/** 年初预算 60 万元，调入 8 万元、收回 5 万元，支出 60.48 万元，执行率 96%: of the budget with what was added and taken. */
function ofMovedBudget(part: Placed, before: readonly Placed[]): readonly Interval[] {
  const own = before.filter(({ mention }) => sameUnit(mention, part.mention));
  const budget = own.find(({ mention }) => BASES.has(mention.role));
  const added = own.filter(({ mention }) => mention.role === 'added');
  if (budget === undefined || added.length === 0 || BASES.has(part.mention.role)) return [];
  const moves = added.map((one) => signed(valueOf(one), one.mention.direction));
  return [percent(valueOf(part), sum([valueOf(budget), ...moves]))].filter((one) => one !== undefined);
}

/** 合计 4.00 万亩，为任务 3.50 万亩的 114.29%: what stands right before a whole that is told with its number. */
function ofGiven(before: readonly Placed[], of: Quantity): readonly Interval[] {
  const part = before.findLast(({ mention: { quantity } }) => quantity.from < of.from);
  const outcome =
    part?.mention.quantity.unit === of.unit ? percent(valueOf(part), intervalOf(of)) : undefined;
  return outcome === undefined ? [] : [outcome];
}

/** 720 万元和 480 万元，占 60% 和 40%: of several rates in a row, each is of the amount that stands in its place. */
function pairedWith({ one, placed }: Accused, before: readonly Placed[]): readonly Placed[] {
  const at = placed.indexOf(one);
  const goesOn = (from: number): boolean =>
    JOINED.test(placed[from]?.lead ?? '.') && placed[from]?.mention.quantity.unit === '%';
  let [first, end] = [at, at + 1];
  while (first > 0 && goesOn(first)) first -= 1;
  while (goesOn(end)) end += 1;
  const part = before.filter((other) => placed.indexOf(other) < first).slice(first - end)[at - first];
  return end - first < 2 || part === undefined ? [] : [part];
}

const JOINED = /^(?:、|和|及|与)$/u;

/** Of two parts of one list, neither is the whole of a rate that nothing else names. */
function isBesideIn(part: Placed, all: Placed): boolean {
  const { list } = part.item;
  return list !== undefined && part.item !== all.item && list.parts.includes(all.item);
}

/** What was meant to be done is what completion is held against. */
const PLANNED = /计划|目标|任务|应/u;
/** Rates that are no part of anything. */
const APART: ReadonlySet<string> = new Set(['variance', 'saving', 'points']);
