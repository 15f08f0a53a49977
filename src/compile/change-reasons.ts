import { APPROPRIATIONS } from '../accounts/categories.ts';
import { reasonText } from '../document/reasons.ts';
import { exactOf, type Figure } from '../figures/figure.ts';
import { isNonZero } from '../figures/value.ts';
import type { YearComparison } from '../figures/year-comparison.ts';
import type { Booklet } from './booklet.ts';

/** Why something changed: the booklet's own words. */
export interface ChangeReason {
  /** The figure that the booklet explains, where it is a part of the one that changed. */
  readonly of?: Figure;
  readonly text: string;
}

/** An item of expenditure over all funds: `支出.2010301.合计`. */
const ITEM = /^(支出\.\d+)\.合计$/;

/**
 * The reason that the booklet gives for a change; for that of an item over all funds, which no booklet explains, the
 * reasons of its funds. What did not change, or is not known to have, needs none.
 */
export function changeReasons(
  { current, change }: YearComparison,
  booklet: Booklet,
): readonly ChangeReason[] {
  const { figures, source } = booklet;
  const own = isNonZero(change.value) ? reasonText(current.id, source.year) : undefined;
  if (own !== undefined) return [{ text: own }];
  const item = ITEM.exec(current.id)?.[1];
  if (item === undefined) return [];
  return Object.values(APPROPRIATIONS).flatMap((fund): readonly ChangeReason[] => {
    const id = `${item}.${fund}.合计`;
    const [of, changed] = [figures.find(id), figures.find(`${id}.增减额`)];
    const text = changed && isNonZero(changed.value) ? reasonText(id, source.year) : undefined;
    if (of === undefined || changed === undefined || text === undefined) return [];
    // An item of one fund alone changed as its fund did.
    return [isSame(of, current) && isSame(changed, change) ? { text } : { of, text }];
  });
}

function isSame(a: Figure, b: Figure): boolean {
  const [first, second] = [exactOf(a), exactOf(b)];
  return first !== undefined && second !== undefined && first.eq(second);
}
