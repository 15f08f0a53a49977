import type { GivenFile, Refused } from './given-file.ts';
import type { GivenText } from './text/given-text.ts';
import { openText } from './text/open-text.ts';
import { openWorkbook } from './workbook/open-workbook.ts';
import type { Workbook } from './workbook/sheet.ts';

/** A given file as what it is: a text of lines, or a workbook of sheets. */
export type Opened = { readonly text: GivenText } | { readonly book: Workbook } | Refused;

/** Opens a given file by what is in it, whatever it is called. */
export async function openGiven(file: GivenFile): Promise<Opened> {
  const text = await openText(file);
  if (text !== undefined) return 'refused' in text ? text : { text };
  const book = await openWorkbook(file);
  if (book !== undefined) return 'refused' in book ? book : { book };
  return {
    file: file.name,
    refused:
      '不是能读的表格，也不是有文字的公开文本；可以给 .xlsx、.xls、.ods、.csv，或 .pdf、.docx、.html、.txt',
  };
}
