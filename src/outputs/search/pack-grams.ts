import { encodeRuns } from '../../search/runs.ts';

/** Bytes of a file above which the next one begins. */
const SIZE = 6_000;
/** What stands around a gram and its sections. */
const MARKS = '"":"",'.length;

/** A gram and, as encoded runs, the sections in which it occurs. */
export type GramEntry = readonly [gram: string, sections: string];

/** Divides the grams, in the order of their UTF-16 units, into files of like size. */
export function packGrams(grams: ReadonlyMap<string, readonly number[]>): readonly (readonly GramEntry[])[] {
  const files: GramEntry[][] = [];
  let size = Infinity;
  for (const gram of [...grams.keys()].sort()) {
    const sections = encodeRuns(grams.get(gram) ?? []);
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
