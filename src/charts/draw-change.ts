import type { Element } from 'hast';
import { s } from 'hastscript';

const WIDTH = 96;
const HEIGHT = 10;

/** The greatest fall and the greatest rise of a table, both as they are: `{ least: -30.15, greatest: 500.74 }`. */
export interface ChangeRange {
  readonly least: number;
  readonly greatest: number;
}

/** The range of a table's changes; nothing and those that are not known are within any. */
export function rangeOf(changes: readonly number[]): ChangeRange {
  const known = changes.filter(Number.isFinite);
  return { least: Math.min(0, ...known), greatest: Math.max(0, ...known) };
}

/**
 * A change as a bar that leaves the line of no change to the right if it is more, to the left if it is less; that line
 * is the same for all rows of a table. It stands beside its number, which says the same, so it is not read out.
 */
export function drawChange(change: number, { least, greatest }: ChangeRange): Element | undefined {
  const range = greatest - least;
  if (!(range > 0) || !Number.isFinite(change)) return undefined;
  const place = (amount: number): number =>
    Math.round((WIDTH * (Math.max(least, Math.min(greatest, amount)) - least)) / range);
  const zero = place(0);
  return s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, ariaHidden: 'true' }, [
    s('path', { className: ['ink-rule'], d: `M${zero} 0h1v${HEIGHT}h-1` }),
    s('path', { className: ['ink-main'], d: `M${zero} 1H${place(change)}v${HEIGHT - 2}H${zero}` }),
  ]);
}
