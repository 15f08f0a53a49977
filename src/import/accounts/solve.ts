import { ZERO, type Exact } from '../../accounts/decimal.ts';
import type { Source } from '../reading.ts';
import type { Equation } from './equations.ts';

/** A number that was found, with where it is from. */
export interface Found {
  readonly value: Exact;
  readonly tolerance: Exact;
  readonly source: Source;
  /** Whether a file states it, and no zero was put in its place. */
  readonly stated: boolean;
  /** Whether it was worked out from a total. */
  readonly derived: boolean;
}

/** What is known of numbers by the paths at which they are entered. */
export type Known = Map<string, Found>;

/**
 * Finds every number that the equations settle: first what a file states itself, then zeros for what it leaves out, then
 * what is left of a total when all its other parts are known, small totals first.
 *
 * @param rounding what is left of a total that may be nothing but rounding
 */
export function solve(equations: readonly Equation[], known: Known, rounding: Rounding): void {
  const single = equations.filter(({ terms }) => terms.size === 1);
  for (const equation of single.filter(({ stated }) => stated)) settle(equation, known);
  for (const equation of single) settle(equation, known);
  const bySize = equations
    .filter(({ terms }) => terms.size > 1)
    .sort((a, b) => a.terms.size - b.terms.size || Number(b.stated) - Number(a.stated));
  for (let settled = true; settled;) {
    settled = false;
    for (const equation of bySize) settled = settle(equation, known) || settled;
    // What is nothing by rounding alone may be stated elsewhere.
    if (rounding === 'nothing') settled ||= bySize.some((equation) => settle(equation, known, rounding));
  }
}

/** What is left of a total that may be nothing but rounding: nothing, or nobody knows. */
export type Rounding = 'nothing' | 'open';

/** Finds the one number of an equation that is not known yet. */
function settle(equation: Equation, known: Known, rounding: Rounding = 'open'): boolean {
  const open = onlyOpen(equation, known);
  if (open === undefined) return false;
  const [path, times] = open;
  const { source, stated, terms } = equation;
  const rest = restOf(equation, known);
  const derived = terms.size > 1;
  const isNothing = derived && rest.value.abs().lte(rest.around);
  if (isNothing && !rest.value.isZero() && rounding === 'open') return false;
  const value = isNothing ? ZERO : rest.value;
  const tolerance = value.isZero() ? ZERO : rest.around;
  known.set(path, { value: times === 1 ? value : value.div(times), tolerance, source, stated, derived });
  return true;
}

/** The one number of an equation that is not known, if there is but one. */
function onlyOpen({ terms }: Equation, known: Known): readonly [string, number] | undefined {
  let open: readonly [string, number] | undefined;
  for (const [path, times] of terms) {
    if (known.has(path)) continue;
    if (open !== undefined) return undefined;
    open = [path, times];
  }
  return open;
}

/** What is left of what a file states when all that is known is taken from it. */
export interface Rest {
  /** Of how many parts. */
  readonly open: number;
  readonly value: Exact;
  /** How far the true value may be from it. */
  readonly around: Exact;
}

/** Takes all that is known from what a file states. */
export function restOf({ terms, value, tolerance }: Equation, known: Known): Rest {
  let [open, rest, around] = [0, value, tolerance];
  for (const [path, times] of terms) {
    const found = known.get(path);
    if (found === undefined) open += 1;
    else if (!isExactlyNothing(found)) {
      rest = rest.minus(partOf(found, times));
      around = around.plus(found.tolerance);
    }
  }
  return { open, value: rest, around };
}

/** What a number adds to what it is so many times part of. */
function partOf({ value }: Found, times: number): Exact {
  return times === 1 ? value : value.times(times);
}

/** Whether a number changes nothing: most of what could be entered is nothing. */
function isExactlyNothing({ value, tolerance }: Found): boolean {
  return value.isZero() && tolerance.isZero();
}

/** How an equation stands once numbers are known. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly computed: Exact };

/** Holds what a file states against what its parts make. */
export function standing({ terms, value, tolerance }: Equation, known: Known): Standing {
  let computed = ZERO;
  let allowed = tolerance;
  for (const [path, times] of terms) {
    const found = known.get(path);
    if (found === undefined) return { kind: 'open' };
    if (isExactlyNothing(found)) continue;
    computed = computed.plus(partOf(found, times));
    allowed = allowed.plus(found.tolerance);
  }
  return computed.minus(value).abs().lte(allowed) ? { kind: 'agrees' } : { kind: 'differs', computed };
}
