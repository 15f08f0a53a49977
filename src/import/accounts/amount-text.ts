import { Exact, formatExact, formatFixed } from '../../accounts/decimal.ts';
import type { MoneyUnit } from '../../accounts/schema/entries.ts';

const IN_YUAN = new Exact(10000);
const YUAN = new Exact('0.0001');
const HALF_A_STEP = new Exact('0.005');

/** A number as a file states it: amounts of money, given in 万元, in the file's unit with two decimals. */
export function amountText(value: Exact, isMoney: boolean, unit: MoneyUnit): string {
  if (!isMoney) return formatExact(value);
  return formatFixed(unit === '元' ? value.times(IN_YUAN) : value, 2);
}

/** A number that stands in a file, amounts in 万元; undefined for a word such as 待填 or 未公开. */
export function numberIn(text: string, isMoney: boolean, unit: MoneyUnit): Exact | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  const number = new Exact(text);
  return isMoney && unit === '元' ? number.times(YUAN) : number;
}

/** How far an amount of a file may be from the true one: it has two decimals. */
export function stepOf(isMoney: boolean, unit: MoneyUnit): Exact {
  return isMoney ? (unit === '元' ? HALF_A_STEP.times(YUAN) : HALF_A_STEP) : new Exact(0);
}

/** The unit for a new file: 元 where most amounts were not rounded to 万元, and would lose something. */
export function unitFor(amounts: readonly { readonly value: Exact; readonly tolerance: Exact }[]): MoneyUnit {
  const filled = amounts.filter(({ value }) => !value.isZero());
  const exact = filled.filter(({ tolerance }) => tolerance.lt(HALF_A_STEP));
  return exact.length * 2 > filled.length ? '元' : '万元';
}

/** The unit in which a file states amounts, given in 万元, without losing any of them: 元 where one has more than two decimals. */
export function unitOfExact(amounts: readonly { readonly value: Exact }[]): MoneyUnit {
  return amounts.some(({ value }) => value.decimalPlaces() > 2) ? '元' : '万元';
}
