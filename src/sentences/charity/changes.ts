import { intervalOf, minus, percent, sum, type Interval } from '../interval.ts';
import { isAmount, sameUnit } from '../equations/beside.ts';
import type { Placed } from '../relations/placed.ts';
import { rateOf, signed } from '../relations/relation.ts';
import { BASES, isIn, valueOf, type Accused, type Make } from './accused.ts';

/** The same base, and another number of this year. */
export function changesOf({ one, placed, failed }: Accused): readonly Make[] {
  const told = signed(valueOf(one), one.mention.direction);
  const checked = betweenOf(one, placed).map((outcome) => ({ told, outcome }));
  const made = basesOf(failed, placed, one).flatMap((base) =>
    [
      ...[...currentsOf(placed, base), ...adjustedOf(one, placed, base)].map(valueOf),
      ...runsBefore(one, placed, base),
    ].map((now) => ({ told, outcome: minus(now, valueOf(base)) })),
  );
  return [...checked, ...made];
}

/** 合同价 432.60 万元，审减 3.20 万元，支付 429.40 万元: what an audit took off stands between what it made of what. */
function betweenOf(one: Placed, placed: readonly Placed[]): readonly Interval[] {
  const [before, after] = [placed[placed.indexOf(one) - 1], placed[placed.indexOf(one) + 1]];
  if (before === undefined || after === undefined || !/审[减增]|核[减增]/u.test(one.clause)) return [];
  const alike = [before, after].every(({ mention }) => sameUnit(mention, one.mention));
  return alike ? [minus(valueOf(after), valueOf(before))] : [];
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
  const moved = base.mention.role === 'initial' && /调|追加|核减|压减/u.test(clause);
  // 2022年预算 40 万元，2023年预算 46 万元，增加 6 万元
  const ofTwo = base.mention.role === 'last' && base.clause.includes('预算');
  return placed.filter(({ mention }) => {
    const turned = (moved && mention.role === 'adjusted') || (ofTwo && mention.role === 'budget');
    return turned && sameUnit(mention, base.mention);
  });
}

/** The same of a rate of growth. */
export function growthsOf({ one, placed, failed }: Accused): readonly Make[] {
  const told = signed(rateOf(one.mention), one.mention.direction);
  return basesOf(failed, placed, undefined)
    .flatMap((base) =>
      currentsOf(placed, base).flatMap((now) => {
        const before = asHeld(base, failed);
        const outcome = percent(minus(valueOf(now), before), before);
        return outcome === undefined ? [] : [{ told, outcome }];
      }),
    )
    .concat(changedOf(failed, placed).map((outcome) => ({ told, outcome })));
}

/** As finely as the relation has it that failed. */
function asHeld(one: Placed, { members }: Accused['failed']): Interval {
  const held = members.find(({ from }) => from === one.mention.quantity.from);
  return held === undefined ? valueOf(one) : intervalOf(held);
}

/** 22 人，其中窗口 18 人、后勤 4 人，减少 3 人，降幅 12%: a change, and any number of this year that it may be of. */
function changedOf(failed: Accused['failed'], placed: readonly Placed[]): readonly Interval[] {
  const changes = placed.filter((one) => one.mention.role === 'change' && isIn(failed, one));
  return changes.flatMap((change) => {
    // A base that is told is the one that is meant.
    if (BASES.has(placed[placed.indexOf(change) - 1]?.mention.role ?? '')) return [];
    const value = signed(valueOf(change), change.mention.direction);
    return currentsOf(placed, change).flatMap((now) => percent(value, minus(valueOf(now), value)) ?? []);
  });
}

function basesOf(
  failed: Accused['failed'],
  placed: readonly Placed[],
  like: Placed | undefined,
): readonly Placed[] {
  return placed.filter(
    (one) =>
      BASES.has(one.mention.role) &&
      isAmount(one) &&
      isIn(failed, one) &&
      (like === undefined || sameUnit(one.mention, like.mention)),
  );
}

function currentsOf(placed: readonly Placed[], base: Placed): readonly Placed[] {
  return placed.filter((one) => CURRENTS.has(one.mention.role) && sameUnit(one.mention, base.mention));
}

const CURRENTS: ReadonlySet<string> = new Set(['amount', 'outturn', 'total']);
