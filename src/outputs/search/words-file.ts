import type { SearchWords } from '../../accounts/schema/search-words.ts';
import { fold } from '../../search/fold.ts';
import type { WordsFile } from '../../search/index-files.ts';
import { append, encodeRuns } from '../../search/runs.ts';

/** A section that may answer, with its number in the index. */
export interface NumberedTitle {
  readonly section: number;
  readonly booklet: number;
  /** Folded. */
  readonly title: string;
}

/**
 * The words of the public as the search page reads them.
 *
 * @param titles of all sections that say something, in the order of their numbers; no forms, no tables
 * @param names by what else units are called, by their place in the directory
 */
export function wordsFile(
  words: SearchWords,
  titles: readonly NumberedTitle[],
  names: ReadonlyMap<number, readonly string[]>,
): WordsFile {
  const booklets = Map.groupBy(titles, ({ booklet }) => booklet);
  return {
    topics: words.answers.map(({ titles: wanted, words: said }) => [
      encodeRuns(answering(wanted.map(fold), [...booklets.values()])),
      ...Object.entries(said).map((entry) => together(entry.flat())),
    ]),
    same: Object.fromEntries(
      Object.entries(words.same).map(([said, written]) => [fold(said), together(written)]),
    ),
    filler: together(words.filler),
    names: Object.fromEntries([...names].map(([unit, called]) => [unit, together(called)])),
  };
}

/** Of each booklet the section whose title says one of the texts and as little else as may be. */
function answering(
  wanted: readonly string[],
  booklets: readonly (readonly NumberedTitle[])[],
): readonly number[] {
  const sections = booklets.flatMap((titles) => {
    const fitting = titles.filter(({ title }) => wanted.some((one) => title.includes(one)));
    const best = fitting.toSorted((a, b) => unsaid(a.title, wanted) - unsaid(b.title, wanted))[0];
    return best === undefined ? [] : [best.section];
  });
  const runs: number[] = [];
  for (const section of sections.sort((a, b) => a - b)) append(runs, section);
  return runs;
}

/** How many signs of a title the texts do not account for. */
function unsaid(title: string, wanted: readonly string[]): number {
  return title.length - Math.max(...wanted.map((one) => (title.includes(one) ? one.length : 0)));
}

function together(words: readonly string[]): string {
  return [...new Set(words.map(fold))].join(' ');
}
