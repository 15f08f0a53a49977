import { gramsOfTerm } from './grams.ts';
import type { Directory } from './index-files.ts';
import { intersection, union, type Runs } from './runs.ts';

/** How many gram files a query may load; what they let through, its texts are asked for. */
const GRAM_FILES = 3;

/** Finds the sections in which a gram of one of the files occurs. */
export type FindGram = (file: number, gram: string) => Runs;

/**
 * Which gram files to load for a query: some of each term, if there are not too many terms, and of a long term those
 * of its ends and its middle.
 */
export function gramFilesFor(terms: readonly string[], { grams }: Directory): ReadonlySet<number> {
  const wanted = terms.map((term) => spread(gramsOfTerm(term).map((gram) => placeBefore(grams, gram))));
  const longest = Math.max(...wanted.map((files) => files.length));
  const turns = Array.from({ length: longest }, (_, turn) => wanted.flatMap((files) => files[turn] ?? []));
  return new Set([...new Set(turns.flat())].filter((file) => file >= 0).slice(0, GRAM_FILES));
}

/** First, last, middle, then the others. */
function spread<Item>(items: readonly Item[]): readonly Item[] {
  const ends = [0, items.length - 1, items.length >> 1].filter((at) => at >= 0 && at < items.length);
  return [...new Set([...ends.map((at) => items[at] as Item), ...items])];
}

/**
 * The sections that may hold all terms of a query: in their text or in the name and year of their booklet, but at least
 * one in the text.
 *
 * @param headings name and year of each booklet, folded
 * @param files the gram files that have been loaded
 */
export function candidatesOf(
  terms: readonly string[],
  directory: Directory,
  headings: readonly string[],
  files: ReadonlySet<number>,
  find: FindGram,
): Runs {
  let all: Runs | undefined;
  let inTexts: Runs = [];
  for (const term of terms) {
    const located = gramsOfTerm(term).map((gram) => ({ gram, file: placeBefore(directory.grams, gram) }));
    const known = located.filter(({ file }) => file < 0 || files.has(file));
    if (known.length === 0) continue;
    const inText = known.map(({ gram, file }) => (file < 0 ? [] : find(file, gram))).reduce(intersection);
    const either = union(inText, sectionsHeaded(term, headings, directory.rows.length));
    all = all === undefined ? either : intersection(all, either);
    inTexts = union(inTexts, inText);
  }
  return intersection(all ?? [], inTexts);
}

function sectionsHeaded(term: string, headings: readonly string[], rows: number): Runs {
  const booklets = headings.flatMap((heading, place) => (heading.includes(term) ? [place] : []));
  return Array.from({ length: booklets.length === 0 ? 0 : rows }, (_, row) => row * headings.length)
    .flatMap((first) => booklets.map((place): Runs => [first + place, first + place + 1]))
    .flat();
}

/** The place of the last of sorted items that is not greater; -1 if all are. */
export function placeBefore<Item extends string | number>(sorted: readonly Item[], wanted: Item): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Item) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
