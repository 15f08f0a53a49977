import { marginLines } from './pdf/page-margins.ts';
import type { PlacedLine, PlacedPages } from './placed.ts';

/** The lines at the top and the bottom of pages that are running heads and numbers of pages. */
export function placedMargins(pages: PlacedPages): ReadonlySet<PlacedLine> {
  const lines = pages.map((page) => page.map((pieces) => ({ pieces, base: pieces[0]?.base ?? 0 })));
  const margins = marginLines(lines);
  return new Set(lines.flat().flatMap((line) => (margins.has(line) ? [line.pieces] : [])));
}

/** Pages without their running heads and numbers. */
export function withoutMargins(pages: PlacedPages): PlacedPages {
  const margins = placedMargins(pages);
  return pages.map((page) => page.filter((line) => !margins.has(line)));
}
