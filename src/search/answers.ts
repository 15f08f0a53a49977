import { fitness } from './fitness.ts';
import { fold } from './fold.ts';
import { gramsOfTerm } from './grams.ts';
import { textPath, type Directory, type TextFile } from './index-files.ts';
import type { Sense } from './lexicon.ts';
import type { Library } from './library.ts';
import { markedLine, openingOf, passagesOf, type Passage } from './passages.ts';
import { decodeRuns, intersection, numbersOf, placeBefore, sizeOf, type Runs } from './runs.ts';
import { wordsIn, type Term } from './terms.ts';
import { gramFilesFor, tiersOf, type Shelf, type Tier } from './tiers.ts';

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

/** What a page of results may hold, and after how much text it comes: more as long as nothing is found. */
const RESULTS = 10;
const CHARACTERS = 4_000;
const CHARACTERS_AT_MOST = 12_000;
/** Text files that are looked at for what is nearly written so. */
const SAMPLE = 2;
const PASSAGES = 2;

/** What is looked for. */
export interface Question {
  readonly terms: readonly Term[];
  readonly senses: readonly Sense[];
  readonly instead?: string;
}

interface Ranked {
  readonly result: Result;
  readonly fitness: number;
  /** The newest year of its booklets. */
  readonly year: number;
}

interface Checked {
  readonly results: readonly Ranked[];
  /** How many sections were looked at. */
  readonly sections: number;
  /** How much text was loaded for it. */
  readonly characters: number;
}

/** A booklet's place among the units, and its year. */
export type Place = readonly [unit: number, year: number];

/** Answers questions from the texts, a page of results at a time. */
export class Answers {
  private readonly library: Library;
  private readonly directory: Directory;
  private readonly places: readonly Place[];
  /** The first section of each text file. */
  private readonly firsts: readonly number[];
  /** The text files that have been loaded. */
  private readonly seen = new Set<number>();

  constructor(library: Library, directory: Directory, places: readonly Place[]) {
    this.library = library;
    this.directory = directory;
    this.places = places;
    let first = 0;
    this.firsts = directory.texts.map((distance) => (first += distance));
  }

  /** The folded texts around some sections; not of all, if there are many. */
  async someTexts(sections: Runs): Promise<readonly string[]> {
    const files = [...new Set([...numbersOf(sections)].map((one) => placeBefore(this.firsts, one)))];
    const texts = await Promise.all(
      files.slice(0, SAMPLE).map((number) => this.library.file<TextFile>(textPath(number))),
    );
    return texts.flatMap((file) => file.map(([, text]) => fold(text)));
  }

  /** The pages of results of a question; none if nothing is found. */
  async *to(question: Question, shelf: Shelf): AsyncGenerator<ResultPage, void, void> {
    const { terms, instead } = question;
    const index = await this.library.grams(gramFilesFor(terms, shelf.grams));
    const tiers = tiersOf(terms, question.senses, shelf, index);
    const total = tiers.reduce((sum, { sections }) => sum + sizeOf(sections), 0);
    const exact = needsNoLook(terms);
    const waiting: Result[] = [];
    let [read, open, found] = [0, total, 0];
    const page = (): ResultPage => {
      read = 0;
      const results = waiting.splice(0, RESULTS);
      const complete = exact || open === 0;
      const more = waiting.length > 0 || open > 0;
      return { results, found: exact ? total : found, complete, more, ...(instead && { instead }) };
    };
    for (const tier of tiers) {
      let unsorted: Ranked[] = [];
      const settle = (): void => {
        waiting.push(
          ...unsorted.sort((a, b) => b.fitness - a.fitness || b.year - a.year).map(({ result }) => result),
        );
        unsorted = [];
      };
      for await (const checked of this.checked(question, tier)) {
        unsorted.push(...checked.results);
        read += checked.characters;
        open -= checked.sections;
        found += checked.results.reduce((sum, { result }) => sum + result.booklets.length, 0);
        const enough = waiting.length + unsorted.length > 0 ? CHARACTERS : CHARACTERS_AT_MOST;
        if (waiting.length + unsorted.length < RESULTS && read < enough) continue;
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
      const characters = this.seen.has(number) ? 0 : texts.reduce((sum, [, text]) => sum + text.length, 0);
      this.seen.add(number);
      yield { results, sections: sizeOf(here), characters };
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
    const year = Math.max(...result.booklets.map((booklet) => booklet.year));
    return [{ result, year, fitness: sure ? 0 : fitness(folded, words) }];
  }

  private booklets(places: readonly number[]): readonly FoundBooklet[] {
    return places.map((place) => {
      const [unit, year] = this.places[place] ?? [0, 0];
      const [slug, name] = this.directory.units[unit] ?? ['', ''];
      return { slug, name, year };
    });
  }
}

/** A single gram needs no look at the texts. */
function needsNoLook([term, ...others]: readonly Term[]): boolean {
  if (term === undefined) return true;
  const { texts, amounts } = term;
  return others.length === 0 && !amounts && texts.every((text) => gramsOfTerm(text).length === 1);
}
