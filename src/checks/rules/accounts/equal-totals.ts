import { APPROPRIATIONS } from '../../../accounts/categories.ts';
import type { Figure } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { compareValues } from '../../../figures/value.ts';
import type { Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { checkEqual, differ, sideOf } from '../../compare-figures.ts';
import { inputPlaces, placeOfFigure, relatedFigure } from '../../figure-places.ts';

/** Two totals that must be equal, and the rule that says so. */
export interface Tie {
  readonly actual: string;
  readonly expected: string;
  readonly basis: string;
}

/** Totals that stand in two tables, or on both sides of one. */
export const TIES: readonly Tie[] = [
  { actual: '支出.总计', expected: '收入.总计', basis: '收入总计与支出总计相等，R05' },
  {
    actual: '财政拨款.本年收入',
    expected: '收入.财政拨款收入',
    basis: '财政拨款总表与收入决算表的财政拨款收入相等，R35',
  },
  {
    actual: '财政拨款.支出总计',
    expected: '财政拨款.收入总计',
    basis: '财政拨款收入总计与支出总计相等，R30',
  },
  ...Object.values(APPROPRIATIONS).map((fund) => ({
    actual: `财政拨款.${fund}.支出总计`,
    expected: `财政拨款.${fund}.收入总计`,
    basis: `${fund}：收入与年初结转之和等于支出与年末结转之和，R31`,
  })),
  {
    actual: '基本支出.合计',
    expected: '支出.一般公共预算.基本支出',
    basis: '人员经费与公用经费之和等于一般公共预算财政拨款基本支出，R46',
  },
];

/** Totals that stand in two tables must agree. */
export const equalTotals: Check = {
  rule: 'equal-totals',
  numbers: ['R05', 'R30', 'R31', 'R35', 'R46', 'R69'],
  source: '收支两方相等的各表合计',
  summary: '收支两方总计相等，各财政拨款收支相抵，基本支出明细与总数相等',
  run: (subject) => TIES.flatMap((tie) => checkTie(tie, subject)),
};

function checkTie(tie: Tie, { figures, year }: CheckSubject): readonly Diagnostic[] {
  const actual = figures.get(tie.actual);
  const expected = figures.get(tie.expected);
  if (!differ(actual.value, expected.value)) return [];
  const place = placeOfFigure(actual, figures) ?? placeOfFigure(expected, figures);
  if (place === undefined) return [];
  const { moneyUnit } = year.accounts.value;
  return checkEqual({
    rule: 'equal-totals',
    actual: sideOf(actual),
    expected: sideOf(expected),
    basis: `${tie.basis}${wrongFunds(actual, figures)}`,
    unit: actual.unit,
    moneyUnit,
    place,
    related: [
      ...relatedFigure(`“${expected.label}”在这里`, expected, figures),
      ...inputPlaces(actual, figures, moneyUnit),
    ],
  });
}

/** R69: the amounts of T6 were taken from T3, which counts all funds. */
function wrongFunds(actual: Figure, figures: Registry): string {
  if (actual.id !== '基本支出.合计') return '';
  const allFunds = compareValues(actual.value, figures.get('支出.基本支出').value).kind === 'equal';
  return allFunds ? '；填的数等于全部资金的基本支出，这里只应是一般公共预算财政拨款' : '';
}
