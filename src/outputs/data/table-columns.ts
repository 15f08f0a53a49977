import type { TableCell, TableView } from '../../document/table-view.ts';
import { placeCells } from '../../pack/grid.ts';

/** What stands in a column of a statutory table. */
export type ColumnKind = 'code' | 'name' | 'line' | 'amount';

/** A column of a statutory table. */
export interface TableColumn {
  readonly kind: ColumnKind;
  /** Its heading in one line, unique among the columns of its side: `本年支出/基本支出`. */
  readonly name: string;
  /** Which of the parts that stand side by side, such as 收入 and 支出, counted from 0. */
  readonly side: number;
  /** Uppermost heading of the side; empty if the table has only one. */
  readonly sideName: string;
}

const KINDS: Readonly<Partial<Record<TableCell['kind'], ColumnKind>>> = {
  code: 'code',
  row: 'name',
  line: 'line',
  amount: 'amount',
};

type Heads = readonly string[];

/** The columns of a statutory table, from left to right. */
export function tableColumns(view: TableView): readonly TableColumn[] {
  const heads = headsByColumn(view);
  const kinds = kindsByColumn(view, heads);
  const sides = sidesOf(kinds);
  const sided = sides.at(-1) !== 0;
  const used = new Map<string, number>();
  return kinds.map((kind, column) => {
    const above = heads[column] ?? [];
    const side = sides[column] ?? 0;
    const plain = columnName(kind, above, sided);
    const count = (used.get(`${side} ${plain}`) ?? 0) + 1;
    used.set(`${side} ${plain}`, count);
    const name = count === 1 ? plain : `${plain}（${count}）`;
    return { kind, name, side, sideName: sided ? (above[0] ?? '') : '' };
  });
}

/** Headings above each column, uppermost first. */
function headsByColumn(view: TableView): readonly Heads[] {
  const columns = view.widths.map((): string[] => []);
  for (const { cell, column } of placeCells(view.head.filter((row) => !isNumbering(row)))) {
    for (const heads of columns.slice(column, column + cell.columns)) heads.push(cell.text);
  }
  return columns;
}

/** The row of 栏次 numbers the columns; it does not name them. */
function isNumbering(row: readonly TableCell[]): boolean {
  return row.every(({ text }) => text === '栏次' || /^\d+$/.test(text));
}

/** In a table that has nothing but its total, which stands across code and name, the headings tell them apart. */
function kindsByColumn(view: TableView, heads: readonly Heads[]): readonly ColumnKind[] {
  const kinds = view.widths.map((_, column): ColumnKind =>
    heads[column]?.at(-1)?.endsWith('编码') ? 'code' : 'name',
  );
  for (const { cell, column } of placeCells(view.body)) {
    const kind = KINDS[cell.kind];
    if (kind !== undefined && cell.columns === 1) kinds[column] = kind;
  }
  return kinds;
}

/** Names that follow amounts begin a side of their own. */
function sidesOf(kinds: readonly ColumnKind[]): readonly number[] {
  let side = 0;
  return kinds.map((kind, column) => {
    if (kind !== 'amount' && kinds[column - 1] === 'amount') side += 1;
    return side;
  });
}

/** A label is named by its lowest heading, an amount by all of them except the one that names its side. */
function columnName(kind: ColumnKind, heads: Heads, sided: boolean): string {
  if (kind !== 'amount') return heads.at(-1) ?? '';
  return heads.slice(sided && heads.length > 1 ? 1 : 0).join('/');
}
