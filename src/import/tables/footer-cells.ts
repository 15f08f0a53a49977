import { cellsBetween, type Sheet, type SheetCell } from '../workbook/sheet.ts';
import { cellAmount } from './cell-amount.ts';
import type { ExpectedTable } from './expected-table.ts';
import type { FigureCell } from './read-table.ts';
import { plainWords } from './words.ts';

/** What the last row of a table says. */
export interface FooterCells {
  readonly cells: readonly FigureCell[];
  readonly rows: ReadonlySet<number>;
  readonly used: readonly SheetCell[];
}

/** Reads the amounts that stand behind their names in one row below the table: 人员经费合计, 公用经费合计. */
export function footerCells(
  sheet: Sheet,
  [first, end]: readonly [number, number],
  footer: ExpectedTable['footer'],
): FooterCells {
  const cells: FigureCell[] = [];
  const used: SheetCell[] = [];
  const filled = cellsBetween(sheet, first, end);
  for (const { name, id } of footer) {
    const label = filled.find(({ text }) => name.test(plainWords(text)));
    if (label === undefined) continue;
    const next = filled.find(({ row, column }) => row === label.row && column > label.column);
    const read = cellAmount(next);
    used.push(label);
    if (read.kind === 'words') continue;
    if (next !== undefined) used.push(next);
    cells.push({
      id,
      row: label.row,
      column: next?.column ?? label.column + 1,
      amount: read.kind === 'number' ? read.number : undefined,
      decimals: read.kind === 'number' ? read.decimals : 0,
      mark: read.kind === 'nothing' ? plainWords(next?.text ?? '') : '',
      total: true,
    });
  }
  return { cells, rows: new Set(cells.map(({ row }) => row)), used };
}
