import type { GivenFile, Refused } from '../given-file.ts';
import { openGiven } from '../open-given.ts';
import type { RecognisedBy } from '../reading.ts';
import { recogniseTables } from '../tables/recognise-tables.ts';
import type { Workbook } from '../workbook/sheet.ts';
import { NONE, type Fit } from './fit.ts';
import { fitText } from './fit-text.ts';

/**
 * How much of given files a pack explains, whosever and of whatever year they are. Each text is a booklet by itself; the
 * workbooks are read together, since what one sheet leaves out another says.
 *
 * @param name what the workbooks are called together, if there are several
 */
export async function fitGiven(
  files: readonly GivenFile[],
  name: string,
  by: RecognisedBy,
): Promise<readonly (Fit | Refused)[]> {
  const fits: (Fit | Refused)[] = [];
  const books: Workbook[] = [];
  for (const file of files) {
    const opened = await openGiven(file);
    if ('book' in opened) books.push(opened.book);
    else if ('figures' in opened)
      fits.push({ file: opened.figures.file, refused: '数据里没有公开的文字和表' });
    else fits.push('text' in opened ? fitText(opened.text, by) : opened);
  }
  const [only] = books;
  if (only === undefined) return fits;
  return [...fits, fitBooks(books, books.length === 1 ? only.file : name, by)];
}

function fitBooks(books: readonly Workbook[], file: string, by: RecognisedBy): Fit | Refused {
  const read = recogniseTables(books, by);
  if ('refused' in read) return read;
  const { readings, leftovers } = read.recognised;
  const explained = readings.filter(({ blank }) => blank !== true).length;
  return {
    file,
    sentences: NONE,
    numbers: NONE,
    apart: 0,
    cells: { explained, all: explained + leftovers.length },
    unexplained: leftovers.map(({ source, text, why }) => ({ kind: 'cell', at: source.at, text, why })),
  };
}
