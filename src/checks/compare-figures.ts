import type { MoneyUnit } from '../accounts/schema/entries.ts';
import type { Figure, FigureUnit } from '../figures/figure.ts';
import { compareValues, type Value } from '../figures/value.ts';
import { error, note, type Diagnostic, type RelatedPlace } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { amountsIn } from './amounts.ts';

/** One side of an equality: what it is called and what it is worth. */
export interface Side {
  readonly label: string;
  readonly value: Value;
}

/** An equality that must hold. */
export interface Equality {
  readonly rule: string;
  /** The side that is shown as being wrong. */
  readonly actual: Side;
  readonly expected: Side;
  /** Why they must be equal, for the reader: a rule of the tables. */
  readonly basis: string;
  readonly unit: FigureUnit;
  /** The unit of the file, in which amounts are shown. */
  readonly moneyUnit: MoneyUnit;
  readonly place: Place;
  readonly related: readonly RelatedPlace[];
}

/** Compares two numbers that must be equal: a note for a rounding residue (R70), an error beyond. */
export function checkEqual(equality: Equality): readonly Diagnostic[] {
  const { rule, actual, expected, basis, unit, moneyUnit, place, related } = equality;
  const agreement = compareValues(actual.value, expected.value);
  if (agreement.kind === 'unknown' || agreement.kind === 'equal') return [];
  const amounts = amountsIn(moneyUnit);
  const a = amounts.value(actual.value, unit);
  const b = amounts.value(expected.value, unit);
  const difference = amounts.difference(agreement.difference, unit);
  if (agreement.kind === 'rounding') {
    const message = `${actual.label}为 ${a}，${expected.label}为 ${b}，差 ${difference}，在四舍五入允许的 ${amounts.difference(agreement.allowed, unit)}以内（尾差），无需处理`;
    return [note(rule, message, place, related)];
  }
  const message = `${actual.label}为 ${a}，应为 ${b}（${basis}），差 ${difference}；请核对并改正`;
  return [error(rule, message, place, related)];
}

/** Whether two numbers differ at all, as far as they are known: whether a comparison has anything to say. */
export function differ(a: Value, b: Value): boolean {
  const { kind } = compareValues(a, b);
  return kind === 'rounding' || kind === 'contradiction';
}

/** A figure as one side of an equality. */
export function sideOf(figure: Figure): Side {
  return { label: `“${figure.label}”`, value: figure.value };
}
