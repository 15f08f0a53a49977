import type { TableLayout } from '../../pack/table-schema.ts';

/** The columns of a head that spans rows and columns, each as the texts above it: `收入 › 决算数`. */
export function gridColumns(head: TableLayout['head']): readonly string[] {
  /** For each row, the text that covers each column. */
  const grid: (string | undefined)[][] = head.map(() => []);
  head.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1;
      for (let down = row; down < Math.min(row + cell.rows, head.length); down += 1)
        for (let right = column; right < column + cell.columns; right += 1)
          (grid[down] ?? [])[right] = cell.text;
      column += cell.columns;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = grid.map((row) => row[column] ?? '');
    return texts.filter((text, row) => text !== '' && text !== texts[row - 1]).join(' › ');
  });
}
