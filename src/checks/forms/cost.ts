import type { Measurement } from '../../accounts/measurement.ts';
import { fromYuan, type Written } from '../written-number.ts';
import { indicatorsOf, type FormIndicator } from './indicators.ts';
import type { ProjectForm } from './forms.ts';

/** An indicator that is an amount of money, in 万元. */
export interface CostIndicator {
  readonly item: FormIndicator;
  readonly target: Written;
  readonly actual: Written;
}

/** An amount in 万元; undefined for other units, such as 元/件. */
export function moneyAmount({ number, decimals, unit }: Measurement): Written | undefined {
  if (unit === '万元') return { number, decimals };
  return unit === '元' ? fromYuan({ number, decimals }) : undefined;
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
