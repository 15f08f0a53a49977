import type { PriorLookup } from '../../../figures/build-figures.ts';
import { isDifference } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { differenceOf, isZero } from '../../../figures/value.ts';
import { isVariance, outturnOf } from '../../../figures/variance.ts';
import { note } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

/** What did not change needs no reason; one that is printed all the same is worth a look. */
export const unchangedReason: Check = {
  rule: 'unchanged-reason',
  numbers: ['R64', 'R65'],
  source: '没有增减、没有差异的，不需要说明原因',
  summary: '与上年相等、与预算相等的数，一般不写原因',
  run({ figures, prior, year: { narrative } }) {
    return Object.keys(narrative.value.reasons).flatMap((id) => {
      if (!isUnchanged(id, figures, prior)) return [];
      const [base, printed] = isVariance(id)
        ? ['预算数', '预决算差异率 0.00%']
        : ['上年数', '增减 0.00、0.00%'];
      const message = `“${figures.get(outturnOf(id)).label}”与${base}相等（${printed}），仍写了原因；不需要说明的，可以删去`;
      return [note('unchanged-reason', message, placeOfKey(narrative.document, ['原因', id]))];
    });
  },
};

/** Whether there is no difference to explain, from the budget or from last year. */
function isUnchanged(id: string, figures: Registry, prior: PriorLookup): boolean {
  const figure = figures.find(id);
  if (figure === undefined) return false;
  if (isVariance(id)) return isZero(figures.get(`${id.slice(0, -1)}额`).value);
  // A reason for the difference of two figures is not printed where there is none: `unused-reason` says so.
  if (isDifference(figure)) return false;
  const last = prior(figure)?.value;
  return last !== undefined && isZero(differenceOf(figure.value, last));
}
