import { cellsBetween, type Sheet, type SheetCell } from '../workbook/sheet.ts';
import type { ExpectedTable } from './expected-table.ts';
import { headColumns, type FoundColumns } from './head-columns.ts';
import { headRows, type HeadRows } from './head-rows.ts';
import { plainWords } from './words.ts';

/** A place in a sheet where a table begins, and the layouts that it may have. */
export interface Site {
  readonly sheet: Sheet;
  readonly head: HeadRows;
  /** What stands above the head, below the table before. */
  readonly caption: readonly SheetCell[];
  /** The first row that belongs to the next table. */
  readonly end: number;
  /** The best first. */
  readonly candidates: readonly Candidate[];
}

/** A layout that a table may have. */
export interface Candidate {
  readonly table: ExpectedTable;
  readonly columns: FoundColumns['columns'];
  /** How well its headings fit, and what else says that it is this one. */
  readonly score: number;
  /** Whether its title says so. */
  readonly titled: boolean;
}

/** Headings that fit worse are those of something else. */
const LEAST_FIT = 0.65;
const TITLE = 1;
const NOTE = 0.3;
const NUMBER = 0.2;

interface Block {
  readonly head: HeadRows;
  readonly fitting: (FoundColumns & { readonly table: ExpectedTable })[];
}

/** Where in a sheet tables begin that have the layouts of a pack. */
export function findTables(sheet: Sheet, tables: readonly ExpectedTable[]): readonly Site[] {
  const blocks = blocksOf(sheet, tables);
  return blocks.map(({ fitting, head }, index) => {
    const before = blocks[index - 1]?.head.bottom ?? -1;
    const end = blocks[index + 1]?.head.top ?? sheet.rows.length;
    const caption = captionAbove(sheet, before + 1, head.top);
    const below = cellsBetween(sheet, head.bottom + 1, end);
    const above = [...caption.map(({ text }) => plainWords(text)), plainWords(sheet.name)];
    const other = isTitledOtherwise(above, tables);
    const candidates = fitting
      .map(({ table, columns, fit }): Candidate => {
        const { score, titled } = evidenceOf(table, tables, above, below);
        return { table, columns, score: fit + score, titled };
      })
      .filter(({ table: { printed }, titled }) => titled || (printed && !other))
      .sort((a, b) => b.score - a.score);
    return { sheet, head, caption, end, candidates };
  });
}

/** Heads of several layouts that share rows are one and the same head. */
function blocksOf(sheet: Sheet, tables: readonly ExpectedTable[]): readonly Block[] {
  const found = tables.flatMap((table) =>
    headRows(sheet, table)
      .map((head) => ({ table, head, ...headColumns(sheet, head, table) }))
      .filter(({ fit }) => fit >= LEAST_FIT),
  );
  const blocks: Block[] = [];
  for (const one of found.sort((a, b) => a.head.top - b.head.top || b.fit - a.fit)) {
    const last = blocks.at(-1);
    if (last !== undefined && one.head.top <= last.head.bottom) last.fitting.push(one);
    else blocks.push({ head: one.head, fitting: [one] });
  }
  return blocks;
}

/** Cells above a head that say what the table is: behind the last row that holds amounts of the table before. */
function captionAbove(sheet: Sheet, from: number, top: number): readonly SheetCell[] {
  const cells = cellsBetween(sheet, from, top);
  if (from === 0) return cells;
  const last = cells.findLast(({ isNumber, text }) => isNumber || /^[-\d.,]+$/.test(text))?.row ?? from - 1;
  return cells.filter(({ row }) => row > last);
}

/** What besides its headings says that a table is this one. */
function evidenceOf(
  { titles, number, note }: ExpectedTable,
  tables: readonly ExpectedTable[],
  above: readonly string[],
  below: readonly SheetCell[],
): { readonly score: number; readonly titled: boolean } {
  const titled = above.some((words) => titles.includes(titledAs(words, tables) ?? ''));
  const noted = note !== '' && below.some(({ text }) => plainWords(text).startsWith(note));
  const numbered = number !== '' && above.includes(number);
  return { score: (titled ? TITLE : 0) + (noted ? NOTE : 0) + (numbered ? NUMBER : 0), titled };
}

/** A line that is a title: `2023年部门支出总表`, and no `公开03表`. */
const A_TITLE = /\p{Script=Han}{4,}表$/u;
/** What the titles of approved tables say, however a region words them. */
const OF_ACCOUNTS = '决算';

/**
 * Whether a table calls itself something that is none of the pack's, and nothing of final accounts: tables of budgets look
 * the same.
 */
function isTitledOtherwise(above: readonly string[], tables: readonly ExpectedTable[]): boolean {
  const titles = above.filter((words) => A_TITLE.test(words.replace(BEHIND_TITLE, '')));
  return (
    titles.length > 0 &&
    titles.every((words) => !words.includes(OF_ACCOUNTS) && titledAs(words, tables) === undefined)
  );
}

/** What may stand behind a title: its number, 续表. */
const BEHIND_TITLE = /\([^()]*\)$/;
/** A title with the body, the year and a number before it is no longer. */
const LONGEST = 60;

/** The longest title of a layout with which words end: others may be part of it. */
export function titledAs(words: string, tables: readonly ExpectedTable[]): string | undefined {
  const title = words.replace(BEHIND_TITLE, '');
  if (title.length > LONGEST) return undefined;
  const fitting = tables.flatMap(({ titles }) => titles.filter((one) => one !== '' && title.endsWith(one)));
  return fitting.sort((a, b) => b.length - a.length)[0];
}
