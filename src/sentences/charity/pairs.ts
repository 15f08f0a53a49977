import { isAmount, sameUnit } from '../equations/beside.ts';
import { intervalOf, minus, overlaps, percent, type Interval } from '../interval.ts';
import { rateOf, signed } from '../relations/relation.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import type { Role } from '../roles.ts';
import type { Mention, Sentence } from '../sentence.ts';

const NOW: ReadonlySet<Role> = new Set(['amount', 'outturn', 'total']);

/**
 * Whether a share or a change, of which the words do not say of what, comes out of two other numbers of its sentence: it is
 * theirs, and the numbers are held against the booklet themselves.
 */
export function isOfAPair(mention: Mention, sentence: Sentence): boolean {
  const { role, whole = '', of, quantity, direction } = mention;
  const before = placedIn(sentence).filter(
    (one) => isAmount(one) && one.mention.quantity.from < quantity.from,
  );
  if (role === 'share') {
    return whole === '' && of === undefined && isAny(sharesIn(before), intervalOf(quantity));
  }
  if (role === 'changeRate') return isAny(growthsIn(before), signed(rateOf(mention), direction));
  return false;
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
  const bases = before.filter(({ mention }) => mention.role === 'last');
  const currents = before.filter(({ mention }) => NOW.has(mention.role));
  return bases.flatMap((base) =>
    currents
      .filter((now) => sameUnit(now.mention, base.mention))
      .map((now) => percent(minus(valueOf(now), valueOf(base)), valueOf(base))),
  );
}

function valueOf({ mention }: Placed): Interval {
  return intervalOf(mention.quantity);
}
