import { DEFAULT_SETTINGS, type SiteSettings } from '../../accounts/schema/site.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { FILES, tableFile, type PublishedFile } from '../../compile/published-files.ts';
import type { TableView } from '../../document/table-view.ts';
import type { DataFile } from './data-file.ts';
import { dataPackage } from './data-package.ts';
import { FIGURE_FIELDS, figuresFile } from './figures-file.ts';
import { flatTable } from './flat-table.ts';
import { tableCsv } from './table-csv.ts';
import { editionNotice } from '../word/edition-notice.ts';
import { wordBooklet } from '../word/word-booklet.ts';
import { workbook } from './workbook.ts';

/**
 * The open data of a booklet: tables, figures and their description, the tables as a workbook and the whole booklet for Word.
 * The same booklet gives the same bytes.
 *
 * @param settings what the site states: on what terms data may be used, who answers for the booklet
 */
export async function dataSet(
  booklet: Booklet,
  settings: SiteSettings = DEFAULT_SETTINGS,
): Promise<readonly DataFile[]> {
  const { title, tables } = booklet.render();
  const book = await workbook(tables, { title, unitName: booklet.unit.name, year: booklet.year });
  const sheets = filled(FILES.workbook, book);
  const word = filled(FILES.word, await wordBooklet(booklet, editionNotice(booklet, settings)));
  const figures: DataFile = {
    ...filled(FILES.figures, encode(figuresFile(booklet))),
    records: { property: 'figures', fields: FIGURE_FIELDS },
  };
  // The workbook is for print. To list it would mean a table in a sheet, with one heading row, to every reader.
  const resources = [...tables.map(tableData), figures];
  const description = filled(
    FILES.dataPackage,
    encode(dataPackage(booklet, title, resources, settings.licence)),
  );
  return [...resources, sheets, word, description];
}

function tableData(view: TableView): DataFile {
  const table = flatTable(view);
  return { ...filled(tableFile(view), encode(tableCsv(table))), table };
}

function filled({ name, title, path, mediaType }: PublishedFile, bytes: Uint8Array): DataFile {
  return { name, title, path, mediaType, bytes };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
