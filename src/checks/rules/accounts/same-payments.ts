import { codeLabel, type CodeTable } from '../../../accounts/code-table.ts';
import { codesOfFund } from '../../../accounts/facts/fund-codes.ts';
import { compareValues, sumOf } from '../../../figures/value.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Pack } from '../../../pack/pack.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFirst, relatedFigure } from '../../figure-places.ts';

/** What T5 and T6 say of the same payments, by purpose and by economic nature; which these are is the pack's. */
export const samePayments: Check = {
  rule: 'same-payments',
  numbers: [],
  source: '政府收支分类科目：单位缴费、住房公积金按功能列一项，按经济性质列一款',
  summary: '一般公共预算基本支出中，养老保险、职业年金、医疗、住房公积金的功能科目与经济科目应为同数',
  run: (subject) => (subject.pack?.samePayments ?? []).flatMap((pair) => checkPair(subject, pair)),
};

function checkPair(
  { year, figures, codes }: CheckSubject,
  { functional, economic }: Pack['samePayments'][number],
): readonly Diagnostic[] {
  const general = codesOfFund(year.accounts.value.entered, 'generalBudget');
  // A body that has none of these 项 pays out of its other ones.
  if (!functional.some((code) => general.includes(code))) return [];
  const purposes = functional.map((code) => `支出.${code}.一般公共预算.基本支出`);
  const natures = economic.map((code) => `基本支出.${code}`);
  const [byPurpose, byNature] = [purposes, natures].map((ids) =>
    sumOf(ids.flatMap((id) => figures.find(id)?.value ?? [])),
  );
  const place = placeOfFirst(figures, ...purposes);
  if (byPurpose === undefined || byNature === undefined || place === undefined) return [];
  const agreement = compareValues(byPurpose, byNature);
  if (agreement.kind !== 'contradiction') return [];
  const amounts = amountsIn(year.accounts.value.moneyUnit);
  const message = `“${namesOf(functional, codes.functional)}”的一般公共预算基本支出为 ${amounts.value(byPurpose)}，“${namesOf(economic, codes.economic)}”为 ${amounts.value(byNature)}，是同一笔钱，差 ${amounts.difference(agreement.difference)}；请核对两处，一部分列在别的科目的写进“核对说明”`;
  const other = natures.flatMap((id) => relatedFigure('经济科目在这里', figures.find(id), figures));
  return [warning('same-payments', message, place, other)];
}

function namesOf(codes: readonly string[], table: CodeTable): string {
  return codes.map((code) => codeLabel(code, table)).join('”与“');
}
