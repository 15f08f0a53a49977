import type { Exact } from '../../accounts/decimal.ts';
import { exactOf } from '../../figures/figure.ts';
import type { Registry } from '../../figures/registry.ts';
import { isDisputed } from '../relations.ts';
import type { Comparand } from './statements.ts';

const VARIANCE = '.预决算差异率';

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
  return id.endsWith(VARIANCE) ? 'budget' : 'year';
}

/** The change that the reason of that id explains; undefined where it is not known or the reason is for no change. */
export function explainedChange(id: string, figures: Registry): ExplainedChange | undefined {
  const comparand = comparandOf(id);
  const base = figures.find(comparand === 'budget' ? id.slice(0, -VARIANCE.length) : id);
  // A total that contradicts its parts is told of there: what it seems to have done says nothing yet.
  if (base?.approval !== undefined && isDisputed(base, figures)) return undefined;
  // The difference between vehicles held and owned is no change.
  if (base === undefined || (base.origin.kind === 'derived' && base.origin.operation === 'difference'))
    return undefined;
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
