import type { Booklet } from '../../compile/booklet.ts';
import type { TableView } from '../../document/table-view.ts';
import type { DataFile } from './data-file.ts';
import { dataPackage } from './data-package.ts';
import { FIGURE_FIELDS, figuresFile } from './figures-file.ts';
import { flatTable } from './flat-table.ts';
import { tableCsv } from './table-csv.ts';
import { wordBooklet } from '../word/word-booklet.ts';
import { workbook } from './workbook.ts';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The open data of a booklet: tables, figures and their description, the tables as a workbook and the whole booklet for Word.
 * The same booklet gives the same bytes.
 */
export async function dataSet(booklet: Booklet): Promise<readonly DataFile[]> {
  const { title, tables } = booklet.render();
  const book = await workbook(tables, { title, unitName: booklet.unit.name, year: booklet.year });
  const sheets: DataFile = {
    name: 'booklet',
    title: '决算表（Excel）',
    path: 'booklet.xlsx',
    mediaType: XLSX_TYPE,
    bytes: book,
  };
  const word: DataFile = {
    name: 'word',
    title: '全文（Word）',
    path: 'booklet.docx',
    mediaType: DOCX_TYPE,
    bytes: await wordBooklet(booklet),
  };
  const figures: DataFile = {
    ...textFile('figures', '全部数字及其出处', 'figures.json', figuresFile(booklet)),
    records: { property: 'figures', fields: FIGURE_FIELDS },
  };
  // The workbook is for print. To list it would mean a table in a sheet, with one heading row, to every reader.
  const resources = [...tables.map(tableFile), figures];
  const description = textFile(
    'datapackage',
    '数据说明',
    'datapackage.json',
    dataPackage(booklet, title, resources),
  );
  return [...resources, sheets, word, description];
}

function textFile(name: string, title: string, path: string, text: string): DataFile {
  return { name, title, path, mediaType: 'application/json', bytes: new TextEncoder().encode(text) };
}

function tableFile(view: TableView): DataFile {
  const table = flatTable(view);
  const bytes = new TextEncoder().encode(tableCsv(table));
  return {
    name: view.key,
    title: view.title,
    path: `tables/${view.key}.csv`,
    mediaType: 'text/csv',
    bytes,
    table,
  };
}
