import { APPROPRIATIONS } from '../../../accounts/categories.ts';
import type { Registry } from '../../../figures/registry.ts';
import type { Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { checkEqual, sideOf } from '../../compare-figures.ts';
import { inputPlaces, placeOfFigure } from '../../figure-places.ts';

/** Two totals that must be equal, and the rule that says so. */
interface Tie {
  readonly actual: string;
  readonly expected: string;
  readonly basis: string;
}

const TIES: readonly Tie[] = [
  { actual: '支出.总计', expected: '收入.总计', basis: '收入总计与支出总计相等，R05' },
  { actual: '财政拨款.支出总计', expected: '财政拨款.收入总计', basis: '财政拨款收入总计与支出总计相等，R30' },
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
  numbers: ['R05', 'R30', 'R31', 'R46'],
  source: '收支两方相等的各表合计',
  summary: '收支两方总计相等，各财政拨款收支相抵，基本支出明细与总数相等',
  run: ({ figures }) => TIES.flatMap((tie) => checkTie(tie, figures)),
};

function checkTie(tie: Tie, figures: Registry): readonly Diagnostic[] {
  const actual = figures.get(tie.actual);
  const expected = figures.get(tie.expected);
  const place = placeOfFigure(actual, figures) ?? placeOfFigure(expected, figures);
  if (place === undefined) return [];
  const other = placeOfFigure(expected, figures);
  return checkEqual({
    rule: 'equal-totals',
    actual: sideOf(actual),
    expected: { ...sideOf(expected), label: `“${expected.label}”` },
    basis: tie.basis,
    unit: actual.unit,
    place,
    related: [
      ...(other === undefined ? [] : [{ message: `“${expected.label}”在这里`, place: other }]),
      ...inputPlaces(actual, figures),
    ],
  });
}
