import { listContent } from '../../accounts/content-files.ts';
import { Reader, type Loaded } from '../../accounts/reader.ts';
import { codeTableSchema, type CodeTableFile } from '../../accounts/schema/code-table.ts';
import { hasErrors, type Diagnostic } from '../../source/diagnostic.ts';
import type { RawFile } from '../../source/source-file.ts';
import { isRefused, type GivenFile, type Refused } from '../given-file.ts';
import type { PlannedFile, Unready } from '../import-files.ts';
import { schemaLine } from '../first-year/blocks.ts';
import { openWorkbook } from '../workbook/open-workbook.ts';
import { codeChanges, type CodeChanges } from './code-changes.ts';
import { editedCodeFile, newCodeFile } from './code-file.ts';
import { readCodes, type StatedCode } from './read-codes.ts';

/** What becomes of one classification. */
export interface CodePlan {
  readonly table: 'functional' | 'economic';
  readonly path: string;
  /** How many codes the file states. */
  readonly stated: number;
  readonly changes: CodeChanges;
  /** The year's own file, in which conflicts stand. */
  readonly own: Loaded<CodeTableFile> | undefined;
  /** Undefined where nothing is to be written. */
  readonly write: PlannedFile | undefined;
}

/** What an official classification makes of the tables of a year. */
export interface CodesPlan {
  readonly plans: readonly CodePlan[];
  /** Codes of classifications that booklets do not use. */
  readonly others: readonly StatedCode[];
}

/** Plans what a given classification writes into a year's code tables: pure, nothing is written here. */
export async function importCodes(
  given: GivenFile,
  year: number,
  files: readonly RawFile[],
): Promise<CodesPlan | Refused | Unready> {
  const book = await openWorkbook(given);
  if (book === undefined)
    return { file: given.name, refused: '不是能读的表格；请给出科目表的 .xlsx、.xls、.ods 或 .csv 文件' };
  if (isRefused(book)) return book;
  const stated = readCodes(book);
  if (isRefused(stated)) return stated;
  const diagnostics: Diagnostic[] = [];
  const plans = (['functional', 'economic'] as const)
    .filter((table) => stated[table].length > 0)
    .map((table) => planOf({ table, year, given, stated: stated[table] }, files, diagnostics));
  return hasErrors(diagnostics) ? { unready: diagnostics } : { plans, others: stated.others };
}

/** One classification of a year, as a file states it. */
interface Stated {
  readonly table: 'functional' | 'economic';
  readonly year: number;
  readonly given: GivenFile;
  readonly stated: readonly StatedCode[];
}

function planOf(
  { table, year, given, stated }: Stated,
  files: readonly RawFile[],
  diagnostics: Diagnostic[],
): CodePlan {
  const content = listContent(files.filter(({ path }) => path.startsWith('content/')));
  const known = table === 'functional' ? content.functionalCodes : content.economicCodes;
  const read = new Reader(diagnostics);
  const path = `content/codes/${year}/${table}.yaml`;
  const tables = known.flatMap((file) => read.file(codeTableSchema, file) ?? []);
  const own = tables.find(({ document }) => document.source.path === path);
  const changes = codeChanges(
    year,
    stated,
    own?.value,
    tables.map(({ value }) => value),
  );
  const head = schemaLine(files, 'code-table', path);
  const { text: stands, shipped } = own?.document.source ?? {};
  const text =
    own === undefined
      ? newCodeFile({ table, year, file: given.name, head }, changes)
      : editedCodeFile(own.document, own.value, changes);
  // A table that came with the program becomes the project's own with what is changed in it.
  const before = shipped === undefined ? stands : undefined;
  const write = text === stands ? undefined : { path, before, text };
  return { table, path, stated: stated.length, changes, own, write };
}
