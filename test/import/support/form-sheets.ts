import type { Booklet } from '../../../src/compile/booklet.ts';
import { loadEvaluations } from '../../../src/accounts/load-evaluations.ts';
import { Reader } from '../../../src/accounts/reader.ts';
import type { Evaluation } from '../../../src/accounts/schema/evaluation.ts';
import type { PlannedFile } from '../../../src/import/import-files.ts';
import type { TableView } from '../../../src/document/table-view.ts';
import { placeCells } from '../../../src/pack/grid.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import { textFile } from '../../support/project.ts';
import type { TestSheet, Value } from './sheets.ts';

/** The forms of a booklet as the sheets in which clerks fill them in, by the names of their files. */
export function formSheetsOf(booklet: Booklet): readonly TestSheet[] {
  return booklet.render().forms.map(formSheet);
}

function formSheet(view: TableView): TestSheet {
  const title = [[view.title], [view.subtitle]];
  const merges: TestSheet['merges'] = [
    { top: 0, left: 0, bottom: 0, right: view.widths.length - 1 },
    { top: 1, left: 0, bottom: 1, right: view.widths.length - 1 },
  ];
  const body: Value[][] = [];
  const kinds = new Map<string, string>();
  for (const { cell, row, column } of placeCells([...view.head, ...view.body])) {
    const top = row + title.length;
    kinds.set(`${top},${column}`, cell.kind);
    const isNumber = cell.kind === 'amount' && /^-?[\d.]+$/u.test(cell.text);
    (body[row] ??= [])[column] = isNumber ? Number(cell.text) : cell.text === '' ? undefined : cell.text;
    if (cell.columns * cell.rows > 1)
      merges.push({ top, left: column, bottom: top + cell.rows - 1, right: column + cell.columns - 1 });
  }
  return {
    name: view.key,
    rows: [...title, ...body].map((row) => Array.from(row, (value) => value)),
    merges,
    caption: title.length,
    head: 0,
    hidden: new Set(),
    kindOf: (row, column) => kinds.get(`${row},${column}`) ?? '',
  };
}

/** A project without the forms of a unit's year. */
export function withoutForms(files: readonly RawFile[], slug: string, year: number): readonly RawFile[] {
  return files.filter(({ path }) => !path.startsWith(`content/units/${slug}/${year}/performance/`));
}

/** The forms that a plan writes, as they are read, by the names of their files. */
export function formsIn(
  plan: { readonly writes: readonly Pick<PlannedFile, 'path' | 'text'>[] },
  pack: Pack,
): ReadonlyMap<string, Evaluation> {
  const written = plan.writes.filter(({ path }) => path.includes('/performance/'));
  return loaded(
    written.map(({ path, text }) => textFile(path, text)),
    pack,
  );
}

/** The forms of a unit's year in a project. */
export function formsOf(
  files: readonly RawFile[],
  slug: string,
  year: number,
  pack: Pack,
): ReadonlyMap<string, Evaluation> {
  const folder = `content/units/${slug}/${year}/performance/`;
  return loaded(
    files.filter(({ path }) => path.startsWith(folder)),
    pack,
  );
}

function loaded(files: readonly RawFile[], pack: Pack): ReadonlyMap<string, Evaluation> {
  const diagnostics: { readonly message: string }[] = [];
  const kinds = { kinds: pack.forms.map(({ kind }) => kind), certain: true };
  const read = loadEvaluations(new Reader(diagnostics as never), files, kinds);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return new Map(read.map(({ name, value }) => [name, value]));
}
