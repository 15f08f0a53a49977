/** What ends the lines of a text; a text of one line gets `\n`. */
export function newlineOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end < 0 ? text.length : offset + end;
}

/** Where the line after an offset begins; the end of the text if there is none. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

/** How far an offset stands from the beginning of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Whether nothing but space stands before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** Whether the text ends within a line. */
export function endsWithinLine(text: string): boolean {
  return text !== '' && !/[\r\n]$/.test(text);
}

/** Blank lines from the beginning of a line on, with their line breaks. */
export function blankLinesAt(text: string, offset: number): string {
  const blank = /(?:[ \t]*(?:\r\n|\n|\r))*/y;
  blank.lastIndex = offset;
  return blank.exec(text)?.[0] ?? '';
}

/** Where the blank lines directly above the beginning of a line begin, not reaching above a limit. */
export function blankLinesAbove(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at > limit) {
    const above = lineStart(text, text.startsWith('\r\n', at - 2) ? at - 2 : at - 1);
    if (above < limit || text.slice(above, at).trim() !== '') break;
    at = above;
  }
  return at;
}

/** The column of the comment that a line consists of, from the beginning of the line; undefined for other lines. */
export function commentColumn(text: string, offset: number): number | undefined {
  const comment = /[ \t]*#/y;
  comment.lastIndex = offset;
  const found = comment.exec(text);
  return found === null ? undefined : found[0].length - 1;
}

/** Where comments directly above a line begin that stand in its own column. */
export function commentsAbove(text: string, offset: number, column: number): number {
  let begin = lineStart(text, offset);
  while (begin > 0) {
    const above = lineStart(text, text.startsWith('\r\n', begin - 2) ? begin - 2 : begin - 1);
    if (commentColumn(text, above) !== column) break;
    begin = above;
  }
  return begin;
}

/** Behind spaces, line breaks and comments; in a flow collection behind commas, too. */
export function skipTrivia(text: string, offset: number, commas = false): number {
  const trivia = commas ? /(?:[\s,]|#[^\r\n]*)*/y : /(?:\s|#[^\r\n]*)*/y;
  trivia.lastIndex = offset;
  return offset + (trivia.exec(text)?.[0].length ?? 0);
}

/** A stretch of a text with what is to stand in its place. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with all splices made, which must not overlap: what they do not touch stays byte for byte. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const splice of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (splice.from < end) throw new Error('two changes of a file overlap');
    pieces.push(text.slice(end, splice.from), splice.text);
    end = splice.to;
  }
  return [...pieces, text.slice(end)].join('');
}
