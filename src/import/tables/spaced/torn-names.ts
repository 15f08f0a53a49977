/** A line of one side of a table. */
export interface SideLine {
  /** What of a name stands in it. */
  readonly name: string;
  /** Whether it holds the numbers of a row: then it is one. */
  readonly isRow: boolean;
  /** The code beside its name. */
  readonly code: string;
}

/** Which lines make the name of a row. */
export interface WholeName {
  /** The index of the row's own line. */
  readonly row: number;
  /** The first and the last line of its name. */
  readonly first: number;
  readonly last: number;
  readonly name: string;
  /** Whether a table has a name like this. */
  readonly isKnown: boolean;
}

const UNKNOWN = 1.5;
const NAMELESS = 1;
/** Programs set the numbers of a row beside the middle of its name, or beside its first line. */
const UNEVEN = 0.4;

/**
 * Puts names together that were torn into lines: what stands between the numbers of two rows belongs to the one or the
 * other, so that as many names as may be are known ones.
 */
export function wholeNames(
  lines: readonly SideLine[],
  isKnown: (name: string, code: string) => boolean,
): readonly WholeName[] {
  const rows = lines.flatMap(({ isRow }, index) => (isRow ? [index] : []));
  let best: readonly Way[] = [{ cost: 0, names: [], next: 0 }];
  rows.forEach((row, index) => {
    const end = rows[index + 1] ?? lines.length;
    const ways: Way[] = [];
    // The last row has what is left.
    const first = index + 1 < rows.length ? row : end - 1;
    for (let last = first; last < end; last += 1)
      ways.push(cheapest(best.map((way) => longer(way, lines, { row, last }, isKnown))));
    best = ways;
  });
  return cheapest(best).names;
}

function cheapest(ways: readonly Way[]): Way {
  return ways.reduce((one, other) => (other.cost < one.cost ? other : one));
}

interface Way {
  readonly cost: number;
  readonly names: readonly WholeName[];
  /** The first line that is nobody's yet. */
  readonly next: number;
}

function longer(
  { cost, names, next }: Way,
  lines: readonly SideLine[],
  { row, last }: { readonly row: number; readonly last: number },
  isKnown: (name: string, code: string) => boolean,
): Way {
  const name = lines
    .slice(next, last + 1)
    .map((line) => line.name)
    .join('');
  const known = isKnown(name, lines[row]?.code ?? '');
  const filled = (from: number, to: number): number =>
    lines.slice(from, to).filter((line) => line.name !== '').length;
  const [above, below] = [filled(next, row), filled(row + 1, last + 1)];
  const strange = known ? 0 : name === '' ? (filled(row - 1, row + 2) > 0 ? NAMELESS : 0) : UNKNOWN;
  return {
    cost: cost + strange + UNEVEN * Math.abs(above - below),
    names: [...names, { row, first: next, last, name, isKnown: known }],
    next: last + 1,
  };
}
