import type { PlacedLine, PlacedPages } from '../../text/placed.ts';
import { isNumbering, type ExpectedTable } from '../expected-table.ts';
import { titledAs } from '../find-tables.ts';
import { headWords, plainWords } from '../words.ts';
import { isAmount } from './spaced-words.ts';

/** A line of a page. */
interface PageLine {
  readonly page: number;
  readonly words: PlacedLine;
}

/** What of a table stands on one page. */
export interface RegionPage {
  /** The lines of its head; none where the page goes on without one. */
  readonly head: readonly PlacedLine[];
  /** The line that numbers its columns. */
  readonly numbering: PlacedLine | undefined;
  readonly body: readonly PlacedLine[];
}

/** A table of a text: its title and what else stands above, and its lines by page. */
export interface Region {
  readonly table: ExpectedTable;
  readonly caption: readonly PlacedLine[];
  readonly pages: readonly RegionPage[];
  /** What it says below. */
  readonly note: PlacedLine | undefined;
}

/** How many lines may stand between a title and the head of its table. */
const CAPTION = 6;
/** Of the words in a line, how many at least must be of a head. */
const ENOUGH = 0.6;
const SENTENCE = /[。；]/u;
/** A table has no longer line without a number. */
const LONGEST = 40;

/** Finds the tables of a text by their titles: below each stands its head, or it is but named. */
export function findRegions(pages: PlacedPages, tables: readonly ExpectedTable[]): readonly Region[] {
  const lines = pages.flatMap((page, index) => page.map((words) => ({ page: index, words })));
  const titles = lines.map(({ words }) => titleOf(words, tables));
  return titles.flatMap((table, index) => {
    if (table === undefined) return [];
    const next = titles.findIndex((one, at) => at > index && one !== undefined);
    const end = next < 0 ? lines.length : next;
    const start = lines.findIndex(
      ({ words }, at) => at > index && at <= index + CAPTION && at < end && isHead(words, table),
    );
    return start < 0 ? [] : regionOf(table, lines, { title: index, start, end });
  });
}

function titleOf(words: PlacedLine, tables: readonly ExpectedTable[]): ExpectedTable | undefined {
  const texts = [textOf(words), ...words.map(({ text }) => plainWords(text))];
  const title = texts.map((text) => titledAs(text, tables)).find((one) => one !== undefined);
  return tables.find(({ titles }) => title !== undefined && titles.includes(title));
}

function textOf(words: PlacedLine): string {
  return plainWords(words.map(({ text }) => text).join(''));
}

/** Whether the words of a line are headings of a table, or torn pieces of them. */
function isHead(words: PlacedLine, { vocabulary, sides }: ExpectedTable): boolean {
  const texts = words.map(({ text }) => text).filter((text) => !isNumbering(text));
  const isTotal = (text: string): boolean =>
    sides.some(({ totals }) => totals.some((name) => name.test(plainWords(text))));
  if (texts.length === 0 || texts.every(isTotal)) return false;
  const known = texts.filter((text) => {
    const plain = headWords(text);
    return [...vocabulary].some((heading) => heading.includes(plain));
  });
  return known.length >= ENOUGH * texts.length;
}

function isNumberingLine(words: PlacedLine): boolean {
  return words.every(({ text }) => isNumbering(text)) && words.some(({ text }) => plainWords(text) === '1');
}

/** Follows a table from its title down, over the ends of pages. */
function regionOf(
  table: ExpectedTable,
  lines: readonly PageLine[],
  { title, start, end }: { readonly title: number; readonly start: number; readonly end: number },
): Region {
  const pages: RegionPage[] = [];
  const caption = lines.slice(title, start).map(({ words }) => words);
  for (let at = start; at < end;) {
    const page = lines[at]?.page;
    const behind = lines.findIndex((line, index) => index >= at && line.page !== page);
    const stop = Math.min(behind < 0 ? lines.length : behind, end);
    const { own, note, last } = pageOf(table, lines, at, stop);
    pages.push(own);
    if (note !== undefined) return { table, caption, pages, note };
    if (last) break;
    const next = lines[stop];
    if (stop >= end || next === undefined || !isOfTable(next.words, table)) break;
    at = stop;
  }
  return { table, caption, pages: withoutRest(pages), note: undefined };
}

/** What of a table stands on one page, and whether something else follows there. */
function pageOf(
  table: ExpectedTable,
  lines: readonly PageLine[],
  from: number,
  stop: number,
): { readonly own: RegionPage; readonly note: PlacedLine | undefined; readonly last: boolean } {
  const head = headAt(table, lines, from, stop);
  const first = from + head.lines.length + (head.numbering === undefined ? 0 : 1);
  const below = lines.slice(first, stop).map(({ words }) => words);
  const last = below.findIndex((words) => isNote(words, table) || isText(words));
  const body = last < 0 ? below : below.slice(0, last);
  const strange = below[last];
  return {
    own: { head: head.lines, numbering: head.numbering, body },
    note: strange !== undefined && isNote(strange, table) ? strange : undefined,
    last: last >= 0,
  };
}

/** Behind its last number there is nothing of a table that says nothing below. */
function withoutRest(pages: readonly RegionPage[]): readonly RegionPage[] {
  const last = pages.at(-1);
  if (last === undefined) return pages;
  const end = last.body.findLastIndex((line) => line.some(isAmount));
  return [...pages.slice(0, -1), { ...last, body: last.body.slice(0, end + 1) }];
}

function headAt(
  table: ExpectedTable,
  lines: readonly PageLine[],
  from: number,
  end: number,
): { readonly lines: readonly PlacedLine[]; readonly numbering: PlacedLine | undefined } {
  const head: PlacedLine[] = [];
  let pending: PlacedLine[] = [];
  for (const { words } of lines.slice(from, end)) {
    if (isNumberingLine(words)) return { lines: [...head, ...pending], numbering: words };
    if (isHead(words, table)) {
      head.push(...pending, words);
      pending = [];
    } else if (words.some(isAmount) || pending.length > 1) break;
    else pending.push(words);
  }
  return { lines: head, numbering: undefined };
}

function isNote(words: PlacedLine, { note }: ExpectedTable): boolean {
  const text = textOf(words);
  return (
    /^注\d?[:.]/u.test(text) || (note !== '' && note.startsWith(text.slice(0, NOTE)) && text.length >= NOTE)
  );
}

/** So many signs of a note are like no row's name. */
const NOTE = 6;

function isText(words: PlacedLine): boolean {
  const text = textOf(words);
  return !words.some(isAmount) && (SENTENCE.test(text) || text.length > LONGEST);
}

/** Whether a table goes on with the first line of a page. */
function isOfTable(words: PlacedLine, table: ExpectedTable): boolean {
  return isHead(words, table) || isNumberingLine(words) || (words.some(isAmount) && !isText(words));
}
