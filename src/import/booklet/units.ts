import { Exact } from '../../accounts/decimal.ts';
import { MONEY_UNITS, type PrintedMoneyUnit } from '../../pack/number-style.ts';
import type { StatedUnit } from '../reading.ts';

/** What is no money has the unit of its figure. */
export const COUNT: StatedUnit = { name: '', factor: new Exact(1) };

/** A unit in which texts state amounts. */
export function moneyIn(unit: PrintedMoneyUnit): StatedUnit {
  return { name: unit, factor: new Exact(MONEY_UNITS[unit]) };
}
