import { formatFixed } from '../../../accounts/decimal.ts';
import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import type { Registry } from '../../../figures/registry.ts';
import { compareValues, type Value } from '../../../figures/value.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { placeOfFigure } from '../../figure-places.ts';
import { overallForms, placeOfSection, totalOf, totalRow } from '../../forms/forms.ts';
import { rowsFilledByKind, sourceRows, sumOfRows } from '../../forms/sources.ts';

/** The overall form accounts for all expenditure, and its fiscal rows for all fiscal expenditure. */
export const overallTotal: Check = {
  rule: 'overall-total',
  numbers: ['R77'],
  source: '整体支出绩效自评表：合计为本年支出合计，财政安排各行为本年财政拨款支出',
  summary: '整体自评表的执行数应与决算的本年支出、财政拨款支出相符',
  run: ({ year, figures }) =>
    overallForms(year).flatMap((form) => {
      const rows = sourceRows(form).filter(({ fiscal }) => fiscal);
      const fiscal = sumOfRows(figures, form, rows, '全年执行数');
      const all = totalOf(figures, form, '全年执行数');
      const { outturn } = form.value.kind;
      return [
        ...(outturn === undefined
          ? []
          : compare(form, figures, { label: totalRow(form), value: all, id: outturn })),
        // Rows filled by kind of expenditure are each told of by `sources-as-kinds`.
        ...(outturn === undefined ||
        rows.length === 0 ||
        rowsFilledByKind(figures, form).some((row) => row.fiscal)
          ? []
          : compare(form, figures, { label: '财政安排的各行', value: fiscal, id: '财政拨款.本年支出' })),
      ];
    }),
};

interface Row {
  readonly label: string;
  readonly value: Value;
  /** The figure of the accounts that it must equal. */
  readonly id: string;
}

function compare(form: LoadedEvaluation, figures: Registry, row: Row): readonly Diagnostic[] {
  const expected = figures.find(row.id);
  if (expected === undefined) return [];
  const agreement = compareValues(row.value, expected.value);
  if (row.value.state !== 'known' || expected.value.state !== 'known') return [];
  if (agreement.kind === 'equal' || agreement.kind === 'unknown') return [];
  const difference = formatFixed(agreement.difference.abs(), 2);
  const sums = `${form.value.kind.called}${row.label}全年执行数为 ${formatFixed(row.value.exact, 2)}，应为 ${formatFixed(expected.value.exact, 2)}（决算的“${expected.label}”），差 ${difference}万元`;
  const other = placeOfFigure(expected, figures);
  const related = other === undefined ? [] : [{ message: `“${expected.label}”在这里`, place: other }];
  const place = placeOfSection(form, '资金');
  return agreement.kind === 'rounding'
    ? [note('overall-total', `${sums}，在四舍五入允许的范围内（尾差）`, place, related)]
    : [warning('overall-total', `${sums}；请按资金来源核对各行`, place, related)];
}
