import { describe, expect, it } from 'vitest';
import { nameColumns } from '../../src/document/name-columns.ts';
import { cell, type TableCell } from '../../src/document/table-view.ts';

const row = (...kinds: readonly (TableCell['kind'] | readonly [TableCell['kind'], number])[]) =>
  kinds.map((one) => (typeof one === 'string' ? cell(one, 'x') : cell(one[0], 'x', { columns: one[1] })));

describe('the columns of a table that name its rows', () => {
  it.each([
    ['one side', [row('row', 'line', 'amount'), row('row', 'line', 'amount')], [0]],
    [
      'names behind codes, and totals over both',
      [row('code', 'row', 'amount'), row(['row', 2], 'amount')],
      [1],
    ],
    ['two sides', [row('row', 'amount', 'row', 'amount'), row('blank', 'blank', 'row', 'amount')], [0, 2]],
    [
      'three sides',
      [row('code', 'row', 'amount', 'code', 'row', 'amount', 'code', 'row', 'amount')],
      [1, 4, 7],
    ],
    [
      'names in other columns from row to row',
      [row('row', 'amount', 'amount'), row('line', 'row', 'amount')],
      [],
    ],
    ['names next to names', [row('row', 'row', 'amount')], []],
    ['no names', [row('amount', 'amount')], []],
  ])('are known of %s', (_, body, columns) => {
    expect(nameColumns({ body })).toEqual(columns);
  });
});
