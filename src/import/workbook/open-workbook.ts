import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { Exact } from '../../accounts/decimal.ts';
import { MAX_FILE_BYTES, type GivenFile, type Refused } from '../given-file.ts';
import { containerOf, DAMAGED, WITH_MACROS, WITH_PASSWORD, type Container } from './container.ts';
import type { Merge, Sheet, SheetCell, Workbook } from './sheet.ts';

const MAX_SHEETS = 200;
const MAX_ROWS = 5000;
const MAX_COLUMNS = 400;

/** Digits that a spreadsheet keeps of a number; what follows is noise of its arithmetic. */
const SIGNIFICANT = 15;

/**
 * Reads a spreadsheet: .xlsx, .xls, .ods, .csv and what programs of their kin write. No formula is evaluated, no link
 * followed: a cell holds what was saved. Undefined for a file that is none.
 */
export async function openWorkbook({
  name,
  bytes,
  size,
}: GivenFile): Promise<Workbook | Refused | undefined> {
  if (size > MAX_FILE_BYTES) {
    const megabytes = Math.ceil(size / 1024 / 1024);
    return { file: name, refused: `文件有 ${megabytes} MB，不像决算报表；请检查是否给错了文件` };
  }
  const container = containerOf(bytes);
  if (container === undefined) return undefined;
  if ('why' in container) return { file: name, refused: container.why };
  const book = await parse(container, bytes);
  if (book === undefined) return undefined;
  if (typeof book === 'string') return { file: name, refused: book };
  return {
    file: name,
    title: book.Props?.Title ?? '',
    sheets: book.SheetNames.flatMap((sheet) => {
      const read = book.Sheets[sheet];
      return read === undefined ? [] : [sheetOf(name, container.kind === 'text' ? '' : sheet, read)];
    }),
  };
}

/** What is read of a file. Stubs are cells without a value: among them, formulas that were saved without a result. */
const WHOLE: ParsingOptions = {
  dense: true,
  cellText: false,
  cellHTML: false,
  cellNF: true,
  sheetRows: MAX_ROWS + 1,
  sheetStubs: true,
};

/** The parsed file; a Chinese sentence where it is refused, undefined where it is no spreadsheet. */
async function parse(container: Container, bytes: Uint8Array): Promise<WorkBook | string | undefined> {
  const library = await import('@e965/xlsx');
  // Files of the nineties name their encoding by a number, whose table is large.
  if (container.kind === 'binary') library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const text = container.kind === 'text';
  const read = (options: ParsingOptions): WorkBook =>
    silently(() =>
      text
        ? library.read(container.text, { ...options, type: 'string', raw: true })
        : library.read(bytes, { ...options, type: 'array' }),
    );
  try {
    const sheets =
      container.kind === 'archive'
        ? container.sheets
        : text
          ? 1
          : read({ bookSheets: true }).SheetNames.length;
    if (sheets > MAX_SHEETS) return `工作簿有 ${sheets} 张表，不像决算报表；请检查是否给错了文件`;
    const book = read({ ...WHOLE, bookVBA: !text });
    if (book.vbaraw !== undefined) return WITH_MACROS;
    return Object.values(book.Sheets).some(isTooLarge)
      ? `有的表超过 ${MAX_ROWS} 行或 ${MAX_COLUMNS} 列，不像决算报表；请检查是否给错了文件`
      : book;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/password/i.test(message)) return WITH_PASSWORD;
    // Word's old files and others lie in the same container.
    return /Cannot find Workbook/i.test(message) || text ? undefined : DAMAGED;
  }
}

/** The library complains on the terminal of number formats that it does not know; only values are asked for here. */
function silently<T>(work: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
  }
}

function rowsOf(sheet: WorkSheet): readonly (readonly (CellObject | undefined)[] | undefined)[] {
  return (sheet as { '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[] })['!data'] ?? [];
}

function isTooLarge(sheet: WorkSheet): boolean {
  const rows = rowsOf(sheet);
  return rows.length > MAX_ROWS || rows.some((row) => (row?.length ?? 0) > MAX_COLUMNS);
}

function sheetOf(file: string, name: string, sheet: WorkSheet): Sheet {
  const rows = rowsOf(sheet).map((cells, row) =>
    cells?.map((cell, column) => (cell === undefined ? undefined : cellOf(cell, row, column))),
  );
  const merges = (sheet['!merges'] ?? []).map(({ s, e }): Merge => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  return { file, name, rows, merges };
}

function cellOf({ t, v, f, z }: CellObject, row: number, column: number): SheetCell | undefined {
  if (t === 'e') return { row, column, text: '', isNumber: false, fault: '是错误值' };
  if (t === 'z' || v === undefined || v === null || v === '') {
    return f === undefined
      ? undefined
      : { row, column, text: '', isNumber: false, fault: '公式没有存下结果，请在表格软件里重新计算后保存' };
  }
  if (typeof v === 'number') {
    // What is shown as 95% is stored as 0.95.
    const isRate = typeof z === 'string' && z.includes('%');
    const text = isRate ? `${new Exact(digitsOf(v)).times(100).toFixed()}%` : digitsOf(v);
    return { row, column, text, isNumber: true };
  }
  return { row, column, text: String(v), isNumber: false };
}

/** The digits of a number without what its arithmetic has left behind them. */
function digitsOf(value: number): string {
  const digits = String(Number(value.toPrecision(SIGNIFICANT)));
  return digits.includes('e') ? new Exact(digits).toFixed() : digits;
}
