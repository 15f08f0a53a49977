import { isRefused, type GivenFile, type Refused } from './given-file.ts';
import { openGiven } from './open-given.ts';
import { recogniseBooklet } from './booklet/recognise-booklet.ts';
import { recognisePackage } from './package/recognise-package.ts';
import { readSheets } from './read-sheets.ts';
import { together, type Recognised, type RecognisedBy } from './reading.ts';
import type { GivenText } from './text/given-text.ts';
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
  const texts: GivenText[] = [];
  const published: Recognised[] = [];
  for (const file of files) {
    const opened = await openGiven(file);
    if ('refused' in opened) return opened;
    if ('text' in opened) texts.push(opened.text);
    else if ('book' in opened) books.push(opened.book);
    else published.push(recognisePackage(opened.figures));
  }
  const read = readTogether(books, texts, by);
  return isRefused(read) ? read : together([read, ...published]);
}

function readTogether(
  books: readonly Workbook[],
  given: readonly GivenText[],
  by: RecognisedBy,
): Recognised | Refused {
  const sheets = readSheets(books, given, by);
  if (isRefused(sheets)) return sheets;
  const { forms, tables, read } = sheets;
  const booklets = sheets.texts.map((text) => recogniseBooklet(text, sheets.by));
  const isRead = ({ file }: { readonly file: string }): boolean => [...read].some((one) => one.file === file);
  const strange = given.find((text, index) => booklets[index]?.isLike === false && !isRead(text));
  if (strange !== undefined) return unlike(strange.file, '里的话多半不是模板', by);
  if (books.length > 0 && !books.some(isRead))
    return unlike(books.map(({ file }) => file).join('、'), '没有认出一张决算表或自评表：表头不像', by);
  const like = booklets.filter(({ isLike }) => isLike);
  return together([...tables, forms, ...like].map(({ recognised }) => recognised));
}

function unlike(file: string, what: string, { pack }: RecognisedBy): Refused {
  const why = what.endsWith('模板')
    ? `${what}包“${pack.slug}”里的话`
    : `${what}模板包“${pack.slug}”里的任何一张`;
  return { file, refused: `${why}；请检查文件，或用 --pack 换模板包` };
}
