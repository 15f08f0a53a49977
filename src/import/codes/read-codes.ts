import type { Refused } from '../given-file.ts';
import type { Source } from '../reading.ts';
import { addressOf, type Sheet, type SheetCell, type Workbook } from '../workbook/sheet.ts';
import { codeColumns, type CodeColumns } from './code-columns.ts';
import { classificationOf, codeText, isCodeLike, isSameName, nameText } from './code-text.ts';

/** A code with its name, as a file states it. */
export interface StatedCode {
  readonly code: string;
  readonly name: string;
  readonly source: Source;
}

/** What a file says of the classifications, codes ascending. */
export interface StatedCodes {
  readonly functional: readonly StatedCode[];
  readonly economic: readonly StatedCode[];
  /** Codes of classifications that booklets do not use. */
  readonly others: readonly StatedCode[];
}

/** Something in a row that cannot be a code with its name. */
interface Fault {
  readonly kind: 'length' | 'name';
  readonly text: string;
  readonly source: Source;
}

/** How many cells a sentence names. */
const MOST_CELLS = 8;

/** Reads a classification from a spreadsheet: the columns of codes and names are found by what they hold. */
export function readCodes({ file, sheets }: Workbook): StatedCodes | Refused {
  const read = sheets.flatMap((sheet) => {
    const columns = codeColumns(sheet);
    return columns === undefined ? [] : [readSheet(sheet, columns)];
  });
  const refuse = (refused: string): Refused => ({ file, refused });
  if (read.length === 0)
    return refuse(
      '没有找到科目编码和名称两列；应是支出功能分类或部门预算支出经济分类科目表，请检查是否给错了文件',
    );
  const faults = read.flatMap((one) => one.faults);
  const wrong = faults.filter(({ kind }) => kind === 'length');
  if (wrong.length > 0)
    return refuse(
      `有 ${wrong.length} 个编码不对：${cellsIn(wrong)}；功能分类应为 3、5 或 7 位数字，经济分类应为 3 或 5 位，请改正`,
    );
  if (faults.length > 0) return refuse(`有 ${faults.length} 个编码没有名称：${cellsIn(faults)}；请补上`);
  const stated = new Map<string, StatedCode>();
  for (const one of read.flatMap(({ codes }) => codes)) {
    const before = stated.get(one.code);
    if (before !== undefined && !isSameName(before.name, one.name))
      return refuse(
        `编码 ${one.code} 有两个名称：${before.source.at} 是“${before.name}”，${one.source.at} 是“${one.name}”；请改正其一`,
      );
    if (before === undefined) stated.set(one.code, one);
  }
  return sorted([...stated.values()], refuse);
}

function sorted(codes: readonly StatedCode[], refuse: (why: string) => Refused): StatedCodes | Refused {
  const of = (wanted: string | undefined): readonly StatedCode[] =>
    codes
      .filter(({ code }) => classificationOf(code) === wanted)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const [functional, economic, others] = [of('functional'), of('economic'), of(undefined)];
  return functional.length + economic.length === 0
    ? refuse(
        '没有支出功能分类（编码以 2 开头）或部门预算支出经济分类（以 3 开头）的科目；请检查是否给错了文件',
      )
    : { functional, economic, others };
}

function cellsIn(faults: readonly Fault[]): string {
  const shown = faults.slice(0, MOST_CELLS).map(({ source, text }) => `${source.at} “${text}”`);
  return shown.join('、') + (faults.length > MOST_CELLS ? ' 等' : '');
}

interface ReadSheet {
  readonly codes: readonly StatedCode[];
  readonly faults: readonly Fault[];
}

function readSheet(sheet: Sheet, columns: CodeColumns): ReadSheet {
  const codes: StatedCode[] = [];
  const faults: Fault[] = [];
  let above: readonly string[] = [];
  for (const row of sheet.rows.slice(columns.from)) {
    const cells = columns.codes.map((column) => row?.[column]);
    const names = columns.names.map((column) => nameText(row?.[column]?.text ?? ''));
    const levels = columns.split
      ? splitLevels(cells, above)
      : cells.map((cell) => codeText(cell?.text ?? ''));
    if (columns.split) above = levels;
    const isNamed = names.some((name) => name !== '');
    for (const { code, name, cell } of statedIn(levels, cells, names)) {
      const source = sourceOf(sheet, cell);
      if (isStated(code) && name !== '') codes.push({ code, name, source });
      else if (isStated(code)) faults.push({ kind: 'name', text: code, source });
      else if (isNamed && /\d/.test(code)) faults.push({ kind: 'length', text: cell.text.trim(), source });
    }
  }
  return { codes, faults };
}

/** The codes of the levels of a row whose columns hold their own digits; empty below the row's own level. */
function splitLevels(cells: readonly (SheetCell | undefined)[], above: readonly string[]): readonly string[] {
  const parts = cells.map((cell) => codeText(cell?.text ?? '').replace(/^0+$/, ''));
  const own = parts.findLastIndex((part) => part !== '');
  const levels: string[] = [];
  parts.forEach((part, level) => {
    const before = levels[level - 1] ?? '';
    if (level > own) return;
    // What stands in the row above still holds where only the lower levels change.
    levels.push(part === '' ? (above[level] ?? '') : level === 0 ? part : before + part.padStart(2, '0'));
  });
  return levels;
}

/** The codes of a row, each with its name and cell: one, or one of each level where each has a name of its own. */
function statedIn(
  levels: readonly string[],
  cells: readonly (SheetCell | undefined)[],
  names: readonly string[],
): readonly { readonly code: string; readonly name: string; readonly cell: SheetCell }[] {
  const each = cells.length > 1 && names.length === cells.length;
  const own = levels.findLastIndex((code) => code !== '');
  return levels.flatMap((code, level) => {
    const cell = cells[level];
    if (code === '' || cell === undefined) return [];
    if (each) return level === own || names[level] !== '' ? [{ code, name: names[level] ?? '', cell }] : [];
    return level === own ? [{ code, name: names.findLast((name) => name !== '') ?? '', cell }] : [];
  });
}

/** Whether a code has a form that its classification has. */
function isStated(code: string): boolean {
  return isCodeLike(code) && !(classificationOf(code) === 'economic' && code.length > 5);
}

function sourceOf({ file, name }: Sheet, { row, column }: SheetCell): Source {
  const address = addressOf(row, column);
  return { file, at: name === '' ? address : `${name}!${address}` };
}
