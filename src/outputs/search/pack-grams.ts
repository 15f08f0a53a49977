import { encodeRuns } from '../../search/runs.ts';

/** Length of a file, in UTF-16 units, above which the next one begins. */
const LENGTH = 12_000;

/** A gram and, as encoded runs, the sections in which it occurs. */
export type GramEntry = readonly [gram: string, sections: string];

/** Divides the grams, in the order of their UTF-16 units, into files of like length. */
export function packGrams(grams: ReadonlyMap<string, readonly number[]>): readonly (readonly GramEntry[])[] {
  const files: GramEntry[][] = [];
  let length = Infinity;
  for (const gram of [...grams.keys()].sort()) {
    const sections = encodeRuns(grams.get(gram) ?? []);
    length += sections.length;
    if (length > LENGTH) {
      files.push([]);
      length = sections.length;
    }
    files.at(-1)?.push([gram, sections]);
  }
  return files;
}
