import { approximate } from '../../accounts/decimal.ts';
import { remembered } from '../../source/remembered.ts';
import { isLimit, isQualified, placedIn, type Placed } from '../relations/placed.ts';
import type { Quantity } from '../quantity.ts';
import type { Sentence } from '../sentence.ts';

/** A number of a sentence as the search computes with it: near enough, and quick. */
export interface Term {
  readonly placed: Placed;
  readonly quantity: Quantity;
  readonly value: number;
  /** How far rounding may have moved it. */
  readonly half: number;
  /** What the last digit that is not zero stands for. */
  readonly step: number;
  /** The same, where zeros before the point are taken for digits. */
  readonly unit: number;
}

/** Numbers told exactly, in the order of the sentence. */
export const termsOf = remembered((sentence: Sentence): readonly Term[] =>
  placedIn(sentence)
    .filter(
      (one) =>
        isPlain(one.mention.quantity) && !(isLimit(one) && !PRICED.test(one.clause)) && !isQualified(one),
    )
    .map(termOf),
);

/** Told exactly and in digits. */
function isPlain({ approximation, digits }: Quantity): boolean {
  return approximation === undefined && PLAIN.test(digits);
}

/** 按每人每月 1800 元标准: a rate that is paid and bounds nothing. */
const PRICED = /每/u;
const PLAIN = /^\d+(?:,\d{3})*(?:\.\d+)?$/u;

function termOf(placed: Placed): Term {
  const { quantity } = placed.mention;
  const digits = quantity.digits.replaceAll(',', '');
  const [whole = '', decimals = ''] = digits.split('.');
  const zeros = /0*$/u.exec(whole + decimals)?.[0].length ?? 0;
  const value = approximate(quantity.value);
  const written = Number(digits);
  const factor = written === 0 ? 1 : value / written;
  // 80.00% is told to two decimals, 80.00 万元 may be a round number.
  const kept = quantity.unit === '%' ? 0 : Math.min(zeros, decimals.length);
  const unit = factor * 10 ** (kept - decimals.length);
  return {
    placed,
    quantity,
    value,
    half: approximate(quantity.half),
    step: quantity.unit === '%' ? unit : factor * 10 ** (zeros - decimals.length),
    unit,
  };
}

export function isMoneyOrCount({ quantity: { kind } }: Term): boolean {
  return kind === 'money' || kind === 'count';
}
