import { isAmount, sameUnit } from '../equations/beside.ts';
import type { Registry } from '../../figures/registry.ts';
import { figuresCalled } from '../candidates.ts';
import { intervalOf, intervalOfValue, minus, overlaps, percent, sum, type Interval } from '../interval.ts';
import { rateOf, signed } from '../relations/relation.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import { rowsBefore } from './rows-before.ts';
import { BUDGETS, type Role } from '../roles.ts';
import type { Mention, Sentence } from '../sentence.ts';

const NOW: ReadonlySet<Role> = new Set(['amount', 'outturn', 'total']);

/**
 * Whether a share, a change or a rate of a budget comes out of two other numbers of its sentence: it is theirs, as they are
 * rounded there, and the numbers are held against the booklet themselves.
 */
export function isOfAPair(mention: Mention, sentence: Sentence): boolean {
  const { role, whole = '', of, quantity, direction } = mention;
  const before = placedIn(sentence).filter(
    (one) => isAmount(one) && one.mention.quantity.from < quantity.from,
  );
  if (role === 'share') {
    return whole === '' && of === undefined && isAny(sharesIn(before), intervalOf(quantity));
  }
  const told = signed(rateOf(mention), direction);
  if (role === 'changeRate') return isAny(growthsIn(before), told);
  if (role === 'completion') return isAny(ofBudgetsIn(before), told);
  return role === 'variance' && isAny(ofBudgetsIn(before).map(lessAHundred), told);
}

/** A、B、C，占公用经费的 17.69%: the share of all in a row in a figure that the words name. */
export function isOfARow(mention: Mention, sentence: Sentence, figures: Registry): boolean {
  const { role, whole = '', of, quantity } = mention;
  if (role !== 'share' || whole === '' || of !== undefined) return false;
  const placed = placedIn(sentence);
  const one = placed.find((other) => other.mention === mention);
  const rows = one === undefined ? [] : rowsBefore(one, placed);
  if (rows.length === 0) return false;
  const wholes = figuresCalled(whole, sentence, figures).flatMap(({ value, unit }) =>
    value.state === 'known' && unit === rows[0]?.[0]?.mention.quantity.unit ? [intervalOfValue(value)] : [],
  );
  const outcomes = rows.flatMap((row) => wholes.map((all) => percent(sum(row.map(valueOf)), all)));
  return isAny(outcomes, intervalOf(quantity));
}

function isAny(outcomes: readonly (Interval | undefined)[], told: Interval): boolean {
  return outcomes.some((outcome) => outcome !== undefined && overlaps(outcome, told));
}

/** What the last number is of each one before it. */
function sharesIn(before: readonly Placed[]): readonly (Interval | undefined)[] {
  const part = before.at(-1);
  if (part === undefined) return [];
  return before
    .slice(0, -1)
    .filter((whole) => sameUnit(whole.mention, part.mention))
    .map((whole) => percent(valueOf(part), valueOf(whole)));
}

/** How each number of this year grew on one of last year. */
function growthsIn(before: readonly Placed[]): readonly (Interval | undefined)[] {
  const isLast = (role: Role): boolean => role === 'last';
  return againstBases(before, isLast, (now, base) => percent(minus(now, base), base));
}

/** What each number of this year is of each budget. */
function ofBudgetsIn(before: readonly Placed[]): readonly (Interval | undefined)[] {
  return againstBases(before, (role) => BUDGETS.has(role), percent);
}

/** What each number of this year makes with each number of the same unit that it is compared with. */
function againstBases(
  before: readonly Placed[],
  isBase: (role: Role) => boolean,
  make: (now: Interval, base: Interval) => Interval | undefined,
): readonly (Interval | undefined)[] {
  const currents = before.filter(({ mention }) => NOW.has(mention.role));
  return before
    .filter(({ mention }) => isBase(mention.role))
    .flatMap((base) =>
      currents
        .filter((now) => sameUnit(now.mention, base.mention))
        .map((now) => make(valueOf(now), valueOf(base))),
    );
}

function lessAHundred(rate: Interval | undefined): Interval | undefined {
  return rate && { low: rate.low.minus(100), high: rate.high.minus(100) };
}

function valueOf({ mention }: Placed): Interval {
  return intervalOf(mention.quantity);
}
