import { amountsIn, amountsOf, type AmountRange } from './amounts.ts';
import type { Lexicon, Reading } from './lexicon.ts';
import { namesBody } from './names.ts';
import { LATIN, type Spelling } from './spelling.ts';

/** One of the things that were asked for: in a text, or in the name and year of a booklet. */
export interface Term {
  /** As it may be written, first as it was typed. */
  readonly texts: readonly string[];
  /** The amounts that it means, if it means any. */
  readonly amounts?: AmountRange;
  /** Places of the booklets whose name or year it says. */
  readonly booklets: ReadonlySet<number>;
  readonly reading: Reading;
}

/** A booklet as terms are held against it. */
export interface Heading {
  /** All names of its unit, folded, and its address. */
  readonly names: readonly string[];
  readonly year: number;
}

/** What terms are read with. */
export interface Context {
  readonly lexicon: Lexicon;
  readonly headings: readonly Heading[];
  /** Known once a query in Latin letters has asked for it. */
  readonly spelling?: Spelling;
}

/** Finds out what a folded term may mean. */
export function readTerm(term: string, { lexicon, headings, spelling }: Context): Term {
  const latin = LATIN.test(term) ? spelling : undefined;
  const letters = term.replaceAll("'", '');
  const words = latin === undefined ? [] : lexicon.spelt(letters, latin);
  const amounts = amountsOf(term);
  const names = [term, ...lexicon.wordings(term)];
  return {
    texts: [...names, ...words],
    ...(amounts && { amounts }),
    booklets: new Set(
      headings.flatMap(({ names: called, year }, place) =>
        saysYear(term, year) || called.some((name) => isNamed(name, names, letters, latin)) ? [place] : [],
      ),
    ),
    reading: words.length > 0 ? together(words.map((word) => lexicon.read(word))) : lexicon.read(term),
  };
}

function isNamed(
  name: string,
  terms: readonly string[],
  letters: string,
  spelling: Spelling | undefined,
): boolean {
  return terms.some((term) => namesBody(term, name)) || (!!spelling && namesBody(letters, name, spelling));
}

function saysYear(term: string, year: number): boolean {
  return /^\d{4}(?:年度?)?$/u.test(term) && term.startsWith(String(year));
}

function together(readings: readonly Reading[]): Reading {
  return { senses: readings.flatMap(({ senses }) => senses), rest: [] };
}

/** Whether a term says nothing but what the public's words say. */
export function isKnown({ reading: { senses, rest } }: Term): boolean {
  return senses.length > 0 && rest.length === 0;
}

/** The words of a folded text by which a term stands in it; none if it does not. */
export function wordsIn(folded: string, { texts, amounts }: Term): readonly string[] {
  const written = texts.filter((text) => folded.includes(text));
  return amounts === undefined ? written : [...written, ...amountsIn(folded, amounts)];
}

/**
 * Takes a term apart that was written in one: a year, the name of a body, and the words that are neither known nor asked
 * with. Known words are left out.
 */
export function takenApart(term: string, context: Context): readonly string[] {
  const [, year = '', rest = ''] = /^(20\d\d)年?度?(?=\D|$)(.*)$/u.exec(term) ?? ['', '', term];
  const body = bodyAtStart(rest, context);
  const others = context.lexicon.read(rest.slice(body.length)).rest;
  return [year, body, ...others].filter((piece) => piece.length > 1);
}

/** The longest beginning of a term that names a body, and is more than any word might be. */
function bodyAtStart(term: string, context: Context): string {
  for (let length = term.length; length >= 3; length -= 1) {
    const start = term.slice(0, length);
    if (context.headings.some(({ names }) => names.some((name) => namesBody(start, name)))) return start;
  }
  return '';
}
