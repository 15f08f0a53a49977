import { THREE_PUBLIC_ITEMS } from '../../../accounts/categories.ts';
import type { Figure } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { isZero } from '../../../figures/value.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { amountsIn, formatCount } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure, relatedFigure } from '../../figure-places.ts';
import { excessOf, isPositive } from '../../relations.ts';

const COUNTED = [
  {
    item: THREE_PUBLIC_ITEMS.overseasVisits,
    counts: ['因公出国（境）团组数', '因公出国（境）人次'],
    without: warning,
  },
  { item: THREE_PUBLIC_ITEMS.vehiclePurchase, counts: ['公务用车购置数'], without: warning },
  // A car may be run on other money than fiscal appropriations.
  { item: THREE_PUBLIC_ITEMS.vehicleOperation, counts: ['公务用车保有量'], without: note },
  {
    item: THREE_PUBLIC_ITEMS.hospitality,
    counts: ['国内公务接待批次', '国内公务接待人次'],
    without: warning,
  },
] as const;

/** Nobody travels alone in half a delegation: each group or occasion has one person at least. */
const GROUPS = [
  ['因公出国（境）团组数', '因公出国（境）人次'],
  ['国内公务接待批次', '国内公务接待人次'],
] as const;

/** “三公”经费 must have the counts that belong to its amounts, and no counts without an amount (R78). */
export const countsAndAmounts: Check = {
  rule: 'counts-and-amounts',
  numbers: ['R78'],
  source: '“三公”经费支出决算表与团组数、人次、批次、购置数、保有量的对应关系',
  summary: '有支出就有数量，有数量就有支出；人次不少于团组数、批次',
  run: (subject) => [
    ...COUNTED.flatMap(({ item, counts, without }) =>
      counts.flatMap((count) => checkCount(subject, item, count, without)),
    ),
    ...GROUPS.flatMap(([groups, persons]) => checkGroups(subject.figures, groups, persons)),
  ],
};

function checkCount(
  { figures, year }: CheckSubject,
  item: string,
  name: string,
  without: typeof warning,
): readonly Diagnostic[] {
  const amount = figures.get(`三公经费.决算数.${item}`);
  const count = figures.get(`三公经费.${name}`);
  const place = placeOfFigure(count, figures);
  if (place === undefined) return [];
  const related = relatedFigure(`“三公”经费的${item}在这里`, amount, figures);
  if (isPositive(amount.value) && !isPositive(count.value)) {
    const message = `“${name}”为 ${formatCount(count.value)}，应不小于 1（${item}支出 ${amountsIn(year.accounts.value.moneyUnit).value(amount.value)}，R78）；请核对两处`;
    return [warning('counts-and-amounts', message, place, related)];
  }
  if (isPositive(count.value) && isZero(amount.value)) {
    const message = `“${name}”为 ${formatCount(count.value)}，而${item}支出为 0.00（R78）；请核对两处`;
    return [without('counts-and-amounts', message, place, related)];
  }
  return [];
}

function checkGroups(figures: Registry, groups: string, persons: string): readonly Diagnostic[] {
  const [group, person]: readonly [Figure, Figure] = [
    figures.get(`三公经费.${groups}`),
    figures.get(`三公经费.${persons}`),
  ];
  const place = placeOfFigure(person, figures);
  const short = excessOf(group.value, person.value);
  // Nobody at all is told of above.
  if (short === undefined || place === undefined || !isPositive(person.value)) return [];
  const message = `“${persons}”为 ${formatCount(person.value)}，应不少于“${groups}”的 ${formatCount(group.value)}；请核对两处`;
  return [warning('counts-and-amounts', message, place, relatedFigure(`“${groups}”在这里`, group, figures))];
}
