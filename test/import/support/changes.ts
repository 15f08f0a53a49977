import type { GivenFile } from '../../../src/import/given-file.ts';
import { blankSheet, changed, insertColumn, removeRow, type TestSheet, type Value } from './sheets.ts';

/** A text as Excel saves what it calls Unicode text. */
export function inUtf16(bytes: Uint8Array): Pick<GivenFile, 'bytes' | 'size'> {
  const text = Buffer.from(`\uFEFF${new TextDecoder().decode(bytes)}`, 'utf16le');
  return { bytes: new Uint8Array(text), size: text.length };
}

/** Changes every sheet. */
export function each(sheets: TestSheet[], change: (sheet: TestSheet, index: number) => unknown): TestSheet[] {
  sheets.forEach(change);
  return sheets;
}

/** All tables below each other in one sheet. */
export function stacked(sheets: readonly TestSheet[], gap: number): TestSheet {
  const all = blankSheet('附表');
  for (const { rows, merges } of sheets) {
    const at = all.rows.length;
    all.rows.push(...rows, ...Array.from({ length: gap }, () => []));
    all.merges.push(...merges.map((one) => ({ ...one, top: one.top + at, bottom: one.bottom + at })));
  }
  return all;
}

/** Writes a title otherwise. */
export function setTitle(sheet: TestSheet, change: (title: string) => string): void {
  sheet.rows[0] = [change(String(sheet.rows[0]?.[0]))];
}

/** Takes merged headings apart, with their words in every cell. */
export function fillMerges(sheet: TestSheet): void {
  for (const { top, left, bottom, right } of sheet.merges.filter(
    (one) => one.bottom < sheet.caption + sheet.head,
  ))
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1)
        (sheet.rows[row] ??= [])[column] = sheet.rows[top]?.[left];
  sheet.merges = [];
}

/** One row in place of a head: the words above each column joined, or the lowest of them. */
export function flatten(sheet: TestSheet, joint: string | undefined): void {
  const numbering = sheet.rows[sheet.caption + sheet.head - 1];
  fillMerges(sheet);
  const numbered = numbering?.some((value) => value === '栏次' || value === '12') === true;
  const words = sheet.rows.slice(sheet.caption, sheet.caption + sheet.head - (numbered ? 1 : 0));
  const width = Math.max(...words.map((row) => row.length));
  const row = Array.from({ length: width }, (_, column) => {
    const heads = words
      .map((cells) => String(cells[column] ?? ''))
      .filter((text, index, all) => text !== '' && text !== all[index - 1]);
    return joint === undefined ? heads.at(-1) : heads.join(joint);
  });
  sheet.rows.splice(sheet.caption, words.length, row);
}

/** A text broken into two lines. */
export function wrapped(value: Value): string {
  const text = String(value);
  return text.length < 4 ? text : `${text.slice(0, 3)}\n${text.slice(3)}`;
}

/** Digits as wide as Chinese characters. */
export function wide(text: string): string {
  return text.replaceAll(/[\d.,-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/** Takes out all rows in which nothing is but zeros. */
export function dropZeroRows(sheet: TestSheet): void {
  const zero = (row: number): boolean => {
    const amounts = (sheet.rows[row] ?? []).filter((_, column) => sheet.kindOf(row, column) === 'amount');
    return amounts.length > 0 && amounts.every((value) => value === 0);
  };
  for (let row = sheet.rows.length - 1; row >= 0; row -= 1) if (zero(row)) removeRow(sheet, row);
}

/** Codes in a column for each of 类, 款 and 项. */
export function splitCodes(sheet: TestSheet, write: (part: string) => Value): void {
  const codes = sheet.rows.map((cells, row) =>
    sheet.kindOf(row, 0) === 'code' ? String(cells[0]) : undefined,
  );
  if (!codes.some((code) => code?.length === 7)) return;
  insertColumn(sheet, 1, (row) => (codes[row] === undefined ? undefined : write(codes[row].slice(3, 5))));
  insertColumn(sheet, 2, (row) => (codes[row] === undefined ? undefined : write(codes[row].slice(5, 7))));
  codes.forEach((code, row) => {
    const cells = sheet.rows[row];
    if (code !== undefined && cells !== undefined) cells[0] = write(code.slice(0, 3));
  });
}

/** Codes in the cells of their names. */
export function joinCodes(sheet: TestSheet): void {
  sheet.rows.forEach((cells, row) => {
    cells.forEach((code, column) => {
      if (sheet.kindOf(row, column) !== 'code') return;
      cells[column + 1] = `${String(code)} ${String(cells[column + 1])}`;
      cells[column] = undefined;
    });
  });
}

/** Amounts in another unit, which stands above each table. */
export function inUnit(sheets: TestSheet[], unit: string, times: number): TestSheet[] {
  for (const sheet of sheets)
    sheet.rows[2] = (sheet.rows[2] ?? []).map((value) =>
      value === '金额单位：万元' ? `金额单位：${unit}` : value,
    );
  return changed(sheets, 'amount', (value) => Number((Number(value) * times).toPrecision(15)));
}
