/** A line of a page, in the pieces in which it is set. */
export type Line = readonly string[];

/** How many lines at the top and at the bottom of a page may be its head and its foot. */
const DEPTH = 2;

/** Pages, line by line, without what stands at the top or the bottom of many of them: running heads, page numbers. */
export function withoutPageMargins(pages: readonly (readonly Line[])[]): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const piece of new Set([...lines.slice(0, DEPTH), ...lines.slice(-DEPTH)].flat().map(shape)))
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const many = Math.max(3, pages.length / 4);
  // What stands beside a running title belongs to the head, though it changes from part to part.
  const isMargin = (line: Line): boolean =>
    PAGE_NUMBER.test(line.join('').trim()) ||
    line.some(
      (piece) =>
        (line.length === 1 || shape(piece).length >= TITLE) && (counts.get(shape(piece)) ?? 0) >= many,
    );
  return pages.map((lines) =>
    lines
      .filter((line, index) => (index >= DEPTH && index < lines.length - DEPTH) || !isMargin(line))
      .map((line) => line.join('')),
  );
}

/** Shorter words begin many lines of texts. */
const TITLE = 8;

const PAGE_NUMBER = /^(?:[-–—]\s*\d{1,4}\s*[-–—]|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?)$/u;

/** A piece whatever its numbers are. */
function shape(piece: string): string {
  return piece.replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, '');
}
