import { foldWithPlaces } from './fold.ts';

/** A stretch of text; `match` marks what was searched for. */
export interface Piece {
  readonly text: string;
  readonly match: boolean;
}

/** A sentence or table row. */
export type Passage = readonly Piece[];

const SENTENCE_END = /[。！？；]/u;
/** Characters shown before the first match of a sentence that is too long, and in all. */
const BEFORE = 30;
const LONGEST = 120;

/**
 * The sentences of a text in which terms stand, the terms marked: those with the most different terms, in the order of
 * the text.
 *
 * @param lines paragraphs or table rows, cells parted by tabs
 * @param terms folded
 */
export function passagesOf(
  lines: readonly string[],
  terms: readonly string[],
  limit: number,
): readonly Passage[] {
  const found = lines.flatMap((line) => sentencesOf(line, terms));
  const most = Math.max(...found.map(({ different }) => different));
  return found
    .filter(({ different }) => different === most)
    .slice(0, limit)
    .map(({ passage }) => passage);
}

/** A line as a whole, with the terms marked. */
export function markedLine(line: string, terms: readonly string[]): Passage {
  return piecesOf(line, 0, line.length, matchesIn(line, terms));
}

/** How a text begins, for one that answers without the words that were asked with. */
export function openingOf([line]: readonly string[]): readonly Passage[] {
  return line === undefined ? [] : [clipped(line, 0, sentenceEnd(line, 1), [])];
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

interface Sentence {
  readonly passage: Passage;
  /** How many different terms stand in it. */
  readonly different: number;
}

function sentencesOf(line: string, terms: readonly string[]): readonly Sentence[] {
  const matches = matchesIn(line, terms);
  const sentences: Sentence[] = [];
  for (let done = 0; done < matches.length;) {
    const first = matches[done];
    if (first === undefined) break;
    const start = sentenceStart(line, first.start);
    let end = sentenceEnd(line, first.end);
    const inside: Match[] = [];
    for (let next = matches[done]; next !== undefined && next.start < end; next = matches[(done += 1)]) {
      inside.push(next);
      if (next.end > end) end = sentenceEnd(line, next.end);
    }
    const different = new Set(inside.map(({ term }) => term)).size;
    sentences.push({ passage: clipped(line, start, end, inside), different });
  }
  return sentences;
}

/** All places of all terms in a line, by start. */
function matchesIn(line: string, terms: readonly string[]): readonly Match[] {
  const { text, places } = foldWithPlaces(line);
  const matches = terms.flatMap((term) => {
    const found: Match[] = [];
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
      const last = places[at + term.length - 1] ?? 0;
      found.push({ start: places[at] ?? 0, end: last + characterLength(line, last), term });
    }
    return found;
  });
  return matches.sort((a, b) => a.start - b.start || b.end - a.end);
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function sentenceStart(line: string, at: number): number {
  let start = at;
  while (start > 0 && !SENTENCE_END.test(line[start - 1] ?? '')) start -= 1;
  return start;
}

/** The end mark belongs to the sentence. */
function sentenceEnd(line: string, from: number): number {
  let end = from;
  while (end < line.length && !SENTENCE_END.test(line[end - 1] ?? '')) end += 1;
  return end;
}

/** A sentence, or what stands around its first match if it is long. */
function clipped(line: string, start: number, end: number, matches: readonly Match[]): Passage {
  const first = matches[0] ?? { start, end };
  const from = end - start > LONGEST && first.start - start > BEFORE ? first.start - BEFORE : start;
  const to = Math.max(Math.min(end, from + LONGEST), first.end);
  const inside = piecesOf(line, from, to, matches);
  const dots: Piece = { text: '……', match: false };
  return [...(from > start ? [dots] : []), ...inside, ...(to < end ? [dots] : [])];
}

/** Of matches that overlap only the first one is marked. */
function piecesOf(line: string, from: number, to: number, matches: readonly Match[]): Passage {
  const pieces: Piece[] = [];
  let at = from;
  for (const { start, end } of matches) {
    if (start < at || end > to) continue;
    pieces.push(
      { text: shown(line, at, start), match: false },
      { text: shown(line, start, end), match: true },
    );
    at = end;
  }
  pieces.push({ text: shown(line, at, to), match: false });
  return pieces.filter(({ text }) => text !== '');
}

/** Cells of a row stand apart. */
function shown(line: string, from: number, to: number): string {
  return line.slice(from, to).replaceAll('\t', ' · ');
}
