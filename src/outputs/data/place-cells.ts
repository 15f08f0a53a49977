import type { TableCell } from '../../document/table-view.ts';

/** A cell with the row and column where it begins, counted from 0. */
export interface PlacedCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
}

/** Gives every cell its place: a cell that spans rows moves those below it to the right, as in HTML. */
export function placeCells(rows: readonly (readonly TableCell[])[]): readonly PlacedCell[] {
  const taken = rows.map(() => new Set<number>());
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[row]?.has(column)) column += 1;
      const placed = { cell, row, column };
      const end = column + cell.columns;
      for (; column < end; column += 1) {
        for (let below = row; below < row + cell.rows; below += 1) taken[below]?.add(column);
      }
      return placed;
    });
  });
}
