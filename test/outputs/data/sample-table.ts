import { cell, type TableCell, type TableView } from '../../../src/document/table-view.ts';

/** An amount of a made-up figure; without a value it is not disclosed. */
export function amount(value?: string): TableCell {
  const text = value === undefined ? '—' : Number(value).toFixed(2);
  return cell('amount', text, { figure: { id: '收入.总计', unit: '万元', value: value ?? '' } });
}

/** A table with one name and one amount a row. */
export function table(
  rows: readonly (readonly [name: string, value?: string])[],
  extra: Partial<TableView> = {},
): TableView {
  return {
    key: 'revenue',
    kind: 'statutory',
    title: '收入决算表',
    unitName: '示例局',
    orientation: 'portrait',
    widths: [3, 1],
    head: [[cell('head', '科目名称'), cell('head', '决算数')]],
    body: rows.map(([name, value]) => [cell('row', name), amount(value)]),
    ...extra,
  };
}
