import type { GivenFile, Refused } from './given-file.ts';
import type { GivenText } from './text/given-text.ts';
import { openPackage, type PackagedFigures } from './package/open-package.ts';
import { openText } from './text/open-text.ts';
import { openWorkbook } from './workbook/open-workbook.ts';
import type { Workbook } from './workbook/sheet.ts';

/** A given file as what it is: a text of lines, a workbook of sheets, or published figures. */
export type Opened =
  | { readonly text: GivenText }
  | { readonly book: Workbook }
  | { readonly figures: PackagedFigures }
  | Refused;

/** Opens a given file by what is in it, whatever it is called. */
export async function openGiven(file: GivenFile): Promise<Opened> {
  const figures = openPackage(file);
  if (figures !== undefined) return 'refused' in figures ? figures : { figures };
  const text = await openText(file);
  if (text !== undefined) return 'refused' in text ? text : { text };
  const book = await openWorkbook(file);
  if (book !== undefined) return 'refused' in book ? book : { book };
  return {
    file: file.name,
    refused:
      '不是能读的表格，也不是有文字的公开文本；可以给 .xlsx、.xls、.ods、.csv，或 .pdf、.docx、.html、.txt，或公开数据的 datapackage.json 或装着它的 .zip',
  };
}
