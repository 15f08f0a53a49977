import { placeOfEntry } from '../../../figures/figure.ts';
import type { Check } from '../../check.ts';
import { checkEqual } from '../../compare-figures.ts';
import { inputPlaces } from '../../figure-places.ts';

/** A control total entered under 批复数 must equal what its parts make. */
export const approvedTotal: Check = {
  rule: 'approved-total',
  numbers: ['R01', 'R03', 'R12', 'R21', 'R26', 'R44', 'R47', 'R48', 'R49', 'R50', 'R70', 'R71'],
  source: '合计应等于各部分之和；公布的数可差一个尾差',
  summary: '批复数应等于由明细算出的数；在四舍五入允许范围内的差为尾差',
  run: ({ year, figures }) =>
    Object.keys(year.accounts.value.approved)
      .flatMap((id) => figures.find(id) ?? [])
      .flatMap((figure) => {
        if (figure.approval === undefined) return [];
        return checkEqual({
          rule: 'approved-total',
          actual: { label: `批复数“${figure.label}”`, value: figure.value },
          expected: { label: '由各部分相加', value: figure.approval.computed },
          basis: '各部分之和',
          unit: figure.unit,
          place: placeOfEntry(figure.approval.entry),
          related: inputPlaces(figure, figures),
        });
      }),
};
