import { formatFixed } from '../../../accounts/decimal.ts';
import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import type { FormLayout } from '../../../pack/form-schema.ts';
import type { Pack } from '../../../pack/pack.ts';
import { warning } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf, placeOfIndicator } from '../../forms/indicators.ts';

/** Points lost must be explained. The execution row has no cell for it. */
export const missingDeviationReason: Check = {
  rule: 'missing-deviation-reason',
  numbers: ['P09'],
  source: '绩效自评表：得分低于分值的，填写偏差原因分析及改进措施',
  summary: '三级指标得分低于分值的，应写偏差原因',
  run: ({ year, pack }) =>
    year.evaluations.flatMap((form) => {
      const advice = adviceFor(form, pack);
      return indicatorsOf(form).flatMap((item) => {
        const { name, score, weight, deviationReason } = item.indicator;
        if (score.gte(weight) || deviationReason !== undefined) return [];
        const message = `“${name}”得分为 ${formatFixed(score, 2)}，低于分值 ${formatFixed(weight, 2)}，没有写偏差原因；${advice}`;
        return [warning('missing-deviation-reason', message, placeOfIndicator(item, '得分'))];
      });
    }),
};

/** Some kinds have no column for it, or have one that is not printed. */
function adviceFor({ value: { kind } }: LoadedEvaluation, pack: Pack | undefined): string {
  if (kind.indicators?.columns.includes('偏差原因') !== true) return '请在实际完成情况中说明';
  const layout = pack?.forms.find((form) => form.kind.key === kind.key)?.layout;
  const where = isPrinted(layout) ? '' : `（${kind.called}没有这一栏的，请在实际完成情况中说明）`;
  return `请补写“偏差原因”${where}`;
}

function isPrinted(layout: FormLayout | undefined): boolean {
  const cells = (layout?.rows ?? []).flatMap((row) => ('perIndicator' in row ? row.perIndicator : []));
  return cells.some((cell) => 'value' in cell && cell.value === '偏差原因');
}
