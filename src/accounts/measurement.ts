import { remembered } from '../source/remembered.ts';
import { Exact } from './decimal.ts';
import type { Indicator } from './schema/evaluation.ts';

/** How an indicator's target compares with what was achieved. */
export type Comparison = '≥' | '≤' | '=' | '>' | '<';

/** A target or actual value of an indicator, such as `>=90%` or `=4次/年`. */
export interface Measurement {
  /** The operator as it is meant; undefined where none is written. */
  readonly comparison?: Comparison;
  readonly number: Exact;
  /** How many decimals are written: how far the number was rounded. */
  readonly decimals: number;
  /** What follows the number: `%`, `户`, `次/年`; may be empty. */
  readonly unit: string;
}

const OPERATORS: Readonly<Record<string, Comparison>> = {
  '>=': '≥',
  '≥': '≥',
  '<=': '≤',
  '≤': '≤',
  '=': '=',
  '>': '>',
  '<': '<',
};

/** Reads a target or actual value; undefined for qualitative ones such as 提高. */
export function parseMeasurement(text: string): Measurement | undefined {
  const match = /^(>=|<=|≥|≤|=|>|<)?\s*(-?\d{1,15}(?:\.\d{1,6})?)\s*(\D*)$/u.exec(text.trim());
  if (match === null) return undefined;
  const comparison = OPERATORS[match[1] ?? ''];
  return {
    ...(comparison && { comparison }),
    number: new Exact(match[2] ?? '0'),
    decimals: match[2]?.split('.')[1]?.length ?? 0,
    unit: (match[3] ?? '').trim(),
  };
}

/** Target and actual value of an indicator, where they are numbers. */
export interface IndicatorValues {
  readonly target: Measurement | undefined;
  readonly actual: Measurement | undefined;
}

/** An indicator's values as numbers, read once for figures and checks. */
export const valuesOf = remembered(({ target, actual }: Indicator): IndicatorValues => ({
  target: parseMeasurement(target),
  actual: parseMeasurement(actual),
}));

/** Whether a target was missed; undefined where it cannot be compared with what was achieved: words, or another unit. */
export function isMissed({ target, actual }: IndicatorValues): boolean | undefined {
  if (target === undefined || actual === undefined) return undefined;
  if (target.unit !== actual.unit && target.unit !== '' && actual.unit !== '') return undefined;
  const { number } = actual;
  switch (target.comparison) {
    case '≤':
      return number.gt(target.number);
    case '<':
      return number.gte(target.number);
    case '>':
      return number.lte(target.number);
    default:
      return number.lt(target.number);
  }
}
