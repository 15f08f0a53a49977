import { TITLES } from '../../search/index-files.ts';
import { encodeRuns } from '../../search/runs.ts';

/** Bytes of a file above which the next one begins. */
const SIZE = 3_500;
/** What stands around a gram and its sections. */
const MARKS = '"":"",'.length;

/** The sections in which a gram occurs, and those that have it in their titles. */
export interface Occurrences {
  readonly all: number[];
  readonly titled: number[];
}

/** A gram and, as encoded runs, the sections in which it occurs. */
export type GramEntry = readonly [gram: string, sections: string];

/** Divides the grams, in the order of their UTF-16 units, into files of like size. */
export function packGrams(grams: ReadonlyMap<string, Occurrences>): readonly (readonly GramEntry[])[] {
  const files: GramEntry[][] = [];
  let size = Infinity;
  for (const gram of [...grams.keys()].sort()) {
    const sections = encoded(grams.get(gram));
    const added = Buffer.byteLength(gram) + sections.length + MARKS;
    size += added;
    if (size > SIZE) {
      files.push([]);
      size = added;
    }
    files.at(-1)?.push([gram, sections]);
  }
  return files;
}

function encoded(occurrences: Occurrences | undefined): string {
  const { all, titled } = occurrences ?? { all: [], titled: [] };
  return titled.length === 0 ? encodeRuns(all) : `${encodeRuns(all)}${TITLES}${encodeRuns(titled)}`;
}
