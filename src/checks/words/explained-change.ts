import { formatFixed, type Exact } from '../../accounts/decimal.ts';
import { exactOf, isDifference } from '../../figures/figure.ts';
import type { Registry } from '../../figures/registry.ts';
import { isVariance, outturnOf } from '../../figures/variance.ts';
import { isDisputed } from '../relations.ts';
import type { Comparand } from './statements.ts';

/** What a reason explains: the change of a figure on last year, or its variance from the budget. */
export interface ExplainedChange {
  readonly label: string;
  readonly comparand: Comparand;
  readonly amount: Exact;
  readonly unit: string;
  /** In percent of the base; undefined on a base of zero. */
  rate(): Exact | undefined;
}

/** What the reason of that id is compared with. */
export function comparandOf(id: string): Comparand {
  return isVariance(id) ? 'budget' : 'year';
}

/** The change that the reason of that id explains; undefined where it is not known or the reason is for no change. */
export function explainedChange(id: string, figures: Registry): ExplainedChange | undefined {
  const comparand = comparandOf(id);
  const base = figures.find(outturnOf(id));
  // A total that contradicts its parts is told of there: what it seems to have done says nothing yet.
  if (base?.approval !== undefined && isDisputed(base, figures)) return undefined;
  // The difference between vehicles held and owned is no change.
  if (base === undefined || isDifference(base)) return undefined;
  const [difference, rate] = comparand === 'budget' ? ['预决算差异额', '预决算差异率'] : ['增减额', '增减率'];
  const found = figures.find(`${base.id}.${difference}`);
  const amount = found && exactOf(found);
  if (amount === undefined) return undefined;
  return {
    label: base.label,
    comparand,
    amount,
    unit: base.unit,
    rate: () => exactOf(figures.get(`${base.id}.${rate}`)),
  };
}

/** `增加 12.30万元`, `减少 2人`: a change as a finding tells of it. */
export function changeInWords(change: Exact, unit: string): string {
  const size = formatFixed(change.abs(), unit === '万元' || unit === '%' ? 2 : 0);
  return `${change.isNegative() ? '减少' : '增加'} ${size}${unit}`;
}
