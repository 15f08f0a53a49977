import { writeXlsx } from 'hucre/xlsx';
import type { TableView } from '../../document/table-view.ts';
import type { PrintedMoneyUnit } from '../../pack/number-style.ts';
import { BODY_FONT } from './sheet-styles.ts';
import { headRows, tableSheet } from './table-sheet.ts';

/** What a workbook says of itself. */
export interface WorkbookDescription {
  readonly title: string;
  readonly unitName: string;
  readonly year: number;
}

/** The statutory tables as an Excel workbook, one sheet each. The same tables give the same bytes. */
export async function workbook(
  tables: readonly TableView[],
  { title, unitName, year }: WorkbookDescription,
): Promise<Uint8Array> {
  const sheets = namedTables(tables);
  // No clock: the date of the file is the day for which the accounts were closed.
  const closed = new Date(Date.UTC(year, 11, 31));
  return writeXlsx({
    sheets: sheets.map(({ name, view }) => tableSheet(view, name, { year, moneyUnit: moneyUnitOf(tables) })),
    // Written here, since the library does not quote names that need it (hucre 1.0.0, `printTitlesRow`).
    namedRanges: sheets.map(({ name, view }) => ({
      name: '_xlnm.Print_Titles',
      range: `'${name}'!${headRows(view)}`,
      scope: name,
    })),
    defaultFont: BODY_FONT,
    properties: { title, creator: unitName, created: closed, modified: closed },
  });
}

/** The unit of the print, if it is one for all tables: a workbook whose sheets disagree cannot be taken in. */
function moneyUnitOf(tables: readonly TableView[]): PrintedMoneyUnit {
  const [only = '万元', ...others] = new Set(tables.map(({ moneyUnit = '万元' }) => moneyUnit));
  return others.length === 0 ? only : '万元';
}

/** 公开01表; the table's key where the pack gives no number, or one that is taken or that Excel refuses. */
function namedTables(
  tables: readonly TableView[],
): readonly { readonly name: string; readonly view: TableView }[] {
  const taken = new Set<string>();
  return tables.map((view) => {
    const { key, number = key } = view;
    const refused = taken.has(number) || /[[\]:*?/\\']/.test(number) || number.length > 31;
    const name = refused ? key : number;
    taken.add(name);
    return { name, view };
  });
}
