import { error } from '../../../source/diagnostic.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check } from '../../check.ts';
import { placeOfFigure, relatedFigure } from '../../figure-places.ts';
import { excessOf } from '../../relations.ts';

const NESTED = [
  { part: '政府采购.授予中小企业合同金额', whole: '政府采购.总额' },
  { part: '政府采购.授予小微企业合同金额', whole: '政府采购.授予中小企业合同金额' },
] as const;

/** Contracts with small firms are part of those with small and medium firms, and these of all procurement (R72). */
export const procurementParts: Check = {
  rule: 'procurement-parts',
  numbers: ['R72'],
  source: '政府采购情况：采购总额 ≥ 授予中小企业合同金额 ≥ 其中授予小微企业合同金额',
  summary: '授予中小企业、小微企业的合同金额不应超过所属的总额',
  run: ({ figures, year }) =>
    NESTED.flatMap((pair) => {
      const [part, whole] = [figures.get(pair.part), figures.get(pair.whole)];
      const excess = excessOf(part.value, whole.value);
      const place = excess && placeOfFigure(part, figures);
      if (excess === undefined || place === undefined) return [];
      const amounts = amountsIn(year.accounts.value.moneyUnit);
      const message = `“${part.label}”为 ${amounts.value(part.value)}，应不大于“${whole.label}”的 ${amounts.value(whole.value)}（R72），多 ${amounts.difference(excess)}；同一合同只计一次，请核对`;
      return [
        error('procurement-parts', message, place, relatedFigure(`“${whole.label}”在这里`, whole, figures)),
      ];
    }),
};
