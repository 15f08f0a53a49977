import { fitness } from './fitness.ts';
import { fold } from './fold.ts';
import { gramsOfTerm } from './grams.ts';
import {
  DIRECTORY,
  SYLLABLES,
  textPath,
  wordsIn as wordsOf,
  WORDS,
  type Directory,
  type SyllableFile,
  type TextFile,
  type WordsFile,
} from './index-files.ts';
import { Lexicon, type Sense } from './lexicon.ts';
import { Library, type Load } from './library.ts';
import { nearWord, nearStretch } from './near.ts';
import { markedLine, openingOf, passagesOf, type Passage } from './passages.ts';
import { decodeRuns, intersection, numbersOf, placeBefore, sizeOf, type Runs } from './runs.ts';
import { LATIN, Spelling } from './spelling.ts';
import { readTerm, takenApart, wordsIn, type Context, type Heading, type Term } from './terms.ts';
import { gramFilesFor, sensesOf, tiersOf, type GramIndex, type Shelf, type Tier } from './tiers.ts';
import { writtenNearly } from './written-nearly.ts';

export type { Load } from './library.ts';

/** A booklet in which something was found. */
export interface FoundBooklet {
  readonly slug: string;
  readonly name: string;
  readonly year: number;
}

/** A section in which something was found, with all booklets that have it word for word. */
export interface Result {
  readonly title: Passage;
  /** Page within the booklet, empty for its front page, and id of an element there, empty for the page. */
  readonly page: string;
  readonly anchor: string;
  readonly booklets: readonly FoundBooklet[];
  readonly passages: readonly Passage[];
}

/** Some results of a query. */
export interface ResultPage {
  readonly results: readonly Result[];
  /** How many sections were found, those not yet shown included. */
  readonly found: number;
  /** Whether no more can be found. */
  readonly complete: boolean;
  /** Whether another page follows. */
  readonly more: boolean;
  /** What was looked for instead, where nothing has what was typed. */
  readonly instead?: string;
}

/** What booklets are asked for: all if empty. */
export interface Filter {
  /** Name of a body, or what it is called for short, folded. */
  readonly unit: string;
  readonly year: string;
}

/** What a page of results may hold, and how many text files it may load: more as long as nothing is found. */
const RESULTS = 10;
const TEXT_FILES = 2;
const TEXT_FILES_AT_MOST = 5;
const PASSAGES = 2;

/** What is looked for. */
interface Question {
  readonly terms: readonly Term[];
  readonly senses: readonly Sense[];
  readonly instead?: string;
}

interface Ranked {
  readonly result: Result;
  readonly fitness: number;
}

interface Checked {
  readonly results: readonly Ranked[];
  /** How many sections were looked at. */
  readonly sections: number;
}

/** Answers questions about booklets; loads of the index only what a question needs. */
export class SearchIndex {
  /** Names of the units, each once. */
  readonly units: readonly string[];
  private readonly library: Library;
  private readonly directory: Directory;
  private readonly places: readonly (readonly [unit: number, year: number])[];
  /** The first section of each text file. */
  private readonly firsts: readonly number[];

  private constructor(load: Load, directory: Directory) {
    this.library = new Library(load, directory);
    this.directory = directory;
    this.units = [...new Set(directory.units.map(([, name]) => name))];
    this.places = directory.booklets.flatMap(([year, units]) =>
      [...numbersOf(decodeRuns(units))].map((unit) => [unit, year] as const),
    );
    let first = 0;
    this.firsts = directory.texts.map((distance) => (first += distance));
  }

  /** Opens an index; rejects as `load` does. */
  static async open(load: Load): Promise<SearchIndex> {
    return new SearchIndex(load, (await load(DIRECTORY)) as Directory);
  }

