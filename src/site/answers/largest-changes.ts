import type { FigureName, Sentence } from '../../charts/chart.ts';
import type { Direction } from '../../charts/figure-words.ts';
import { compareBooklet, type ComparedRow } from '../../compile/booklet-comparison.ts';
import type { Booklet } from '../../compile/booklet.ts';
import type { ChangeReason } from '../../compile/change-reasons.ts';
import { exactOf } from '../../figures/figure.ts';
import { noChangeWords } from '../figures/compared-words.ts';
import { wordsOfChange } from '../origins/change-words.ts';

/** How many changes a front page tells of; the comparison has more. */
const TOLD = 3;

/** A source of revenue or an item of expenditure that changed more than others, and why. */
export interface LargeChange {
  readonly name: FigureName;
  /** `比上年增加63.42万元，增长14.08%`. */
  readonly change: Sentence;
  readonly direction: Direction;
  readonly reasons: readonly ChangeReason[];
}

/** What changed most, the largest first; or why nothing can be told. */
export interface LargestChanges {
  readonly changes: readonly LargeChange[];
  readonly nothing: string | undefined;
}

/** The largest changes of a booklet on the year before. */
export function largestChangesOf(booklet: Booklet): LargestChanges {
  const { largest, noChange } = compareBooklet(booklet);
  return {
    changes: largest.slice(0, TOLD).map((row) => largeChange(row, booklet)),
    nothing: noChange && noChangeWords(noChange, booklet.year),
  };
}

function largeChange({ label, years, reasons }: ComparedRow, booklet: Booklet): LargeChange {
  const { current, change, rate } = years;
  return {
    name: { nameOf: current.id, text: label },
    change: ['比上年', ...wordsOfChange(change, rate, booklet)],
    direction: exactOf(change)?.isNegative() === true ? 'down' : 'up',
    reasons,
  };
}
