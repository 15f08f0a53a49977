import { formNumber } from '../forms/form-text.ts';
import type { RecognisedForms } from '../forms/recognise-forms.ts';
import type { GivenFile, Refused } from '../given-file.ts';
import { openGiven } from '../open-given.ts';
import { readSheets, type ReadSheets } from '../read-sheets.ts';
import type { Leftover, RecognisedBy } from '../reading.ts';
import type { Workbook } from '../workbook/sheet.ts';
import { NONE, type Fit, type Share, type Unexplained } from './fit.ts';
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
    if ('refused' in opened) fits.push(opened);
    else if ('figures' in opened)
      fits.push({ file: opened.figures.file, refused: '数据里没有公开的文字和表' });
    else if ('book' in opened) books.push(opened.book);
    else {
      const read = readSheets([], [opened.text], by);
      fits.push('refused' in read ? read : fitTexts(read));
    }
  }
  const [only] = books;
  if (only === undefined) return fits;
  const read = readSheets(books, [], by);
  return [...fits, 'refused' in read ? read : fitBooks(read, books.length === 1 ? only.file : name)];
}

/** A text: its sentences, and the cells of its tables and forms. */
function fitTexts(read: ReadSheets): Fit {
  const { by, texts } = read;
  const [text] = texts;
  if (text === undefined) throw new Error('a text without itself');
  const fit = fitText(text, by);
  return { ...fit, cells: cellsOf(read), unexplained: [...fit.unexplained, ...unexplainedCells(read)] };
}

function fitBooks(read: ReadSheets, file: string): Fit {
  const cells = cellsOf(read);
  return { file, sentences: NONE, numbers: NONE, apart: 0, cells, unexplained: unexplainedCells(read) };
}

/** How many of the numbers in tables and forms stand where the pack's layouts have a place. */
function cellsOf(read: ReadSheets): Share {
  const inTables = read.tables.flatMap(({ recognised }) => recognised.readings);
  const explained = inTables.filter(({ blank }) => blank !== true).length + numbersOf(read.forms);
  return { explained, all: explained + leftoversOf(read).length };
}

function numbersOf({ recognised }: RecognisedForms): number {
  const cells = recognised.forms.flatMap(({ cells: { own, sources, indicators } }) =>
    [own, ...sources, ...indicators.map((row) => row.cells)].flatMap((row) => [...row.values()]),
  );
  return cells.filter((cell) => formNumber(cell) !== undefined).length;
}

function leftoversOf({ tables, forms }: ReadSheets): readonly Leftover[] {
  return [...tables, forms].flatMap(({ recognised }) => recognised.leftovers);
}

function unexplainedCells(read: ReadSheets): readonly Unexplained[] {
  return leftoversOf(read).map(({ source, text, why }) => ({ kind: 'cell', at: source.at, text, why }));
}
