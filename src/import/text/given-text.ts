import type { Sheet } from '../workbook/sheet.ts';

/** The text of a file that somebody gave. */
export interface GivenText {
  readonly file: string;
  /** Its tables, if it tells what they are; they are no part of the text. */
  readonly sheets: readonly Sheet[];
  readonly text: string;
  /** Where a place of the text is in the file, as a person finds it: `第 12 行`, `第 3 页`. */
  at(offset: number): string;
}

/** A file that is text: places are told by its lines. */
export function plainFile(file: string, text: string): GivenText {
  return counted({ file, sheets: [] }, text.split('\n'), '行');
}

/** A file of paragraphs: places are told by their numbers. */
export function paragraphsFile(
  given: Pick<GivenText, 'file' | 'sheets'>,
  paragraphs: readonly string[],
): GivenText {
  return counted(given, paragraphs, '段');
}

/** A file of pages, of lines each: places are told by pages. */
export function pagedFile(
  given: Pick<GivenText, 'file' | 'sheets'>,
  pages: readonly (readonly string[])[],
): GivenText {
  return counted(
    given,
    pages.map((lines) => lines.join('\n')),
    '页',
  );
}

function counted(
  given: Pick<GivenText, 'file' | 'sheets'>,
  pieces: readonly string[],
  what: string,
): GivenText {
  const ends: number[] = [];
  let end = 0;
  for (const piece of pieces) ends.push((end += piece.length + 1));
  return {
    ...given,
    text: pieces.join('\n'),
    at: (offset) => `第 ${ends.findIndex((one) => offset < one) + 1} ${what}`,
  };
}
