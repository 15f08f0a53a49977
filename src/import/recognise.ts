import { isRefused, type GivenFile, type Refused } from './given-file.ts';
import { openGiven } from './open-given.ts';
import { recogniseBooklet } from './booklet/recognise-booklet.ts';
import { recogniseForms, withTextForms } from './forms/recognise-forms.ts';
import { recognisePackage } from './package/recognise-package.ts';
import { withoutTables, type GivenText } from './text/given-text.ts';
import { together, type Recognised, type RecognisedBy } from './reading.ts';
import { recogniseTables, type RecognisedTables, type TableFile } from './tables/recognise-tables.ts';
import type { Sheet, Workbook } from './workbook/sheet.ts';

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
  const texts = given.map((text) => withTextForms(text, by));
  const files: readonly TableFile[] = [
    ...books,
    ...texts.map(({ file, tables }) => ({ file, sheets: tables.map(({ sheet }) => sheet) })),
  ];
  const forms = recogniseForms(
    files.flatMap(({ sheets }) => sheets),
    by,
  );
  const known = { ...by, items: forms.names };
  // The tables of a text are written alike, and so are those of workbooks, which belong together.
  const tables: RecognisedTables[] = [];
  for (const group of [files.slice(0, books.length), ...files.slice(books.length).map((file) => [file])]) {
    const one = recogniseTables(
      group.map((file) => without(forms.sheets, file)),
      known,
    );
    if (isRefused(one)) return one;
    tables.push(one);
  }
  const read = new Set([forms, ...tables].flatMap(({ sheets }) => [...sheets]));
  const stated = new Set(tables.flatMap(({ recognised }) => recognised.names.map(({ code }) => code)));
  const booklets = texts.map((text) => recogniseBooklet(withoutTables(text, read), { ...known, stated }));
  const isRead = ({ file }: { readonly file: string }): boolean => [...read].some((one) => one.file === file);
  const strange = texts.find((text, index) => booklets[index]?.isLike === false && !isRead(text));
  if (strange !== undefined) return unlike(strange.file, '里的话多半不是模板', by);
  if (books.length > 0 && !books.some(isRead))
    return unlike(books.map(({ file }) => file).join('、'), '没有认出一张决算表或自评表：表头不像', by);
  const like = booklets.filter(({ isLike }) => isLike);
  return together([...tables, forms, ...like].map(({ recognised }) => recognised));
}

/** A file as to its tables: its forms are read already. */
function without(read: ReadonlySet<Sheet>, file: TableFile): TableFile {
  return { ...file, sheets: file.sheets.filter((sheet) => !read.has(sheet)) };
}

function unlike(file: string, what: string, { pack }: RecognisedBy): Refused {
  const why = what.endsWith('模板')
    ? `${what}包“${pack.slug}”里的话`
    : `${what}模板包“${pack.slug}”里的任何一张`;
  return { file, refused: `${why}；请检查文件，或用 --pack 换模板包` };
}
