import { asYuan } from './amounts.ts';
import { Answers, type Place, type Question, type ResultPage } from './answers.ts';
import { fold } from './fold.ts';
import { sectionsWith, type GramIndex } from './gram-index.ts';
import { gramsOfTerm } from './grams.ts';
import {
  DIRECTORY,
  SYLLABLES,
  wordsIn as wordsOf,
  WORDS,
  type Directory,
  type SyllableFile,
  type WordsFile,
} from './index-files.ts';
import { Lexicon } from './lexicon.ts';
import { Library, type Load } from './library.ts';
import { nearWord, nearStretch } from './near.ts';
import { decodeRuns, numbersOf } from './runs.ts';
import { segmentsOf } from './segments.ts';
import { LATIN, Spelling } from './spelling.ts';
import { readTerm, takenApart, type Context, type Heading, type Term } from './terms.ts';
import { gramFilesFor, sensesOf, type Shelf } from './tiers.ts';
import { writtenNearly } from './written-nearly.ts';

export type { Result, ResultPage, FoundBooklet } from './answers.ts';
export type { Load } from './library.ts';

/** What booklets are asked for: all if empty. */
export interface Filter {
  /** Name of a body, or what it is called for short, folded. */
  readonly unit: string;
  readonly year: string;
}

/** Answers questions about booklets; loads of the index only what a question needs. */
export class SearchIndex {
  /** Names of the units, each once. */
  readonly units: readonly string[];
  private readonly library: Library;
  private readonly directory: Directory;
  private readonly places: readonly Place[];
  private readonly answers: Answers;

  private constructor(load: Load, directory: Directory) {
    this.library = new Library(load, directory);
    this.directory = directory;
    this.units = [...new Set(directory.units.map(([, name]) => name))];
    this.places = directory.booklets.flatMap(([year, units]) =>
      [...numbersOf(decodeRuns(units))].map((unit) => [unit, year] as const),
    );
    this.answers = new Answers(this.library, directory, this.places);
  }

  /** Opens an index; rejects as `load` does. */
  static async open(load: Load): Promise<SearchIndex> {
    return new SearchIndex(load, (await load(DIRECTORY)) as Directory);
  }

  /**
   * Finds the sections that answer, those first that are about what was asked, then those in whose titles, then those in
   * whose texts all terms stand, the name and year of their booklet included. If there are none, the terms are taken
   * apart, then what is nearly written so is looked for, and in the end as many of their words as stand somewhere. The
   * first page comes even if nothing is found; rejects as `load` does.
   *
   * @param typed as `readQuery` reads it
   */
  async *search(typed: readonly string[], filter?: Filter): AsyncGenerator<ResultPage, void, void> {
    const context = await this.contextOf([...typed, filter?.unit ?? '']);
    const wanted = filter && bookletsOf(filter, context);
    const shelf: Shelf = {
      grams: this.directory.grams,
      rows: this.directory.rows,
      booklets: this.places.length,
      ...(wanted && { wanted }),
    };
    let any = false;
    for await (const question of this.questions(typed, context, shelf)) {
      for await (const page of this.answers.to(question, shelf)) {
        any ||= page.results.length > 0;
        yield page;
      }
      if (any) return;
    }
    yield { results: [], found: 0, complete: true, more: false };
  }

  /** What may be meant, one after the other, until something is found. */
  private async *questions(
    typed: readonly string[],
    context: Context,
    shelf: Shelf,
  ): AsyncGenerator<Question, void, void> {
    const terms = typed.map((term) => readTerm(term, context));
    yield { terms, senses: sensesOf(terms) };
    const yuan = typed.map(asYuan);
    if (yuan.join() !== typed.join())
      yield { terms: yuan.map((term) => readTerm(term, context)), senses: [], instead: yuan.join(' ') };
    const pieces = typed.flatMap((term) => takenApart(term, context));
    const apart = pieces.map((piece) => readTerm(piece, context));
    const about = terms.flatMap(({ reading }) => reading.senses).sort((a, b) => a.order - b.order);
    const open = apart.some(({ booklets }) => booklets.size === 0);
    if (about.length > 0 || pieces.join() !== typed.join()) yield { terms: apart, senses: open ? [] : about };
    const corrected = await this.corrected(terms, context, shelf);
    if (corrected !== undefined) {
      const again = corrected.map((term) => readTerm(term, context));
      yield { terms: again, senses: sensesOf(again), instead: corrected.join(' ') };
    }
    const headed = apart.filter(({ booklets }) => booklets.size > 0);
    if (about.length > 0 && isMostlyKnown(terms)) yield { terms: headed, senses: about };
    // Those who part their words themselves mean each of them.
    if (typed.length === 1) yield* this.fewer(pieces.flatMap(segmentsOf), context, shelf);
  }

