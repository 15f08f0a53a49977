import { ZERO, type Exact } from '../accounts/decimal.ts';
import { placeOfEntry, type Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import { compareValues, isZero, sumOf, type Value } from '../figures/value.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { checkEqual, sideOf } from './compare-figures.ts';
import { placeOfFigure, placesOfParts } from './figure-places.ts';

/** A total and the parts that must make it, where the total's figure is not defined as their sum. */
export interface SumRelation {
  readonly rule: string;
  readonly total: string;
  readonly parts: readonly string[];
  /** What the parts are called together, e.g. `5 个类相加`. */
  readonly partsLabel: string;
  readonly basis: string;
}

/**
 * Checks a sum that holds by another way than the one by which its total is defined. It can only fail where control
 * totals stand in between: a contradiction that one of them already has is not reported again, and a rounding residue
 * that the total merely inherits from its own parts is not news.
 */
export function checkSum(figures: Registry, relation: SumRelation): readonly Diagnostic[] {
  const total = figures.get(relation.total);
  const parts = relation.parts.map((id) => figures.get(id));
  const sum = sumOf(parts.map((part) => part.value));
  const { kind } = compareValues(total.value, sum);
  if (kind === 'unknown' || kind === 'equal') return [];
  const involved = [total, ...parts];
  const approved = involved.find((figure) => figure.approval !== undefined);
  if (kind === 'rounding' && approved === undefined) return [];
  if (kind === 'contradiction' && involved.some((figure) => isDisputed(figure, figures))) return [];
  const place = approved?.approval ? placeOfEntry(approved.approval.entry) : placeOfFigure(total, figures);
  return place === undefined ? [] : checkEqual({ ...sidesOf(relation, total, sum), place, related: placesOfParts(parts, figures) });
}

function sidesOf({ rule, partsLabel, basis }: SumRelation, total: Figure, sum: Value) {
  return { rule, actual: sideOf(total), expected: { label: partsLabel, value: sum }, basis, unit: total.unit };
}

/** Whether a figure's control total, or one that it is made of, contradicts its own parts: `approved-total` says so. */
export function isDisputed(figure: Figure, figures: Registry, seen = new Set<string>()): boolean {
  if (seen.has(figure.id)) return false;
  seen.add(figure.id);
  const { approval, origin } = figure;
  if (approval !== undefined && compareValues(figure.value, approval.computed).kind === 'contradiction') return true;
  return origin.kind === 'derived' && origin.inputs.some((id) => isDisputed(figures.get(id), figures, seen));
}

/** By how much a part surely exceeds the whole that it belongs to, rounding allowed for; undefined if it does not. */
export function excessOf(part: Value, whole: Value): Exact | undefined {
  const agreement = compareValues(part, whole);
  return agreement.kind === 'contradiction' && agreement.difference.gt(ZERO) ? agreement.difference : undefined;
}

/** Whether two numbers are known and contradict each other. */
export function contradict(a: Value, b: Value): boolean {
  return compareValues(a, b).kind === 'contradiction';
}

/** Whether a value is known to be more than zero. */
export function isPositive(value: Value): boolean {
  return value.state === 'known' && value.exact.gt(ZERO);
}

/** Whether an id is known and not zero, or not disclosed: whether there is anything behind it. */
export function isPresent(figures: Registry, id: string): boolean {
  const figure = figures.find(id);
  return figure !== undefined && !isZero(figure.value);
}

/** Where one of several figures stands, the first that has a place. */
export function placeOfFirst(figures: Registry, ...ids: readonly string[]): Place | undefined {
  for (const id of ids) {
    const figure = figures.find(id);
    const place = figure && placeOfFigure(figure, figures);
    if (place !== undefined) return place;
  }
  return undefined;
}
