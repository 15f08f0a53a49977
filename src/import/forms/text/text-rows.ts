import { linesIn, widthOf, type Joint, type Token } from './tokens.ts';

/** What may stand in a place of a row. */
export interface TextColumn {
  readonly name: string;
  readonly kind: 'heading' | 'name' | 'value' | 'text' | 'number' | 'number or dash';
  /** How many Chinese characters a line of it holds, if that is known. */
  readonly width?: number | undefined;
}

/** A row of a table that was read word by word: the words of each place that is not empty. */
export type TextRow = ReadonlyMap<string, readonly Token[]>;

/** What is known of a table's words besides. */
export interface KnownWords {
  /** Headings that such tables often have. */
  readonly headings: ReadonlySet<string>;
  /** Whether words that make no row may follow. */
  readonly isOpen: boolean;
  /** How headings end. */
  readonly ending: string;
  /** What stands where a line was torn within a place. */
  readonly torn: Joint;
}

const NUMBER = /^-?\d{1,12}(?:\.\d+)?$/u;
const DASH = /^[-—–]$/u;
const MEASURED = /^(?:>=|<=|≥|≤|=|>|<|＞|＜|＝)-?\d+(?:\.\d+)?[^\d<>=≥≤]{0,8}$/u;
const COMPARED = /^(?:>=|<=|≥|≤|=|>|<|＞|＜|＝)/u;

/** How many words a place holds at most. */
const MOST: Readonly<Record<TextColumn['kind'], number>> = {
  heading: 5,
  name: 14,
  value: 6,
  text: 80,
  number: 1,
  'number or dash': 1,
};

/** The best way to read words so far: what it costs, and before its last step, how many words were read up to which place. */
interface Reached {
  readonly cost: number;
  readonly from: number;
  readonly column: number;
}

/**
 * Reads words as rows of places, each after the other: of all ways the one in which most places hold what may stand there
 * and lines are torn where their places are full.
 *
 * @returns the rows, and behind how many words they end; undefined where the words are no such rows
 */
export function textRows(
  tokens: readonly Token[],
  columns: readonly TextColumn[],
  known: KnownWords,
): { readonly rows: readonly TextRow[]; readonly end: number } | undefined {
  // best[at][column]: everything before word `at` is read, and the next place is `column`; the last is the row's end.
  const best: (Reached | undefined)[][] = Array.from({ length: tokens.length + 1 }, () => []);
  const start = best[0];
  if (start === undefined || tokens.length === 0) return undefined;
  start[0] = { cost: 0, from: 0, column: 0 };
  const headings = columns.filter(({ kind }) => kind === 'heading').length;
  const goOn = (at: number): void =>
    columns.forEach((column, index) => {
      const here = best[at]?.[index];
      if (here === undefined) return;
      // Headings go on from the row above: all, or those above the one that begins here.
      for (let next = 1; index === 0 && next <= headings; next += 1)
        reach(best, at, next, { cost: here.cost + (at === 0 ? 4 : 0), from: at, column: 0 });
      const most = Math.min(MOST[column.kind], tokens.length - at);
      for (let length = 0; length <= most; length += 1) {
        const cost =
          here.cost +
          costOf(column, tokens.slice(at, at + length), known) +
          (isBehindPoints(columns, index) ? reasonCost(tokens.slice(at - 2, at), length) : 0);
        reach(best, at + length, index + 1, { cost, from: at, column: index });
      }
    });
  for (let at = 0; at <= tokens.length; at += 1) {
    goOn(at);
    const end = best[at]?.[columns.length];
    if (end === undefined || at === 0) continue;
    reach(best, at, 0, { cost: end.cost, from: at, column: columns.length });
    goOn(at);
  }
  const end = known.isOpen ? lastEnd(best, columns.length) : tokens.length;
  const rows = walkBack(tokens.slice(0, end), columns, best);
  return rows && { rows, end };
}

/** Behind how many words the rows end, where others may follow: these cost something, too. */
function lastEnd(best: readonly (readonly (Reached | undefined)[])[], column: number): number {
  const costs = best.map((row, at) => (row[column]?.cost ?? Infinity) + UNREAD * (best.length - at));
  return costs.indexOf(Math.min(...costs));
}

/** What it costs to leave a word behind the rows unread. */
const UNREAD = 1.2;

/** Whether a place for words stands right behind a weight and points. */
function isBehindPoints(columns: readonly TextColumn[], index: number): boolean {
  return (
    columns[index]?.kind === 'text' &&
    columns[index - 1]?.kind === 'number' &&
    columns[index - 2]?.kind === 'number'
  );
}

