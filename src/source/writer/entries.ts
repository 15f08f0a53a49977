import type { Placed, PlacedChild } from './layout.ts';
import {
  blankLinesAbove,
  blankLinesAt,
  columnOf,
  commentColumn,
  commentsAbove,
  endsWithinLine,
  lineEnd,
  lineStart,
  nextLine,
  startsLine,
  type Splice,
} from './lines.ts';

/** Adds lines above the first entry of a block collection, with a blank line above and below. */
export function insertApart(
  text: string,
  { children }: Placed,
  lines: readonly string[],
  newline: string,
): readonly Splice[] {
  const at = beginOf(text, children[0] as PlacedChild);
  const above = at === 0 || blankLinesAbove(text, at, 0) < at ? '' : newline;
  return [{ from: at, to: at, text: above + lines.join(newline) + newline + newline }];
}

/**
 * Adds entries or items to a block collection that is not empty, one after the other, each in lines that have the
 * indentation of their column; before the first one that is there, only one.
 */
export function insertLines(
  text: string,
  { children }: Placed,
  index: number,
  added: readonly (readonly string[])[],
  newline: string,
): readonly Splice[] {
  const entries = added.map((lines) => lines.join(newline));
  const before = children[index - 1];
  if (before === undefined) return insertFirst(text, children, entries.join(newline), newline);
  const at = endOf(text, before);
  const gap = gapBetween(text, children, index);
  const written = entries.map((entry) => gap + entry).join(newline);
  return at === text.length && endsWithinLine(text)
    ? [{ from: at, to: at, text: newline + written }]
    : [{ from: at, to: at, text: written + newline }];
}

function insertFirst(
  text: string,
  children: readonly PlacedChild[],
  written: string,
  newline: string,
): readonly Splice[] {
  const { mark } = children[0] as PlacedChild;
  const column = columnOf(text, mark);
  if (!startsLine(text, mark)) {
    return [{ from: mark, to: mark, text: written.trimStart() + newline + ' '.repeat(column) }];
  }
  const at = beginOf(text, children[0] as PlacedChild);
  const gap = children.length > 1 ? gapBetween(text, children, 1) : '';
  return [{ from: at, to: at, text: written + newline + gap }];
}

/** The blank lines that stand, or would stand, above an entry: those of its neighbours. */
function gapBetween(text: string, children: readonly PlacedChild[], index: number): string {
  const before = children[index < children.length ? index - 1 : children.length - 2];
  const last = children[index - 1];
  // Blank lines behind a block text that keeps them would become part of it.
  return before === undefined || (last !== undefined && keepsBlankLines(text, last))
    ? ''
    : blankLinesAt(text, endOf(text, before));
}

/** Whether blank lines behind an entry would be part of its text. */
function keepsBlankLines(text: string, child: PlacedChild): boolean {
  return child.value.tail > child.value.to && child.value.tail === endOf(text, child);
}

/** Takes an entry or item out of a block collection that has others, with its comments and the blank lines beside it. */
export function removeLines(text: string, { children }: Placed, index: number): readonly Splice[] {
  const child = children[index] as PlacedChild;
  const before = children[index - 1];
  const after = children[index + 1];
  const end = endOf(text, child);
  if (after !== undefined && !startsLine(text, child.mark)) return removeFirstOnLine(text, child, after);
  const begin = beginOf(text, child);
  if (after !== undefined || before === undefined || keepsBlankLines(text, before)) {
    return [{ from: begin, to: end + blankLinesAt(text, end).length, text: '' }];
  }
  const from = blankLinesAbove(text, begin, endOf(text, before));
  const openEnd = end === text.length && endsWithinLine(text);
  return [{ from: openEnd ? lineEndAbove(text, from) : from, to: end, text: '' }];
}

/** The first entry stands behind a dash: the next one moves there, unless it has comments of its own. */
function removeFirstOnLine(text: string, child: PlacedChild, after: PlacedChild): readonly Splice[] {
  if (beginOf(text, after) === lineStart(text, after.mark)) {
    return [{ from: child.mark, to: after.mark, text: '' }];
  }
  const dash = text.slice(0, child.mark).trimEnd().length;
  const end = endOf(text, child);
  return [{ from: dash, to: lineEndAbove(text, end), text: '' }];
}

/** Where the line above the beginning of a line ends, before its line break. */
function lineEndAbove(text: string, offset: number): number {
  return text.startsWith('\r\n', offset - 2) ? offset - 2 : offset - 1;
}

/** Where an entry begins: at the first of its comments. */
export function beginOf(text: string, { mark }: PlacedChild): number {
  const start = lineStart(text, mark);
  if (!startsLine(text, mark)) return mark;
  const begin = commentsAbove(text, mark, columnOf(text, mark));
  // Comments at the top of a file are about the file.
  return begin === 0 ? start : begin;
}

/** Where an entry ends: behind its last line, and behind comments below that are indented further than it. */
export function endOf(text: string, { mark, value }: PlacedChild): number {
  const column = columnOf(text, mark);
  let end = value.tail > value.to ? value.tail : nextLine(text, value.to);
  while (end < text.length && (commentColumn(text, end) ?? -1) > column) end = nextLine(text, end);
  return end;
}

/** Adds an entry or item to a collection in braces or brackets that is not empty. */
export function insertInFlow({ children }: Placed, index: number, written: string): readonly Splice[] {
  const before = children[index - 1];
  if (before === undefined) {
    const { mark } = children[0] as PlacedChild;
    return [{ from: mark, to: mark, text: `${written}, ` }];
  }
  const { to, from } = before.value;
  const space = from === to && before.after > before.markEnd ? ' ' : '';
  return [{ from: to, to, text: `${space}, ${written}` }];
}

/** Takes an entry or item out of a collection in braces or brackets that has others. */
export function removeFromFlow(text: string, { children }: Placed, index: number): readonly Splice[] {
  const { mark, value } = children[index] as PlacedChild;
  const before = children[index - 1]?.value.to;
  const after = children[index + 1]?.mark;
  if (before !== undefined && !/[\r\n]/.test(text.slice(before, mark))) {
    return [{ from: before, to: value.to, text: '' }];
  }
  const rest = text.slice(value.to, lineEnd(text, value.to));
  if (startsLine(text, mark) && /^[ \t]*,?[ \t]*(?:#.*)?$/.test(rest)) {
    // A comment behind the entry before stays, and with it the comma.
    return [{ from: lineStart(text, mark), to: nextLine(text, value.to), text: '' }];
  }
  return [{ from: mark, to: after ?? value.to, text: '' }];
}
