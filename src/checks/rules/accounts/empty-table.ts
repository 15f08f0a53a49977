import { APPROPRIATIONS, REVENUE_KINDS, type Appropriation } from '../../../accounts/categories.ts';
import { isNonZero, isZero } from '../../../figures/value.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure } from '../../figure-places.ts';

/** Funds whose tables are published empty, with a statement, where the body has none of them (T8, T9). */
const STATED_EMPTY: readonly Appropriation[] = ['governmentFund', 'stateCapital'];

/** A table that says that there is nothing must have no row with an amount. */
export const emptyTable: Check = {
  rule: 'empty-table',
  numbers: ['R60'],
  source: '财预〔2016〕143号：没有数据的表格应当列出空表并说明',
  summary: '收支总计都为 0 的预算，各科目不应有金额',
  run: (subject) => STATED_EMPTY.flatMap((fund) => checkFund(subject, fund)),
};

function checkFund({ year, figures }: CheckSubject, fund: Appropriation): readonly Diagnostic[] {
  const name = APPROPRIATIONS[fund];
  const totals = [`财政拨款.${name}.收入总计`, `财政拨款.${name}.支出总计`];
  if (!totals.every((id) => isZero(figures.get(id).value))) return [];
  const { entered } = year.accounts.value;
  const rows = [
    ...entered.keysOf(`年初结转和结余.${name}`).map((code) => `年初结转和结余.${code}.${name}`),
    ...entered.keysOf(`年末结转和结余.${name}`).map((code) => `年末结转和结余.${code}.${name}`),
    ...entered.keysOf(`收入.${REVENUE_KINDS[fund]}`).map((code) => `收入.${code}.${REVENUE_KINDS[fund]}`),
    ...entered.codesIn('支出').map((code) => `支出.${code}.${name}.合计`),
  ];
  const row = rows.flatMap((id) => figures.find(id) ?? []).find(({ value }) => isNonZero(value));
  const place = row && placeOfFigure(row, figures);
  if (row === undefined || place === undefined) return [];
  const message = `${name}财政拨款收支总计为 0.00，文本会说明“无……，为空表”，而“${row.label}”不为 0（R60）；请核对合计和各科目`;
  return [error('empty-table', message, place)];
}
