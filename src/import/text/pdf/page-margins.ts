import { wordsOf, type Line } from './page.ts';

/** How many lines at the top and at the bottom of a page may be its head and its foot. */
const DEPTH = 2;

/** The lines that stand at the top or the bottom of many pages: running heads, page numbers. None has an amount. */
export function marginLines(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const piece of new Set(
      [...lines.slice(0, DEPTH), ...lines.slice(-DEPTH)].flatMap(({ pieces }) => runsOf(pieces).map(shape)),
    ))
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const many = Math.max(3, pages.length / 4);
  // What stands beside a running title belongs to the head, though it changes from part to part.
  const isMargin = (line: Line): boolean => {
    const runs = runsOf(line.pieces);
    if (PAGE_NUMBER.test(wordsOf(line).trim())) return true;
    // Rows of one name may begin the pages of several tables.
    if (line.pieces.some(({ text }) => AMOUNT.test(text.trim()))) return false;
    return runs.some(
      (text) => (runs.length === 1 || shape(text).length >= TITLE) && (counts.get(shape(text)) ?? 0) >= many,
    );
  };
  return new Set(
    pages.flatMap((lines) =>
      lines.filter((line, index) => (index < DEPTH || index >= lines.length - DEPTH) && isMargin(line)),
    ),
  );
}

/** Shorter words begin many lines of texts. */
const TITLE = 8;

const AMOUNT = /^[-\d,]+\.\d+$/u;

const PAGE_NUMBER = /^(?:[-–—]\s*\d{1,4}\s*[-–—]|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?)$/u;

/** In letters: what is further apart stands for itself. */
const APART = 0.5;

/** What stands together on a line: one word may be of several pieces, in several fonts. */
function runsOf(pieces: Line['pieces']): readonly string[] {
  const runs: string[] = [];
  pieces.forEach(({ text, left, size }, index) => {
    const before = pieces[index - 1];
    const isNear = before !== undefined && Math.abs(left - before.right) < APART * size;
    if (isNear) runs.push((runs.pop() ?? '') + text);
    else runs.push(text);
  });
  return runs;
}

/** A run whatever its numbers are. */
function shape(piece: string): string {
  return piece.replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, '');
}
