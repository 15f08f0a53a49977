import { ZERO, type Exact } from '../accounts/decimal.ts';
import { inputsOf, placeOfEntry, type Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import { compareValues, sumOf, type Value } from '../figures/value.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { remembered } from '../source/remembered.ts';
import type { CheckSubject } from './check.ts';
import { checkEqual, sideOf } from './compare-figures.ts';
import { partPlaces } from './figure-places.ts';

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
 * Checks a sum that holds by another way than the one by which its total is defined. It can only fail where one of its
 * own figures is a control total; what the figures inherit from other control totals is found there. A contradiction
 * that `approved-total` reports already, or a rounding residue, is not reported again.
 */
export function checkSum({ figures, year }: CheckSubject, relation: SumRelation): readonly Diagnostic[] {
  const total = figures.get(relation.total);
  const parts = relation.parts.map((id) => figures.get(id));
  const involved = [total, ...parts];
  const approval = involved.find((figure) => figure.approval !== undefined)?.approval;
  if (approval === undefined) return [];
  const sum = sumOf(parts.map((part) => part.value));
  const { kind } = compareValues(total.value, sum);
  if (kind === 'unknown' || kind === 'equal') return [];
  const reported =
    kind === 'rounding' ? hasResidue(total) : involved.some((figure) => isDisputed(figure, figures));
  if (reported) return [];
  const place = placeOfEntry(approval.entry);
  const { moneyUnit } = year.accounts.value;
  const { rule, partsLabel, basis } = relation;
  const expected = { label: partsLabel, value: sum };
  const related = partPlaces(parts, figures, moneyUnit);
  return checkEqual({
    rule,
    actual: sideOf(total),
    expected,
    basis,
    unit: total.unit,
    moneyUnit,
    place,
    related,
  });
}

function hasResidue({ approval, value }: Figure): boolean {
  return approval !== undefined && compareValues(value, approval.computed).kind === 'rounding';
}

/** Figures share the figures that they are made of: each is judged once. */
const disputed = remembered((_: Registry) => new Map<string, boolean>());

/** Whether a figure's control total, or one that it is made of, contradicts its own parts: `approved-total` says so. */
export function isDisputed(figure: Figure, figures: Registry): boolean {
  const judged = disputed(figures);
  const known = judged.get(figure.id);
  if (known !== undefined) return known;
  const { approval } = figure;
  const found =
    (approval !== undefined && compareValues(figure.value, approval.computed).kind === 'contradiction') ||
    inputsOf(figure).some((id) => isDisputed(figures.get(id), figures));
  judged.set(figure.id, found);
  return found;
}

/** By how much a part surely exceeds the whole that it belongs to, rounding allowed for; undefined if it does not. */
export function excessOf(part: Value, whole: Value): Exact | undefined {
  const agreement = compareValues(part, whole);
  return agreement.kind === 'contradiction' && agreement.difference.gt(ZERO)
    ? agreement.difference
    : undefined;
}

/** Whether a value is known to be more than zero. */
export function isPositive(value: Value): boolean {
  return value.state === 'known' && value.exact.gt(ZERO);
}