  /**
   * Finds the sections that answer, those first that are about what was asked, then those in whose titles, then those in
   * whose texts all terms stand, the name and year of their booklet included. If there are none, the terms are taken
   * apart, then what is nearly written so is looked for. The first page comes even if nothing is found; rejects as `load`
   * does.
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
      for await (const page of this.answers(question, shelf)) {
        any = true;
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
    if (about.length > 0) yield { terms: headed, senses: about };
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
      if (term.booklets.size > 0 || stands(term, index)) continue;
      const mended =
        nearWord(text, lexicon.known()) ??
        nearStretch(text, names) ??
        (await writtenNearly(text, index, (sections) => this.someTexts(sections)));
      if (mended !== undefined)
        return terms.map(({ texts: [same = ''] }, place) => (place === at ? mended : same));
    }
    return undefined;
  }

  private async someTexts(sections: Runs): Promise<readonly string[]> {
    const files = [...new Set([...numbersOf(sections)].map((one) => placeBefore(this.firsts, one)))];
    const texts = await Promise.all(
      files.slice(0, TEXT_FILES).map((number) => this.library.file<TextFile>(textPath(number))),
    );
    return texts.flatMap((file) => file.map(([, text]) => fold(text)));
  }

  private async *answers(question: Question, shelf: Shelf): AsyncGenerator<ResultPage, void, void> {
    const { terms, instead } = question;
    const index = await this.library.grams(gramFilesFor(terms, shelf.grams));
    const tiers = tiersOf(terms, question.senses, shelf, index);
    const total = tiers.reduce((sum, { sections }) => sum + sizeOf(sections), 0);
    const exact = needsNoLook(terms);
    const waiting: Result[] = [];
    let [files, open, found, pages] = [0, total, 0, 0];
    const page = (): ResultPage => {
      [files, pages] = [0, pages + 1];
      const results = waiting.splice(0, RESULTS);
      const complete = exact || open === 0;
      const more = waiting.length > 0 || open > 0;
      return { results, found: exact ? total : found, complete, more, ...(instead && { instead }) };
    };
    for (const tier of tiers) {
      let unsorted: Ranked[] = [];
      const settle = (): void => {
        waiting.push(...unsorted.sort((a, b) => b.fitness - a.fitness).map(({ result }) => result));
        unsorted = [];
      };
      for await (const checked of this.checked(question, tier)) {
        unsorted.push(...checked.results);
        files += 1;
        open -= checked.sections;
        found += checked.results.reduce((sum, { result }) => sum + result.booklets.length, 0);
        const enough = waiting.length + unsorted.length > 0 ? TEXT_FILES : TEXT_FILES_AT_MOST;
        if (waiting.length + unsorted.length < RESULTS && files < enough) continue;
        settle();
        do yield page();
        while (waiting.length >= RESULTS);
      }
      settle();
    }
    if (waiting.length > 0) yield page();
  }

  /** Looks at the texts of a tier, one text file after the other. */
  private async *checked(question: Question, tier: Tier): AsyncGenerator<Checked, void, void> {
    let done = -1;
    for (const section of numbersOf(tier.sections)) {
      const number = placeBefore(this.firsts, section);
      if (number === done) continue;
      done = number;
      const range = [this.firsts[number] ?? 0, this.firsts[number + 1] ?? Infinity];
      const here = intersection(tier.sections, range);
      const texts = await this.library.file<TextFile>(textPath(number));
      const results = texts.flatMap(([sections, text]) =>
        this.resultOf(question, tier.sure, text, intersection(here, decodeRuns(sections))),
      );
      yield { results, sections: sizeOf(here) };
    }
  }

  private resultOf(
    { terms, senses }: Question,
    sure: boolean,
    text: string,
    sections: Runs,
  ): readonly Ranked[] {
    const [first] = sections;
    if (first === undefined) return [];
    const folded = fold(text);
    const words = terms.map((term) => wordsIn(folded, term));
    const elsewhere = sure ? [] : terms.filter((_, at) => words[at]?.length === 0);
    if (!sure && elsewhere.length === terms.length) return [];
    const places = [...numbersOf(sections)]
      .map((section) => section % this.places.length)
      .filter((place) => elsewhere.every(({ booklets }) => booklets.has(place)));
    if (places.length === 0) return [];
    const about = senses.filter((sense) => intersection(sense.sections, sections).length > 0);
    const marks = [...new Set([...words.flat(), ...about.flatMap((sense) => sense.marks)])];
    const [title = '', ...lines] = text.split('\n');
    const [page, anchor] = this.directory.rows[Math.floor(first / this.places.length)] ?? ['', ''];
    const passages = passagesOf(lines, marks, PASSAGES);
    const result = {
      title: markedLine(title, marks),
      page,
      anchor,
      passages: passages.length > 0 ? passages : openingOf(lines),
      booklets: this.booklets(places),
    };
    return [{ result, fitness: sure ? 0 : fitness(folded, words) }];
  }

  private booklets(places: readonly number[]): readonly FoundBooklet[] {
    return places.map((place) => {
      const [unit, year] = this.places[place] ?? [0, 0];
      const [slug, name] = this.directory.units[unit] ?? ['', ''];
      return { slug, name, year };
    });
  }

  private async contextOf(typed: readonly string[]): Promise<Context> {
    const latin = typed.some((term) => LATIN.test(term));
    const [words, syllables] = await Promise.all([
      this.library.file<WordsFile>(WORDS),
      latin ? this.library.file<SyllableFile>(SYLLABLES) : undefined,
    ]);
    const names = this.directory.units.map(([, name], unit) => [
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
  const found = gramsOfTerm(text).map((gram) => index.find(gram, 'text'));
  const [first = [], ...rest] = found.filter((runs) => runs !== undefined);
  return rest.reduce(intersection, first).length > 0;
}

/** A single gram needs no look at the texts. */
function needsNoLook([term, ...others]: readonly Term[]): boolean {
  if (term === undefined) return true;
  const { texts, amounts } = term;
  return others.length === 0 && !amounts && texts.every((text) => gramsOfTerm(text).length === 1);
}
