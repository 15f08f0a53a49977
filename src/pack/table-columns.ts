import type { FactBook } from '../accounts/facts/fact-book.ts';
import { columnNames, eachColumn } from '../figures/column-patterns.ts';
import type { HeadCell, RowRule, TableLayout } from './table-schema.ts';

/** A table whose columns are those of declared facts, with one column for each of them (逐栏, `{栏}`). */
export function withColumns(layout: TableLayout, book: FactBook): TableLayout {
  const head = layout.head.map((row) => row.flatMap((cell) => headCells(cell, book)));
  const sides = layout.sides.map((side) => ({
    ...side,
    rows: side.rows.map((rule): RowRule =>
      'figures' in rule ? { ...rule, figures: figuresOf(rule, book) } : rule,
    ),
  }));
  return { ...layout, head, sides };
}

function figuresOf({ figures }: { readonly figures: readonly string[] }, book: FactBook): string[] {
  return figures.flatMap((id) => eachColumn(id, book));
}

function headCells(cell: HeadCell, book: FactBook): readonly HeadCell[] {
  if (cell.each === undefined) return [cell];
  return columnNames(cell.each, book).map((text) => ({ text, columns: 1, rows: cell.rows }));
}
