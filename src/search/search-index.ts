import { candidatesOf, gramFilesFor, placeBefore } from './candidates.ts';
import { fold } from './fold.ts';
import { gramsOfTerm } from './grams.ts';
import {
  DIRECTORY,
  gramPath,
  textPath,
  type Directory,
  type GramFile,
  type TextFile,
} from './index-files.ts';
import { markedLine, passagesOf, type Passage } from './passages.ts';
import { decodeRuns, intersection, numbersOf, sizeOf, type Runs } from './runs.ts';

/**
 * Loads a file of the index.
 *
 * @param path from the search page
 * @param version of the index; none for the directory, which tells it
 */
export type Load = (path: string, version?: string) => Promise<unknown>;

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
}

/** What a page of results may hold, and how many text files it may load: more as long as nothing is found. */
const RESULTS = 10;
const TEXT_FILES = 2;
const TEXT_FILES_AT_MOST = 5;
const PASSAGES = 2;

interface Checked {
  readonly results: readonly Result[];
  /** How many sections were looked at. */
  readonly sections: number;
}

/** Finds substrings in booklets; loads of the index only what a query needs. */
export class SearchIndex {
  private readonly load: Load;
  private readonly directory: Directory;
  private readonly places: readonly (readonly [unit: number, year: number])[];
  /** Name and year of each booklet, folded. */
  private readonly headings: readonly string[];
  /** The first section of each text file. */
  private readonly firsts: readonly number[];

  private constructor(load: Load, directory: Directory) {
    this.load = load;
    this.directory = directory;
    const names = directory.units.map(([, name]) => fold(name));
    this.places = directory.booklets.flatMap(([year, units]) =>
      [...numbersOf(decodeRuns(units))].map((unit) => [unit, year] as const),
    );
    this.headings = this.places.map(([unit, year]) => `${names[unit]}\t${year}年度`);
    let first = 0;
    this.firsts = directory.texts.map((distance) => (first += distance));
  }

  /** Opens an index; rejects as `load` does. */
  static async open(load: Load): Promise<SearchIndex> {
    return new SearchIndex(load, (await load(DIRECTORY)) as Directory);
  }

  /**
   * Finds the sections in which all terms stand, in their text or in the name and year of their booklet. The first
   * page comes even if nothing is found; rejects as `load` does.
   *
   * @param terms as `readQuery` reads them
   */
  async *search(terms: readonly string[]): AsyncGenerator<ResultPage, void, void> {
    const candidates = await this.candidates(terms);
    // A single gram needs no look at the texts.
    const exact = terms.length === 1 && terms.flatMap(gramsOfTerm).length === 1;
    const waiting: Result[] = [];
    const total = sizeOf(candidates);
    let [files, open, found, pages] = [0, total, 0, 0];
    const page = (): ResultPage => {
      [files, pages] = [0, pages + 1];
      const results = waiting.splice(0, RESULTS);
      const complete = exact || open === 0;
      return { results, found: exact ? total : found, complete, more: waiting.length > 0 || open > 0 };
    };
    for await (const checked of this.checked(terms, candidates)) {
      waiting.push(...checked.results);
      files += 1;
      open -= checked.sections;
      found += checked.results.reduce((sum, { booklets }) => sum + booklets.length, 0);
      const enough = waiting.length > 0 ? TEXT_FILES : TEXT_FILES_AT_MOST;
      while (waiting.length >= RESULTS || files >= enough) yield page();
    }
    if (waiting.length > 0 || pages === 0) yield page();
  }

  private async candidates(terms: readonly string[]): Promise<Runs> {
    const numbers = gramFilesFor(terms, this.directory);
    const loaded = await Promise.all(
      [...numbers].map(async (number) => [number, await this.file<GramFile>(gramPath(number))] as const),
    );
    const files = new Map(loaded);
    return candidatesOf(terms, this.directory, this.headings, numbers, (number, gram) =>
      decodeRuns(files.get(number)?.[gram] ?? ''),
    );
  }

  /** Looks at the texts of candidates, one text file after the other. */
  private async *checked(terms: readonly string[], candidates: Runs): AsyncGenerator<Checked, void, void> {
    let done = -1;
    for (const section of numbersOf(candidates)) {
      const number = placeBefore(this.firsts, section);
      if (number === done) continue;
      done = number;
      const range = [this.firsts[number] ?? 0, this.firsts[number + 1] ?? Infinity];
      const here = intersection(candidates, range);
      const texts = await this.file<TextFile>(textPath(number));
      const results = texts.flatMap(([sections, text]) =>
        this.resultOf(terms, text, intersection(here, decodeRuns(sections))),
      );
      yield { results, sections: sizeOf(here) };
    }
  }

  private resultOf(terms: readonly string[], text: string, sections: Runs): readonly Result[] {
    const [first] = sections;
    if (first === undefined) return [];
    const folded = fold(text);
    const elsewhere = terms.filter((term) => !folded.includes(term));
    const places = [...numbersOf(sections)]
      .map((section) => section % this.headings.length)
      .filter((place) => elsewhere.every((term) => this.headings[place]?.includes(term)));
    if (places.length === 0 || elsewhere.length === terms.length) return [];
    const [title = '', ...lines] = text.split('\n');
    const [page, anchor] = this.directory.rows[Math.floor(first / this.headings.length)] ?? ['', ''];
    const passages = passagesOf(lines, terms, PASSAGES);
    return [{ title: markedLine(title, terms), page, anchor, passages, booklets: this.booklets(places) }];
  }

  private booklets(places: readonly number[]): readonly FoundBooklet[] {
    return places.map((place) => {
      const [unit, year] = this.places[place] ?? [0, 0];
      const [slug, name] = this.directory.units[unit] ?? ['', ''];
      return { slug, name, year };
    });
  }

  private async file<Content>(path: string): Promise<Content> {
    return (await this.load(path, this.directory.version)) as Content;
  }
}
