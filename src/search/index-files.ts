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

/** A gram file: the sections, as encoded runs, in which each gram occurs. */
export type GramFile = Readonly<Record<string, string>>;

/**
 * A text file: the sections that have a text, as encoded runs, and the text. Its first line is the section's title;
 * tabs part the cells of a table's row.
 */
export type TextFile = readonly (readonly [sections: string, text: string])[];

/** Path of the directory from the search page. */
export const DIRECTORY = 'index.json';

/** Path of a gram file from the search page. */
export function gramPath(index: number): string {
  return `grams/${index}.json`;
}

/** Path of a text file from the search page. */
export function textPath(index: number): string {
  return `texts/${index}.json`;
}
