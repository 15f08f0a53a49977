import { expect, it } from 'vitest';
import { cell } from '../../../src/document/table-view.ts';
import { cellAmount } from '../../../src/outputs/data/cell-amount.ts';
import { placeCells } from '../../../src/pack/grid.ts';

it.each([
  ['513.95', '513.95'],
  ['-0.52', '-0.52'],
  ['0', '0'],
  ['', ''],
  // What packs print where there is no rate is not an amount, whatever digits it has.
  ['增长100', ''],
  ['100以上', ''],
  ['--', ''],
])('the amount behind a cell that holds %j is %j', (value, amount) => {
  expect(cellAmount(cell('amount', value, { figure: { id: '收入.总计', unit: '万元', value } }))).toBe(
    amount,
  );
});

it('a rate that never ends is rounded to four more decimals than it is printed with', () => {
  const figure = {
    id: '支出.基本支出.占比',
    unit: '%' as const,
    value: '33.3333333333333333',
    rounded: '33.333333',
  };
  expect(cellAmount(cell('amount', '33.33', { figure }))).toBe('33.333333');
});

it('a cell that stands for no figure is a zero', () => {
  expect(cellAmount(cell('amount', '0.00'))).toBe('0');
});

it('cells stand to the right of those that span their row, and may span more rows than there are', () => {
  const rows = [
    [cell('group', '甲', { rows: 2 }), cell('head', '乙', { columns: 2 })],
    [cell('head', '丙'), cell('group', '丁', { rows: 3 })],
  ];
  expect(placeCells(rows).map(({ cell: { text }, row, column }) => [text, row, column])).toEqual([
    ['甲', 0, 0],
    ['乙', 0, 1],
    ['丙', 1, 1],
    ['丁', 1, 2],
  ]);
});
