import type { Booklet } from '../../../src/compile/booklet.ts';
import { isRefused, type GivenFile } from '../../../src/import/given-file.ts';
import { importFiles, type ImportPlan } from '../../../src/import/import-files.ts';
import { choosePack } from '../../../src/import/project.ts';
import { workbook } from '../../../src/outputs/data/workbook.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import { compiled, opened } from '../../support/compiled.ts';
import { textFile, withBytes } from '../../support/project.ts';

/** A file as the command line hands it over. */
export function given(name: string, bytes: Uint8Array): GivenFile {
  return { name, bytes, size: bytes.length };
}

/** The booklet of a unit and a year. */
export function bookletOf(files: readonly RawFile[], slug: string, year: number): Booklet {
  const units = compiled(files).units.filter((unit) => unit.slug === slug);
  const booklet = units.flatMap(({ booklets }) => booklets).find((one) => one.year === year);
  if (booklet === undefined) throw new Error(`no booklet of ${slug}/${year}`);
  return booklet;
}

/** The workbook that is published with a booklet. */
export async function ownWorkbook(booklet: Booklet): Promise<GivenFile> {
  const { title, tables } = booklet.render();
  const { unit, year } = booklet;
  return given('booklet.xlsx', await workbook(tables, { title, unitName: unit.name, year }));
}

/** Where something is taken in. */
export interface Target {
  readonly slug: string;
  readonly year: number;
  readonly pack?: string;
}

/** What an import would write and tell; why it refuses, as one sentence. */
export async function takenIn(
  files: readonly RawFile[],
  { slug, year, pack: asked }: Target,
  ...givenFiles: readonly GivenFile[]
): Promise<ImportPlan | string> {
  const input = opened(files);
  const choice = choosePack(input, files, { slug, year, asked });
  if ('why' in choice) return choice.why;
  const plan = await importFiles({ input, files, slug, year, pack: choice.pack, given: givenFiles });
  if ('unready' in plan) return plan.unready.map(({ message }) => message).join('\n');
  return isRefused(plan) ? `${plan.file}：${plan.refused}` : plan;
}

/** The same where nothing may be refused. */
export async function plan(
  files: readonly RawFile[],
  target: Target,
  ...givenFiles: readonly GivenFile[]
): Promise<ImportPlan> {
  const result = await takenIn(files, target, ...givenFiles);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

/** The project without a unit's accounts of a year: the folder into which they are taken in. */
export function withoutAccounts(files: readonly RawFile[], slug: string, year: number): readonly RawFile[] {
  return files.filter(({ path }) => path !== `content/units/${slug}/${year}/accounts.yaml`);
}

/** A project with what an import writes. */
export function withWritten(
  files: readonly RawFile[],
  { writes }: Pick<ImportPlan, 'writes'>,
): readonly RawFile[] {
  return writes.reduce((all, { path, text }) => withBytes(all, path, textFile(path, text).bytes), files);
}

/** The figures of a booklet whose accounts are those that a plan writes, all else as it was. */
export function figuresAfter(files: readonly RawFile[], slug: string, year: number, made: ImportPlan) {
  const units = compiled(withWritten(files, made)).units.filter((unit) => unit.slug === slug);
  const booklet = units.flatMap(({ booklets }) => booklets).find((one) => one.year === year);
  if (booklet === undefined) throw new Error(`what was taken in makes no booklet of ${slug}/${year}`);
  return booklet.figures;
}

/** The cells of a booklet's tables whose figures are something else after an import: nothing, if all is well. */
export function lostCells(booklet: Booklet, after: ReturnType<typeof figuresAfter>): readonly string[] {
  const cells = booklet.render().tables.flatMap(({ body }) => body.flat());
  return cells.flatMap(({ figure }) => {
    if (figure === undefined) return [];
    const found = after.find(figure.id)?.value;
    const value = found?.state === 'known' ? found.exact.toFixed() : '';
    return value === figure.value ? [] : [`${figure.id}: ${figure.value} → ${value}`];
  });
}
