import type { Classifications } from '../../../accounts/code-table.ts';
import type { Leftover } from '../../reading.ts';
import type { GivenText, TextTable } from '../../text/given-text.ts';
import type { PlacedWord } from '../../text/placed.ts';
import type { ExpectedTable } from '../expected-table.ts';
import { findRegions, type Region } from './find-regions.ts';
import { spacedSheet, type SpacedSheet } from './spaced-sheet.ts';

/** A text with those of its tables that nothing but the places of their words tells. */
export interface SpacedTables {
  readonly text: GivenText;
  /** Tables of which it is not told what stands in which column. */
  readonly unread: readonly Leftover[];
}

/**
 * Finds the tables of a text that has none as such, by their titles, their headings and what stands below these. What
 * cannot be told is not guessed.
 */
export function spacedTables(
  given: GivenText,
  tables: readonly ExpectedTable[],
  { functional, economic }: Classifications,
): SpacedTables {
  const known = {
    nameOf: (code: string) => (code.startsWith('2') ? functional : economic).get(code)?.name,
  };
  const printed = tables.filter((table) => table.printed);
  const ways = (given.placed ?? []).map((pages) =>
    findRegions(pages, printed).map((region) => ({ region, sheet: spacedSheet(region, known) })),
  );
  const read = (way: (typeof ways)[number]): number => way.filter(({ sheet }) => sheet !== undefined).length;
  const [best = []] = ways.toSorted((a, b) => read(b) - read(a));
  const own = best.flatMap(({ sheet }) => (sheet === undefined ? [] : [tableOf(given, sheet)]));
  return {
    text: own.length === 0 ? given : { ...given, tables: [...given.tables, ...own] },
    unread: best.flatMap(({ region, sheet }) => (sheet === undefined ? unreadIn(given, region) : [])),
  };
}

/** A table of which no number is read. */
function unreadIn({ file, at }: GivenText, { table, caption, pages }: Region): readonly Leftover[] {
  const numbers = pages.flatMap(({ body }) => body.flat()).filter(({ text }) => AMOUNT.test(text));
  if (numbers.length === 0) return [];
  const why = `这张表没有画线，各列分不清，${numbers.length} 个数都没有读；请另给这张表的 .xlsx、.docx，或自己填`;
  return [{ source: { file, at: at(caption[0]?.[0]?.from ?? 0) }, text: table.called, why }];
}

const AMOUNT = /\d[.．]\d/u;

function tableOf({ file, at }: GivenText, { rows, words }: SpacedSheet): TextTable {
  const start = words[0]?.from ?? 0;
  // A row without words of its own is where the table begins.
  const places = rows.map((cells) => {
    const offsets = cells.flatMap((cell) => cell?.words.map(({ from }) => from) ?? []);
    return at(offsets.length === 0 ? start : Math.min(...offsets));
  });
  return {
    sheet: {
      file,
      name: at(start),
      rows: rows.map((cells, row) =>
        cells.map((cell, column) =>
          cell === undefined ? undefined : { row, column, text: cell.text, isNumber: false },
        ),
      ),
      merges: [],
      places,
      isGuessed: true,
    },
    spans: spansOf(words),
  };
}

/** Where words stand in a text: those that follow each other as one. */
function spansOf(words: readonly PlacedWord[]): TextTable['spans'] {
  const spans: [number, number][] = [];
  for (const { from, to } of words.toSorted((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last !== undefined && from - last[1] <= NEAR) last[1] = to;
    else spans.push([from, to]);
  }
  return spans;
}

/** Blanks between words of one line. */
const NEAR = 1;
