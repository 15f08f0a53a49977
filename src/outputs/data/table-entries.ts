import type { TableCell, TableView } from '../../document/table-view.ts';
import { placeCells, type PlacedCell } from '../../pack/grid.ts';
import { cellAmount } from './cell-amount.ts';
import type { TableColumn } from './table-columns.ts';

type Placed = PlacedCell<TableCell>;

/** A row of one side of a statutory table. */
export interface TableEntry {
  readonly side: number;
  readonly sideName: string;
  /** Texts by heading. */
  readonly labels: ReadonlyMap<string, string>;
  /** Exact amounts by heading; empty where they are not disclosed. */
  readonly amounts: ReadonlyMap<string, string>;
  /** What the amounts count, by heading; a cell that stands for no figure counts nothing. */
  readonly units: ReadonlyMap<string, string>;
}

/** The rows of a statutory table that print an amount, side after side. */
export function tableEntries(view: TableView, columns: readonly TableColumn[]): readonly TableEntry[] {
  const rows = Map.groupBy(placeCells(view.body), ({ row }) => row);
  return [...rows.values()].flatMap((cells) => rowEntries(cells, columns)).sort((a, b) => a.side - b.side);
}

/** Labels hold for the amounts to their right, up to the next label. */
function rowEntries(cells: readonly Placed[], columns: readonly TableColumn[]): readonly TableEntry[] {
  const entries: TableEntry[] = [];
  let labels: Placed[] = [];
  let amounts: Map<string, string> | undefined;
  let units = new Map<string, string>();
  for (const placed of cells) {
    const { cell } = placed;
    const column = columns[placed.column];
    if (cell.kind === 'blank' || column === undefined) continue;
    if (cell.kind !== 'amount') {
      labels = amounts === undefined ? [...labels, placed] : [placed];
      amounts = undefined;
      continue;
    }
    if (amounts === undefined) {
      amounts = new Map();
      units = new Map();
      const { side, sideName } = column;
      entries.push({ side, sideName, labels: labelTexts(labels, side, columns), amounts, units });
    }
    amounts.set(column.name, cellAmount(cell));
    if (cell.figure !== undefined) units.set(column.name, cell.figure.unit);
  }
  return entries;
}

/** The labels of one side: those of a row without an amount, to their left, belong to another. */
function labelTexts(
  labels: readonly Placed[],
  side: number,
  columns: readonly TableColumn[],
): ReadonlyMap<string, string> {
  const own = labels.filter(({ cell, column }) => columns[column + cell.columns - 1]?.side === side);
  return new Map(own.map((label) => [labelColumn(label, side, columns).name, label.cell.text]));
}

/** 合计 stands across code and name, 公用经费合计 even across amounts: each is a name. */
function labelColumn({ cell, column }: Placed, side: number, columns: readonly TableColumn[]): TableColumn {
  const covered = columns
    .slice(column, column + cell.columns)
    .filter((candidate) => candidate.side === side && candidate.kind !== 'amount');
  const found = covered.findLast(({ kind }) => kind === 'name') ?? covered.at(-1);
  if (found === undefined) throw new Error(`a label above amounts: ${cell.text}`);
  return found;
}
