import type { Figure } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { isZero } from '../../../figures/value.ts';
import { note } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';

const VARIANCE = '.预决算差异率';

/** What did not change needs no reason; one that is printed all the same is worth a look. */
export const unchangedReason: Check = {
  rule: 'unchanged-reason',
  numbers: ['R64', 'R65'],
  source: '没有增减、没有差异的，不需要说明原因',
  summary: '与上年相等、与预算相等的数写了原因，提示复核',
  run({ figures, year: { narrative } }) {
    return Object.keys(narrative.value.reasons).flatMap((id) => {
      const difference = explained(id, figures);
      if (difference === undefined || !isZero(difference.value)) return [];
      const base = id.endsWith(VARIANCE) ? '预算数' : '上年数';
      const label = figures.get(id.endsWith(VARIANCE) ? id.slice(0, -VARIANCE.length) : id).label;
      const message = `“${label}”与${base}相等，印“0.00”和“0.00%”，仍写了原因；不需要说明的，可以删去`;
      return [note('unchanged-reason', message, placeOfKey(narrative.document, ['原因', id]))];
    });
  },
};

/** The difference that a reason explains: from the budget or from last year. */
function explained(id: string, figures: Registry): Figure | undefined {
  if (!figures.has(id)) return undefined;
  return id.endsWith(VARIANCE) ? figures.find(`${id.slice(0, -1)}额`) : figures.find(`${id}.增减额`);
}
