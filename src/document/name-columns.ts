import type { TableView } from './table-view.ts';

/**
 * The columns that name the rows, from 0, each the last one that a name takes up: one, or where sides stand next to each
 * other (收入｜支出) one of each side. None where it is not the same in all rows: such names cannot stay in view
 * where a screen shows only part of the table.
 */
export function nameColumns({ body }: Pick<TableView, 'body'>): readonly number[] {
  const ends = new Set<number>();
  let sides = 0;
  for (const row of body) {
    const names: number[] = [];
    let column = 0;
    for (const { kind, columns } of row) {
      column += columns;
      if (kind === 'row') names.push(column - 1);
    }
    sides = Math.max(sides, names.length);
    names.forEach((end) => ends.add(end));
  }
  const columns = [...ends].sort((a, b) => a - b);
  const adjoin = columns.some((end, index) => end + 1 === columns[index + 1]);
  return columns.length === sides && !adjoin ? columns : [];
}
