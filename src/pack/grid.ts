/** How far a cell reaches. */
export interface Reach {
  readonly columns: number;
  readonly rows: number;
}

/** A cell with the row and column where it begins, counted from 0. */
export interface PlacedCell<C extends Reach> {
  readonly cell: C;
  readonly row: number;
  readonly column: number;
}

/** Gives every cell its place: a cell that spans rows moves those below it to the right, as in HTML. */
export function placeCells<C extends Reach>(rows: readonly (readonly C[])[]): readonly PlacedCell<C>[] {
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

/**
 * How many columns each row of a grid covers, with the cells that reach into it from above.
 *
 * @param width how many columns there should be; a row that covers more is counted as it is
 */
export function coverageOf(rows: readonly (readonly Reach[])[], width: number): readonly number[] {
  /** For each column, how many further rows a cell from above covers. */
  const above: number[] = Array.from({ length: width }, () => 0);
  return rows.map((cells) => {
    const taken = above.map((rest) => rest > 0);
    above.forEach((rest, column) => (above[column] = Math.max(rest - 1, 0)));
    let column = 0;
    for (const { columns, rows: down } of cells) {
      while (taken[column] === true) column += 1;
      for (let at = column; at < column + columns; at += 1) above[at] = Math.max(above[at] ?? 0, down - 1);
      column += columns;
    }
    while (taken[column] === true) column += 1;
    return column;
  });
}
