import { ZERO } from '../../accounts/decimal.ts';
import type { Equation } from './equations.ts';
import { restOf, solve, type Known, type Rest } from './solve.ts';

/**
 * What a reader of a published booklet concludes besides: where one total holds all of another, the rest is what lies
 * between the two; and where a booklet says that parts come to nothing, each of them is nothing. (By adjustments some
 * might be below zero and others make up for it; a booklet would have to say so.)
 */
export function inferRest(equations: readonly Equation[], known: Known): void {
  const isOpen = ({ terms }: Equation): boolean => terms.keys().some((path) => !known.has(path));
  let open = equations.filter(isOpen);
  const pairs = pairsOf(open.filter(({ stated, terms }) => stated && terms.size > 1));
  for (let size = -1; size !== known.size;) {
    size = known.size;
    solve([...open, ...between(pairs, known, (rest) => rest.open === 1)], known, 'open');
    const nothing = between(pairs, known, ({ open: left, value }) => left > 1 && value.isZero());
    for (const equation of [...open, ...nothing]) settleNothing(equation, known);
    open = open.filter(isOpen);
  }
}

/** Two totals of which one holds the other. */
interface Pair {
  readonly part: Equation;
  readonly whole: Equation;
}

function pairsOf(totals: readonly Equation[]): readonly Pair[] {
  const holding = new Map<string, Equation[]>();
  for (const whole of totals)
    for (const path of whole.terms.keys()) {
      const others = holding.get(path);
      if (others === undefined) holding.set(path, [whole]);
      else others.push(whole);
    }
  return totals.flatMap((part) => {
    const [path = ''] = part.terms.keys();
    return (holding.get(path) ?? []).flatMap((whole) => (isPart(part, whole) ? [{ part, whole }] : []));
  });
}

function isPart({ terms }: Equation, whole: Equation): boolean {
  if (terms.size >= whole.terms.size) return false;
  for (const [path, times] of terms) if (whole.terms.get(path) !== times) return false;
  return true;
}

/** What lies between totals, where it is left over as it is asked for: between totals of hundreds of parts are a thousand others. */
function between(
  pairs: readonly Pair[],
  known: Known,
  isWanted: (rest: Rest) => boolean,
): readonly Equation[] {
  const rests = new Map(pairs.flatMap(({ part, whole }) => [part, whole]).map((one) => [one, NOTHING_LEFT]));
  for (const total of rests.keys()) rests.set(total, restOf(total, known));
  return pairs.flatMap(({ part, whole }): readonly Equation[] => {
    const [less, more] = [rests.get(part) ?? NOTHING_LEFT, rests.get(whole) ?? NOTHING_LEFT];
    const [value, around] = [more.value.minus(less.value), more.around.plus(less.around)];
    if (!isWanted({ open: more.open - less.open, value, around })) return [];
    const { definition, source, stated } = whole;
    const terms = new Map([...whole.terms].filter(([path]) => !part.terms.has(path)));
    const tolerance = whole.tolerance.plus(part.tolerance);
    return [{ definition, source, stated, terms, value: whole.value.minus(part.value), tolerance }];
  });
}

const NOTHING_LEFT: Rest = { open: 0, value: ZERO, around: ZERO };

/** Parts that are left of a total and come to nothing. */
function settleNothing(equation: Equation, known: Known): void {
  const { terms, source, stated } = equation;
  const open = [...terms].filter(([path]) => !known.has(path));
  if (!stated || open.length === 0 || open.some(([, times]) => times < 0)) return;
  if (!restOf(equation, known).value.isZero()) return;
  for (const [path] of open)
    known.set(path, { value: ZERO, tolerance: ZERO, source, stated: false, derived: true });
}
