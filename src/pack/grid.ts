/** How far a cell reaches. */
export interface Reach {
  readonly columns: number;
  readonly rows: number;
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
