import { isRefused, type GivenFile, type Refused } from './given-file.ts';
import type { Recognised, RecognisedBy } from './reading.ts';
import { openWorkbook } from './workbook/open-workbook.ts';
import { recogniseWorkbooks } from './workbook/recognise-workbooks.ts';
import type { Workbook } from './workbook/sheet.ts';

/**
 * Turns given files, whatever they are, into readings of figures. Each kind of files has a recogniser of its own: it
 * opens those that are of its kind, and reads them together, since what one sheet leaves out another says.
 */
export async function recognise(
  files: readonly GivenFile[],
  by: RecognisedBy,
): Promise<Recognised | Refused> {
  const books: Workbook[] = [];
  for (const file of files) {
    const book = await openWorkbook(file);
    if (book === undefined)
      return { file: file.name, refused: '不是能读的表格；可以给 .xlsx、.xls、.ods、.csv' };
    if (isRefused(book)) return book;
    books.push(book);
  }
  const recognised = recogniseWorkbooks(books, by);
  if (isRefused(recognised)) return recognised;
  if (recognised.readings.length > 0) return recognised;
  const why = `没有认出一张决算表：表头不像模板包“${by.pack.slug}”里的任何一张；请检查文件，或用 --pack 换模板包`;
  return { file: files.map(({ name }) => name).join('、'), refused: why };
}