/** Fewer points than there are ask for a reason, full points for none. */
function reasonCost([weight, score]: readonly Token[], length: number): number {
  const isLess = Number(score?.text) < Number(weight?.text);
  return isLess === length > 0 ? 0 : 2;
}

function reach(best: (Reached | undefined)[][], at: number, column: number, one: Reached): void {
  const row = best[at];
  const old = row?.[column];
  if (row !== undefined && one.cost < Infinity && (old === undefined || one.cost < old.cost))
    row[column] = one;
}

function walkBack(
  tokens: readonly Token[],
  columns: readonly TextColumn[],
  best: readonly (readonly (Reached | undefined)[])[],
): readonly TextRow[] | undefined {
  const rows: TextRow[] = [];
  let row = new Map<string, readonly Token[]>();
  let [end, column] = [tokens.length, columns.length];
  while (end > 0 || column > 0) {
    const step = best[end]?.[column];
    if (step === undefined) return undefined;
    if (step.column === columns.length) {
      rows.unshift(row);
      row = new Map();
    } else if (step.from < end) row.set(columns[step.column]?.name ?? '', tokens.slice(step.from, end));
    [end, column] = [step.from, step.column];
  }
  return [row, ...rows];
}

/** What it costs to read words as what stands in a place. */
function costOf(column: TextColumn, tokens: readonly Token[], known: KnownWords): number {
  const { kind } = column;
  const text = tokens.map((one) => one.text).join('');
  if (tokens.length === 0) return kind === 'text' ? 0 : Infinity;
  if (kind === 'number') return NUMBER.test(text) ? 0 : Infinity;
  if (kind === 'number or dash')
    return NUMBER.test(text) || DASH.test(text) || /^\d+(?:\.\d+)?%$/u.test(text) ? 0 : Infinity;
  return (
    wordsCost(kind, text, known) +
    settingCost(tokens, column.width, known.torn) +
    strayHeadings(kind, tokens, known)
  );
}

/** A heading among other words is rather one of its own. */
function strayHeadings(kind: TextColumn['kind'], tokens: readonly Token[], { ending }: KnownWords): number {
  const others = kind === 'heading' ? tokens.slice(1) : tokens;
  return STRAY * others.filter(({ text }) => text.length > ending.length && text.endsWith(ending)).length;
}

const STRAY = 4;

function wordsCost(kind: TextColumn['kind'], text: string, { headings, ending }: KnownWords): number {
  if (kind === 'heading') return headings.has(text) ? 0.5 : headingCost(text, ending);
  if (kind === 'value') return valueCost(text);
  const isNumeric = (COMPARED.test(text) ? 1 : 0) + (NUMBER.test(text) ? 1 : 0);
  if (kind === 'name')
    return 0.5 + 7 * isNumeric + (text.endsWith(ending) ? 1.5 : 0) + (/[。；]/u.test(text) ? 4 : 0);
  return 1 + 6 * isNumeric;
}

/** Headings mostly end alike; one within which another ends is two. */
function headingCost(text: string, ending: string): number {
  const first = text.indexOf(ending);
  if (first < 0) return 4;
  return first + ending.length < text.length ? 4.5 : 1.2;
}

/** Values are numbers with or without a sign before them, or a few words. */
function valueCost(text: string): number {
  if (MEASURED.test(text)) return 0;
  if (COMPARED.test(text)) return 6;
  if (NUMBER.test(text)) return 1;
  return 1.5 + 0.15 * widthOf(text) + (/\d/u.test(text) ? 2 : 0);
}

/** What it costs how words are set: lines are torn where they are full, and blanks stand beside numbers and letters. */
function settingCost(tokens: readonly Token[], width: number | undefined, torn: Joint): number {
  let cost = tokens[0]?.joint === torn ? 0.2 : 0;
  tokens.slice(1).forEach(({ joint, text }, index) => {
    const before = tokens[index]?.text ?? '';
    const besideLetters = /[\dA-Za-z%]$/u.test(before) !== /^[\dA-Za-z%]/u.test(text);
    cost += joint === torn ? 0.1 : joint !== 'blank' ? 1.5 : besideLetters ? 0.1 : 2.5;
  });
  const widths = linesIn(tokens).map(widthOf);
  const widest = Math.max(...widths);
  for (const one of widths.slice(0, -1)) cost += 0.8 * Math.max(0, widest - one - 1);
  if (width !== undefined) cost += 3 * widths.filter((one) => one > width + 1).length;
  return cost;
}
