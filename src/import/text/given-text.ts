import type { Sheet } from '../workbook/sheet.ts';
import type { PlacedPages } from './placed.ts';

/** The text of a file that somebody gave. */
export interface GivenText {
  readonly file: string;
  /** All that it says, its tables cell by cell. */
  readonly text: string;
  /** Its tables, where the file tells which words make one. */
  readonly tables: readonly TextTable[];
  /** Its words where they stand on their pages, in each way in which that may be told; only where the file tells. */
  readonly placed?: readonly PlacedPages[];
  /** Where a place of the text is in the file, as a person finds it: `第 12 行`, `第 3 页`. */
  at(offset: number): string;
}

/** A table of a text. */
export interface TextTable {
  readonly sheet: Sheet;
  /** Where it stands in the text: offsets, the last not included. */
  readonly spans: readonly (readonly [from: number, to: number])[];
}

/** Pieces of a text, one a line, with where each is: the so many-th `行`, `段`, `页`. */
export function counted(pieces: readonly string[], what: string): Pick<GivenText, 'text' | 'at'> {
  const ends: number[] = [];
  let end = 0;
  for (const piece of pieces) ends.push((end += piece.length + 1));
  return {
    text: pieces.join('\n'),
    at: (offset) => `第 ${ends.findIndex((one) => offset < one) + 1} ${what}`,
  };
}

/** The text without tables that are read as such; places stay where they were. */
export function withoutTables(given: GivenText, read: ReadonlySet<Sheet>): GivenText {
  const spans = given.tables.flatMap((table) => (read.has(table.sheet) ? table.spans : []));
  return { ...given, text: blanked(given.text, spans) };
}

/** A text with blanks for what stands in spans, as many as these have signs, and its lines as they were. */
export function blanked(text: string, spans: TextTable['spans']): string {
  let bare = '';
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const start = Math.max(from, bare.length);
    // Not by whole characters: a rare one is two signs long.
    bare += text.slice(bare.length, start) + text.slice(start, to).replaceAll(/[^\n]/g, ' ');
  }
  return bare + text.slice(bare.length);
}
