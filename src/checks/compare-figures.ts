import { formatExact } from '../accounts/decimal.ts';
import type { Figure } from '../figures/figure.ts';
import { compareValues, type Value } from '../figures/value.ts';
import { error, note, type Diagnostic, type RelatedPlace } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';

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
  readonly unit: string;
  readonly place: Place;
  readonly related: readonly RelatedPlace[];
}

/** Compares two numbers that must be equal: a note for a rounding residue (R70), an error beyond. */
export function checkEqual(equality: Equality): readonly Diagnostic[] {
  const { rule, actual, expected, basis, unit, place, related } = equality;
  const agreement = compareValues(actual.value, expected.value);
  if (agreement.kind === 'unknown' || agreement.kind === 'equal') return [];
  const a = formatValue(actual.value);
  const b = formatValue(expected.value);
  const difference = formatExact(agreement.difference.abs());
  if (agreement.kind === 'rounding') {
    const message = `${actual.label}为 ${a}，${expected.label}为 ${b}，差 ${difference}${unit}，在四舍五入允许的 ${formatExact(agreement.allowed)} 以内（尾差），无需处理`;
    return [note(rule, message, place, related)];
  }
  const message = `${actual.label}为 ${a}，应为 ${b}（${basis}），差 ${difference}${unit}；请核对并改正`;
  return [error(rule, message, place, related)];
}

/** A known value as people write it. */
export function formatValue(value: Value): string {
  return value.state === 'known' ? formatExact(value.exact) : '未公开';
}

/** A figure as one side of an equality. */
export function sideOf(figure: Figure): Side {
  return { label: `“${figure.label}”`, value: figure.value };
}
