import {
  EXPENDITURE_KINDS,
  NON_FISCAL_KINDS,
  REVENUE_KINDS,
  THREE_PUBLIC_ITEMS,
} from '../accounts/categories.ts';
import { Exact, formatFixed } from '../accounts/decimal.ts';
import { placesOf, type Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import { sumOf } from '../figures/value.ts';

/** Shares that are printed one after another and together are the whole. */
export interface ShareList {
  readonly label: string;
  readonly shares: readonly Figure[];
}

/** The whole that a list of shares makes, in percent. */
export const WHOLE: Exact = new Exact(100);

const LISTS: readonly (readonly [label: string, ids: readonly string[]])[] = [
  [
    '本年收入各项的占比',
    ['财政拨款收入', ...NON_FISCAL_KINDS.map((kind) => REVENUE_KINDS[kind])].map(
      (kind) => `收入.${kind}.占比`,
    ),
  ],
  ['本年收入八项的占比', Object.values(REVENUE_KINDS).map((kind) => `收入.${kind}.占比`)],
  ['本年支出各项的占比', Object.values(EXPENDITURE_KINDS).map((kind) => `支出.${kind}.占比`)],
  [
    '“三公”经费各项的占比',
    [THREE_PUBLIC_ITEMS.overseasVisits, '公务用车购置及运行维护费', THREE_PUBLIC_ITEMS.hospitality].map(
      (item) => `三公经费.决算数.${item}.占比`,
    ),
  ],
];

/** All lists of shares of a booklet whose members are known. */
export function shareLists(figures: Registry): readonly ShareList[] {
  const classes = figures.ids().filter((id) => /^支出\.\d{3}\.一般公共预算\.合计\.占比$/.test(id));
  return [...LISTS, ['一般公共预算财政拨款支出各类的占比', classes] as const].flatMap(([label, ids]) => {
    const shares = ids.map((id) => figures.get(id));
    return sumOf(shares.map(({ value }) => value)).state === 'known' ? [{ label, shares }] : [];
  });
}

/** What is printed for a share with so many decimals: the published print where one such is pinned. */
export function printedShare({ pin, value }: Figure, places: number): Exact {
  if (pin !== undefined && placesOf(pin) === places) return new Exact(pin.print);
  return value.state === 'known' ? new Exact(formatFixed(value.exact, places)) : new Exact(0);
}

/** The sum of what is printed for a list. */
export function printedSum({ shares }: ShareList, places: number): Exact {
  return shares.reduce((sum, share) => sum.plus(printedShare(share, places)), new Exact(0));
}
