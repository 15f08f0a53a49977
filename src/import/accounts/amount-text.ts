import { AmountInUnit, splitUnit, type AmountUnit } from '../../accounts/amount-in-unit.ts';
import { Exact, formatExact, formatFixed, ZERO } from '../../accounts/decimal.ts';
import type { MoneyUnit } from '../../accounts/schema/entries.ts';

/** A number, money in 万元, and how far the true one may be from it. */
export interface Amount {
  readonly value: Exact;
  readonly tolerance: Exact;
}

const IN_YUAN = new Exact(10000);
const YUAN = new Exact('0.0001');
const HALF_A_STEP = new Exact('0.005');

/** A number as a file states it: amounts of money, given in 万元, in the file's unit with two decimals. */
export function amountText(value: Exact, isMoney: boolean, unit: MoneyUnit): string {
  if (!isMoney) return formatExact(value);
  return formatFixed(unit === '元' ? value.times(IN_YUAN) : value, 2);
}

/**
 * An amount as a file states it that may have been rounded to more than the file's unit shows: then in the unit, and with
 * the decimals, that it was rounded to.
 *
 * @param tolerance how far the true amount may be from it, in 万元
 */
export function roundedText(value: Exact, tolerance: Exact, unit: MoneyUnit): string {
  const own = value.isZero() || tolerance.isZero() ? undefined : roundedTo(tolerance, unit);
  if (own === undefined) return amountText(value, true, unit);
  const number = own.unit === '亿元' ? value.times(YUAN) : value;
  return `${formatFixed(number, own.decimals)}${own.unit}`;
}

/** The unit and the decimals that an amount was rounded to; undefined where those of the file say as much. */
function roundedTo(
  tolerance: Exact,
  unit: MoneyUnit,
): { readonly unit: AmountUnit; readonly decimals: number } | undefined {
  const decimals = tolerance.times(2).log(10).neg().ceil().toNumber();
  if (decimals >= (unit === '元' ? WHOLE_YUAN : TWO)) return undefined;
  if (decimals >= 0) return { unit: '万元', decimals };
  return { unit: '亿元', decimals: Math.max(decimals + WHOLE_YUAN, 0) };
}

/** Decimals of an amount in 万元 that is told to the 元; an amount in 亿元 has as many more than one in 万元. */
const WHOLE_YUAN = 4;
const TWO = 2;

/** A number that stands in a file, amounts in 万元; undefined for a word such as 待填 or 未公开. */
export function numberIn(text: string, isMoney: boolean, unit: MoneyUnit): Amount | undefined {
  const { number, unit: own } = (isMoney ? splitUnit(text) : undefined) ?? { number: text };
  if (!/^-?\d+(\.\d+)?$/.test(number)) return undefined;
  if (own !== undefined) {
    const { exact: value, tolerance } = new AmountInUnit(number, own);
    return { value, tolerance };
  }
  const value = new Exact(number);
  return { value: isMoney && unit === '元' ? value.times(YUAN) : value, tolerance: stepOf(isMoney, unit) };
}

/** How far an amount of a file may be from the true one: it has two decimals. */
export function stepOf(isMoney: boolean, unit: MoneyUnit): Exact {
  return isMoney ? (unit === '元' ? HALF_A_STEP.times(YUAN) : HALF_A_STEP) : ZERO;
}

/** The unit for a new file: 元 where most amounts were not rounded to 万元, and would lose something. */
export function unitFor(amounts: readonly Amount[]): MoneyUnit {
  const filled = amounts.filter(({ value }) => !value.isZero());
  const exact = filled.filter(({ tolerance }) => tolerance.lt(HALF_A_STEP));
  return exact.length * 2 > filled.length ? '元' : '万元';
}

/** The unit in which a file states amounts, given in 万元, without losing any of them: 元 where one has more than two decimals. */
export function unitOfExact(amounts: readonly { readonly value: Exact }[]): MoneyUnit {
  return amounts.some(({ value }) => value.decimalPlaces() > 2) ? '元' : '万元';
}
