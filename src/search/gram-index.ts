import { intersection, type Runs } from './runs.ts';

/** The sections in which grams occur, and those that have them in their titles. */
export interface GramIndex {
  /** Of one gram; undefined if its file has not been loaded. */
  find(gram: string, where: Where): Runs | undefined;
  /** Of all grams from one to another, as far as their files have been loaded. */
  range(from: string, to: string): Runs;
}

export type Where = 'title' | 'text';

/** Sections that have all of some grams, as far as they can be looked up; none if none of them can. */
export function sectionsWith(grams: readonly string[], where: Where, index: GramIndex): Runs {
  const [first = [], ...rest] = grams.flatMap((gram) => {
    const found = index.find(gram, where);
    return found === undefined ? [] : [found];
  });
  return rest.reduce(intersection, first);
}