  /** The words of a question that stand somewhere, all of them, and then each by itself, the longest first. */
  private async *fewer(
    words: readonly string[],
    context: Context,
    shelf: Shelf,
  ): AsyncGenerator<Question, void, void> {
    const looked = await Promise.all(
      words.map(async (word) => {
        if (word.length < 2) return [];
        const term = readTerm(word, context);
        return stands(term, await this.library.grams(gramFilesFor([term], shelf.grams))) ? [word] : [];
      }),
    );
    const known = looked.flat();
    const alone = known.toSorted((a, b) => b.length - a.length).map((word) => [word]);
    for (const some of known.length > 1 ? [known, ...alone] : alone)
      yield { terms: some.map((word) => readTerm(word, context)), senses: [], instead: some.join(' ') };
  }

  /** The terms with the first one mended that stands nowhere; undefined if none can be. */
  private async corrected(
    terms: readonly Term[],
    { lexicon, headings }: Context,
    shelf: Shelf,
  ): Promise<readonly string[] | undefined> {
    const names = headings.flatMap((heading) => heading.names);
    for (const [at, term] of terms.entries()) {
      const [text = ''] = term.texts;
      const index = await this.library.grams(gramFilesFor([term], shelf.grams));
      // Of several terms the one that stands nowhere is wrong; what a single one is made of may stand somewhere.
      if (term.booklets.size > 0 || (terms.length > 1 && stands(term, index))) continue;
      const mended =
        nearWord(text, lexicon.known()) ??
        nearStretch(text, names) ??
        (await writtenNearly(text, index, (sections) => this.answers.someTexts(sections)));
      if (mended !== undefined)
        return terms.map(({ texts: [same = ''] }, place) => (place === at ? mended : same));
    }
    return undefined;
  }

  private async contextOf(typed: readonly string[]): Promise<Context> {
    const latin = typed.some((term) => LATIN.test(term));
    const [words, syllables] = await Promise.all([
      this.library.file<WordsFile>(WORDS),
      latin ? this.library.file<SyllableFile>(SYLLABLES) : undefined,
    ]);
    const names = this.directory.units.map(([slug, name], unit) => [
      slug,
      fold(name),
      ...wordsOf(words.names[unit] ?? ''),
    ]);
    const headings = this.places.map(([unit, year]): Heading => ({ names: names[unit] ?? [], year }));
    return {
      lexicon: new Lexicon(words),
      headings,
      ...(syllables && { spelling: new Spelling(syllables) }),
    };
  }
}

/** Whether known words make up at least half of what was typed: a few known signs in a sentence tell nothing. */
function isMostlyKnown(terms: readonly Term[]): boolean {
  const typed = terms.reduce((sum, { texts: [text = ''] }) => sum + text.length, 0);
  const rest = terms.reduce((sum, { reading }) => sum + reading.rest.join('').length, 0);
  return 2 * rest <= typed;
}

/** Places of the booklets that pass a filter. */
function bookletsOf({ unit, year }: Filter, context: Context): ReadonlySet<number> {
  const named = unit === '' ? undefined : readTerm(unit, context).booklets;
  const places = context.headings.flatMap((heading, place) =>
    (year === '' || heading.year === Number(year)) && (named?.has(place) ?? true) ? [place] : [],
  );
  return new Set(places);
}

/** Whether some section may have a term in its text. */
function stands({ texts: [text = ''] }: Term, index: GramIndex): boolean {
  return sectionsWith(gramsOfTerm(text), 'text', index).length > 0;
}
