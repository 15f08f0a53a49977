import { counted, type GivenText, type TextTable } from '../given-text.ts';
import { linesOfWords, type PlacedWord } from '../placed.ts';
import { withoutMargins } from '../placed-margins.ts';
import { marginLines } from './page-margins.ts';
import { linesOf, wordsOf, type Line, type Page, type Piece } from './page.ts';
import { ruledTables, type RuledTable } from './ruled-tables.ts';
import { tableSheet, type TablePart } from './table-sheet.ts';

/** A page as it is laid out: lines, and tables, in the order in which they are drawn. */
interface LaidOut {
  readonly page: Page;
  readonly flow: readonly (Line | TablePart)[];
  readonly lines: readonly Line[];
  readonly tables: readonly TablePart[];
}

/** In points: how far apart the sides of one table may be on two pages. */
const ALIGNED = 4;

/** The text of a PDF without running heads and page numbers, and its tables, those over several pages as one. */
export function pdfText(file: string, pages: readonly Page[]): GivenText {
  const laidOut = pages.map(layOut);
  const margins = marginLines(laidOut.map(({ lines }) => lines));
  const text = new Flow(margins);
  const flowing = laidOut.map(({ flow }) => text.pageOf(flow));
  const tables = chainsOf(laidOut, margins).map((parts): TextTable => {
    const first = parts[0] as TablePart;
    const page = laidOut.find(({ tables: own }) => own.includes(first)) as LaidOut;
    return {
      sheet: tableSheet(file, captionAbove(page, first), parts),
      spans: parts.flatMap((part) => {
        const span = text.spans.get(part);
        return span === undefined ? [] : [span];
      }),
    };
  });
  const placed = flowing.map(({ words }) => linesOfWords(words));
  const texts = flowing.map((page) => page.text);
  return { file, tables, placed: [withoutMargins(placed)], ...counted(texts, '页') };
}

function layOut(page: Page): LaidOut {
  const ruled = ruledTables(page.rulings);
  const inside = new Map(ruled.map((table) => [table, [] as Piece[]]));
  const flow: (Piece | RuledTable)[] = [];
  for (const piece of page.pieces) {
    const table = ruled.find((one) => isInside(piece, one));
    const own = table && inside.get(table);
    if (table === undefined || own === undefined) flow.push(piece);
    else {
      if (own.length === 0) flow.push(table);
      own.push(piece);
    }
  }
  const parts = new Map(
    ruled.map((table) => [table, { page: page.number, table, pieces: inside.get(table) ?? [] }]),
  );
  const laid: (Line | TablePart)[] = [];
  for (const group of runsOf(flow)) {
    if (Array.isArray(group)) laid.push(...linesOf(group));
    else {
      const part = parts.get(group as RuledTable);
      if (part !== undefined) laid.push(part);
    }
  }
  return {
    page,
    flow: laid,
    lines: laid.flatMap((one) => ('table' in one ? [] : [one])),
    tables: laid.flatMap((one) => ('table' in one ? [one] : [])).sort((a, b) => a.table.top - b.table.top),
  };
}

/** Pieces that follow each other, and tables between them. */
function runsOf(flow: readonly (Piece | RuledTable)[]): readonly (Piece[] | RuledTable)[] {
  const runs: (Piece[] | RuledTable)[] = [];
  for (const one of flow) {
    const last = runs.at(-1);
    if ('rulings' in one) runs.push(one);
    else if (Array.isArray(last)) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

function isInside({ left, right, base, size }: Piece, table: RuledTable): boolean {
  const [x, y] = [(left + right) / 2, base - size / 3];
  return x > table.left && x < table.right && y > table.top && y < table.bottom;
}

/** The texts of pages one after the other, with where tables stand in all of them. */
class Flow {
  readonly spans = new Map<TablePart, readonly [number, number]>();
  private readonly margins: ReadonlySet<Line>;
  private offset = 0;

  constructor(margins: ReadonlySet<Line>) {
    this.margins = margins;
  }

  /** The text of a page, and its words that stand in no table, also above and below the text. */
  pageOf(flow: LaidOut['flow']): { readonly text: string; readonly words: readonly PlacedWord[] } {
    const words: PlacedWord[] = [];
    const lines: string[] = [];
    for (const one of flow) {
      if (!('table' in one)) {
        const own = placedWords(one, this.offset);
        if (this.margins.has(one)) words.push(...own.map((word) => this.outside(word)));
        else {
          words.push(...own);
          this.add(lines, wordsOf(one));
        }
        continue;
      }
      const from = this.offset;
      for (const line of linesOf(one.pieces)) this.add(lines, wordsOf(line));
      this.spans.set(one, [from, this.offset]);
    }
    // An empty page is a line, too.
    if (lines.length === 0) this.offset += 1;
    return { text: lines.join('\n'), words };
  }

  /** A word that is not in the text: what is taken out there takes nothing with it. */
  private outside(word: PlacedWord): PlacedWord {
    return { ...word, from: this.offset, to: this.offset };
  }

  private add(lines: string[], line: string): void {
    lines.push(line);
    this.offset += line.length + 1;
  }
}

/** In letters: what is nearer is one word, written in two fonts. */
const JOINED = 0.25;

/** The words of a line that begins somewhere in a text: a piece with blanks has several, one may be of several pieces. */
function placedWords({ pieces }: Line, start: number): readonly PlacedWord[] {
  let offset = start;
  const words: PlacedWord[] = [];
  for (const { text, left, right, base, size } of pieces) {
    const width = (right - left) / Math.max(text.length, 1);
    for (const { 0: part, index } of text.matchAll(/\S+/gu)) {
      const [from, end] = [offset + index, index + part.length];
      const word = {
        text: part,
        left: left + index * width,
        right: left + end * width,
        base,
        size,
        cell: 0,
        from,
      };
      const last = words.at(-1);
      if (last?.to === from && Math.abs(word.left - last.right) < JOINED * size)
        words[words.length - 1] = { ...last, text: last.text + part, right: word.right, to: offset + end };
      else words.push({ ...word, to: offset + end });
    }
    offset += text.length;
  }
  return words;
}

/** Tables, those that go on at the top of the next page with what they were at the bottom of the page before. */
function chainsOf(pages: readonly LaidOut[], margins: ReadonlySet<Line>): readonly (readonly TablePart[])[] {
  const chains: TablePart[][] = [];
  let open: TablePart | undefined;
  for (const { tables, lines } of pages) {
    const text = lines.filter((line) => !margins.has(line));
    tables.forEach((part, index) => {
      const isFirst = index === 0 && text.every(({ base }) => base > part.table.top);
      if (open !== undefined && isFirst && isAligned(open.table, part.table)) chains.at(-1)?.push(part);
      else chains.push([part]);
    });
    const last = tables.at(-1);
    const isLast = last !== undefined && text.every(({ base }) => base < last.table.bottom);
    open = isLast ? last : undefined;
  }
  return chains;
}

function isAligned(one: RuledTable, other: RuledTable): boolean {
  return Math.abs(one.left - other.left) <= ALIGNED && Math.abs(one.right - other.right) <= ALIGNED;
}

/** How many lines above a table may say what it is. */
const CAPTION = 5;

/** The lines right above a table. */
function captionAbove({ lines, tables }: LaidOut, { table }: TablePart): readonly Line[] {
  const before = Math.max(0, ...tables.map((one) => one.table.bottom).filter((bottom) => bottom < table.top));
  return lines
    .filter(({ base }) => base > before && base < table.top)
    .toSorted((a, b) => a.base - b.base)
    .slice(-CAPTION);
}
