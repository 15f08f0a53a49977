import { exactly } from '../equations/equation.ts';
import { isAmount, sameUnit } from '../equations/beside.ts';
import { intervalOf, minus, percent, sum, type Interval } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import type { Placed } from '../relations/placed.ts';
import { rateOf, signed } from '../relations/relation.ts';
import { BASES, earlier, isIn, valueOf, type Accused, type Make } from './accused.ts';
import { rowsBefore } from './rows-before.ts';

/**
 * A part of a whole: of any pair before it, unless the words name the whole. What stands right before a rate is the part,
 * and what was planned is the whole.
 */
export function partsOf(accused: Accused): readonly Make[] {
  const { one, claimed, failed } = accused;
  const { whole = '', of, role } = one.mention;
  const told = rateOf(one.mention);
  const before = earlier(accused);
  if (of !== undefined) return ofGiven(before, of).map((outcome) => ({ told, outcome }));
  const rows = rowsOf(accused);
  if (whole !== '' || APART.has(role)) return rows.map((outcome) => ({ told, outcome }));
  const paired = pairedWith(accused, before);
  const behind = toldBehind(accused).flatMap((part) => before.flatMap((all) => ofPair(part, all)));
  const isAccused = (other: Placed): boolean => isIn(failed, other);
  const last = before.at(-1);
  const done = role === 'completion' ? before.filter(({ clause }) => !PLANNED.test(clause)) : before;
  const parts = paired.length > 0 ? paired : last !== undefined && isAccused(last) ? [last] : done;
  const planned = before.filter((other) => isAccused(other) && BASES.has(other.mention.role));
  const wholes = planned.length > 0 ? planned : before;
  const outcomes = parts.flatMap((part) =>
    claimed.has(part.mention.quantity.from)
      ? []
      : wholes
          .filter((all) => one.mention.bare !== true || !isBesideIn(part, all))
          .flatMap((all) => ofPair(part, all)),
  );
  const both =
    one.mention.role === 'share' && /^\d/u.test(one.mention.quantity.digits)
      ? parts.flatMap((part) => ofBoth(part, before))
      : [];
  const moved = parts.flatMap((part) => ofMovedBudget(part, before));
  return [...outcomes, ...behind, ...both, ...moved, ...rows].map((outcome) => ({ told, outcome }));
}

/** 男职工 52 人，女职工 34 人，占 39.53%: of the two together, where nothing else is told. */
function ofBoth(part: Placed, before: readonly Placed[]): readonly Interval[] {
  const [other, more] = before.filter((one) => one !== part && sameUnit(one.mention, part.mention));
  if (other === undefined || more !== undefined || !/^[，、][^中里]*$/u.test(part.lead)) return [];
  return [percent(valueOf(part), sum([valueOf(part), valueOf(other)]))].filter((one) => one !== undefined);
}

/** 占 25%，计 128.10 万元: the amount that a rate makes may stand behind it. */
function toldBehind({ one, placed }: Accused): readonly Placed[] {
  const next = placed[placed.indexOf(one) + 1];
  return next !== undefined && isAmount(next) && MAKES.test(next.lead) ? [next] : [];
}

const MAKES = /^[，（]?(?:即|计|共计?|合计?|约合|金额|数额|为)?(?:人民币|为|约)?$/u;

/** What a part is of its whole; of what is not done, what is left to a hundred. */
function ofPair(part: Placed, all: Placed): readonly Interval[] {
  if (part === all || !sameUnit(part.mention, all.mention)) return [];
  const outcome = percent(valueOf(part), valueOf(all));
  if (outcome === undefined || outcome.low.gt(100)) return [];
  return [NOT_DONE.test(part.clause) ? minus(exactly(100), outcome) : outcome];
}

/** A 1.20 万元、B 0.80 万元，占…: of several in a row, together. */
function rowsOf({ one, placed, failed }: Accused): readonly Interval[] {
  if (one.mention.role !== 'share') return [];
  return rowsBefore(one, placed).flatMap((row) =>
    placed
      .filter(
        (all) => !row.includes(all) && isIn(failed, all) && sameUnit(all.mention, (row[0] ?? all).mention),
      )
      .flatMap((all) => percent(sum(row.map(valueOf)), valueOf(all)) ?? []),
  );
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

/** 合计 4.00 万亩，为任务 3.50 万亩的 114.29%: any number before a whole that is told with its own. */
function ofGiven(before: readonly Placed[], of: Quantity): readonly Interval[] {
  return before
    .filter(({ mention: { quantity } }) => quantity.from < of.from && quantity.unit === of.unit)
    .flatMap((part) => percent(valueOf(part), intervalOf(of)) ?? []);
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
