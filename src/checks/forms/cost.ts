import { Exact, formatFixed } from '../../accounts/decimal.ts';
import type { Measurement } from '../../accounts/measurement.ts';
import { indicatorsOf, type FormIndicator } from './indicators.ts';
import type { ProjectForm } from './forms.ts';

const YUAN_PER_TEN_THOUSAND = new Exact(10000);

/** An indicator that is an amount of money, in 万元. */
export interface CostIndicator {
  readonly item: FormIndicator;
  readonly target: Exact;
  readonly actual: Exact;
}

/** An amount in 万元; undefined for other units, such as 元/件. */
export function moneyAmount({ number, unit }: Measurement): Exact | undefined {
  if (unit === '万元') return number;
  return unit === '元' ? number.div(YUAN_PER_TEN_THOUSAND) : undefined;
}

/** The indicators of a form that are amounts of money. */
export function costIndicators(form: ProjectForm): readonly CostIndicator[] {
  return indicatorsOf(form).flatMap((item) => {
    if (item.target === undefined || item.actual === undefined) return [];
    const target = moneyAmount(item.target);
    const actual = moneyAmount(item.actual);
    return target === undefined || actual === undefined ? [] : [{ item, target, actual }];
  });
}

/** Whether two amounts are printed alike in 万元. */
export function printsAlike(a: Exact, b: Exact): boolean {
  return formatFixed(a, 2) === formatFixed(b, 2);
}

/** Whether a number as it is written, with its decimals, is a rounding of an exact one. */
export function isRoundingOf(written: Exact, exact: Exact): boolean {
  return formatFixed(exact, written.decimalPlaces()) === formatFixed(written, written.decimalPlaces());
}

/** How far a written amount in 万元 may lie from the exact one: half of its last decimal, 0.005 where it has none. */
export function writtenTolerance(written: Exact): Exact {
  return new Exact(0.5).div(new Exact(10).pow(written.decimalPlaces() || 2));
}
