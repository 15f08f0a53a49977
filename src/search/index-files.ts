/**
 * The files of the search index, which the build writes and the search page reads. All lie below `search/`, beside the
 * page.
 *
 * Each section of a booklet has a number: the section's row times the number of booklets, plus the booklet's place. A
 * row is one place of a page, such as `explanations/#explanations-3`, that many booklets have: numbers that follow each
 * other are the same section of different booklets, in which the template has written mostly the same words.
 */
export interface Directory {
  /** Changes with the content of the other files, so that no browser mixes old and new ones. */
  readonly version: string;
  /** Slug and name of each unit. */
  readonly units: readonly (readonly [slug: string, name: string])[];
  /** The booklets in order: a year, and as encoded runs the places in `units` of those that have one. */
  readonly booklets: readonly (readonly [year: number, units: string])[];
  /** Page within the booklet (empty for its front page) and id of an element there (empty for the page). */
  readonly rows: readonly (readonly [page: string, anchor: string])[];
  /** The first gram of each gram file, in the order of UTF-16 units. */
  readonly grams: readonly string[];
  /** The first section of each text file, each as the distance from the one before. */
  readonly texts: readonly number[];
}

/**
 * A gram file: the sections, as encoded runs, in which each gram occurs; after `TITLES` those that have it in their title
 * and say something below it.
 */
export type GramFile = Readonly<Record<string, string>>;

/** Parts the sections of a gram from those that have it in their title. */
export const TITLES = '|';

/** What the public calls things, folded; words that belong together are parted by spaces, which no folded word has. */
export interface WordsFile {
  /**
   * What is answered by which sections (encoded runs, one of each booklet): a word of the booklets, followed by what the
   * public says for it. Of several that a question names, the first answers.
   */
  readonly topics: readonly (readonly [sections: string, ...words: readonly string[]])[];
  /** What the public says, and how texts may write it. */
  readonly same: Readonly<Record<string, string>>;
  /** Words of questions that nobody looks for. */
  readonly filler: string;
  /** By what else units are called, by their place in the directory. */
  readonly names: Readonly<Record<number, string>>;
}

/** Words that stand together in a words file. */
export function wordsIn(together: string): readonly string[] {
  return together.split(' ').filter((word) => word !== '');
}

/** Syllables of pinyin without tones, each with the characters of names and words that are read so. */
export type SyllableFile = Readonly<Record<string, string>>;

/**
 * A text file: the sections that have a text, as encoded runs, and the text. Its first line is the section's title;
 * tabs part the cells of a table's row.
 */
export type TextFile = readonly (readonly [sections: string, text: string])[];

/** Path of the directory from the search page. */
export const DIRECTORY = 'index.json';

/** Path of the words file from the search page. */
export const WORDS = 'words.json';

/** Path of the syllable file from the search page: only a query in Latin letters needs it. */
export const SYLLABLES = 'syllables.json';

/** Path of a gram file from the search page. */
export function gramPath(index: number): string {
  return `grams/${index}.json`;
}

/** Path of a text file from the search page. */
export function textPath(index: number): string {
  return `texts/${index}.json`;
}
