import { ZERO } from '../../accounts/decimal.ts';
import type { Equation } from './equations.ts';
import { solve, type Known } from './solve.ts';

/**
 * What a reader of a published booklet concludes besides: where one total holds all of another, the rest is what lies
 * between the two; and where a booklet says that parts come to nothing, each of them is nothing. (By adjustments some
 * might be below zero and others make up for it; a booklet would have to say so.)
 */
export function inferRest(equations: readonly Equation[], known: Known): void {
  const between = differences(equations, known);
  for (let size = -1; size !== known.size;) {
    size = known.size;
    solve([...equations, ...between], known);
    for (const equation of [...equations, ...between]) settleNothing(equation, known);
  }
}

/** What lies between totals of which one holds the other. */
function differences(equations: readonly Equation[], known: Known): readonly Equation[] {
  const open = equations.filter(
    ({ stated, terms }) => stated && terms.size > 1 && [...terms.keys()].some((path) => !known.has(path)),
  );
  return open.flatMap((whole) =>
    open.flatMap((part): readonly Equation[] => {
      if (part.terms.size >= whole.terms.size) return [];
      if (![...part.terms].every(([path, times]) => whole.terms.get(path) === times)) return [];
      const terms = new Map([...whole.terms].filter(([path]) => !part.terms.has(path)));
      const { definition, source, stated } = whole;
      const tolerance = whole.tolerance.plus(part.tolerance);
      return [{ definition, source, stated, terms, value: whole.value.minus(part.value), tolerance }];
    }),
  );
}

/** Parts that are left of a total and come to nothing. */
function settleNothing({ terms, value, tolerance, source, stated }: Equation, known: Known): void {
  const open = [...terms].filter(([path]) => !known.has(path));
  if (!stated || open.length === 0) return;
  let [rest, around] = [value, tolerance];
  for (const [path, times] of terms) {
    const found = known.get(path);
    if (found === undefined) continue;
    rest = rest.minus(found.value.times(times));
    around = around.plus(found.tolerance);
  }
  if (open.some(([, times]) => times < 0) || rest.abs().gt(around)) return;
  for (const [path] of open)
    known.set(path, { value: ZERO, tolerance: ZERO, source, stated: false, derived: true });
}
