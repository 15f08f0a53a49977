import { recogniseForms, withTextForms, type RecognisedForms } from './forms/recognise-forms.ts';
import { isRefused, type Refused } from './given-file.ts';
import { NOTHING_READ, type RecognisedBy } from './reading.ts';
import { expectedTables } from './tables/expected-table.ts';
import { spacedTables } from './tables/spaced/spaced-tables.ts';
import { recogniseTables, type RecognisedTables, type TableFile } from './tables/recognise-tables.ts';
import { withoutTables, type GivenText } from './text/given-text.ts';
import type { Sheet, Workbook } from './workbook/sheet.ts';

/** What workbooks and the tables of texts hold. */
export interface ReadSheets {
  readonly forms: RecognisedForms;
  /** Of the workbooks together, which belong together, and of each text by itself. */
  readonly tables: readonly RecognisedTables[];
  /** The sheets of which something was read. */
  readonly read: ReadonlySet<Sheet>;
  /** The texts without what was read of their tables. */
  readonly texts: readonly GivenText[];
  /** By what these texts are to be read: the names of forms and the codes of tables are known now. */
  readonly by: RecognisedBy;
}

/** Reads the tables of given files, those within texts too, by the layouts of a pack. */
export function readSheets(
  books: readonly Workbook[],
  given: readonly GivenText[],
  by: RecognisedBy,
): ReadSheets | Refused {
  const expected = expectedTables(by.pack, by.codes.functional);
  const spaced = given.map((text) => spacedTables(text, expected, by.codes));
  const texts = spaced.map(({ text }) => withTextForms(text, by));
  const inTexts = texts.map(({ file, tables }) => ({ file, sheets: tables.map(({ sheet }) => sheet) }));
  const forms = recogniseForms(
    [...books, ...inTexts].flatMap(({ sheets }) => sheets),
    by,
  );
  const items = { ...by, items: forms.names };
  const tables: RecognisedTables[] = spaced.map(({ unread }) => ({
    recognised: { ...NOTHING_READ, leftovers: unread },
    sheets: new Set(),
  }));
  for (const group of [books, ...inTexts.map((file) => [file])]) {
    const one = recogniseTables(
      group.map((file) => without(forms.sheets, file)),
      items,
    );
    if (isRefused(one)) return one;
    tables.push(one);
  }
  const read = new Set([forms, ...tables].flatMap(({ sheets }) => [...sheets]));
  const stated = new Set(tables.flatMap(({ recognised }) => recognised.names.map(({ code }) => code)));
  const words = texts.map((text) => withoutTables(text, read));
  return { forms, tables, read, texts: words, by: { ...items, stated } };
}

/** A file as to its tables: its forms are read already. */
function without(read: ReadonlySet<Sheet>, file: TableFile): TableFile {
  return { ...file, sheets: file.sheets.filter((sheet) => !read.has(sheet)) };
}
