import { createHash } from 'node:crypto';
import { fold } from '../../search/fold.ts';
import { gramsOf } from '../../search/grams.ts';
import { DIRECTORY, gramPath, textPath, type Directory } from '../../search/index-files.ts';
import { append, encodeRuns } from '../../search/runs.ts';
import { packGrams } from './pack-grams.ts';
import { TextPacking } from './pack-texts.ts';
import type { Section } from './sections.ts';

/** A booklet as the search index knows it. */
export interface Volume {
  readonly slug: string;
  /** The unit's name. */
  readonly name: string;
  readonly year: number;
  readonly sections: readonly Section[];
}

/** A file of the index. */
export interface IndexFile {
  /** Path from the search page. */
  readonly path: string;
  readonly text: string;
}

/**
 * Makes the search index of booklets (its files are described in search/index-files.ts). What a query has to load does
 * not depend on their number, but for the directory, which grows by a few bytes with each booklet.
 *
 * @param volumes in the order in which results are shown
 */
export function buildIndex(volumes: readonly Volume[]): readonly IndexFile[] {
  const rows = rowsOf(volumes);
  const grams = new Map<string, number[]>();
  const packing = new TextPacking();
  [...rows.values()].forEach((row, index) => {
    const first = index * volumes.length;
    readRow(row, first, grams);
    for (const [booklet, text] of row) packing.add(first + booklet, text);
  });
  const gramFiles = packGrams(grams);
  const textFiles = packing.files();
  const files = [
    ...gramFiles.map((entries, index) => file(gramPath(index), Object.fromEntries(entries))),
    ...textFiles.map(({ entries }, index) => file(textPath(index), entries)),
  ];
  const contents = {
    ...volumeLists(volumes),
    rows: [...rows.keys()].map((key) => key.split('#') as [string, string]),
    grams: gramFiles.map((entries) => entries[0]?.[0] ?? ''),
    texts: distances(textFiles.map(({ first }) => first)),
  };
  const directory: Directory = { version: versionOf([file(DIRECTORY, contents), ...files]), ...contents };
  return [file(DIRECTORY, directory), ...files];
}

/** A row's texts, each with its booklet's place. */
type Row = readonly (readonly [booklet: number, text: string])[];

/** The rows of all booklets, by page and anchor, in the order in which they first occur. */
function rowsOf(volumes: readonly Volume[]): ReadonlyMap<string, Row> {
  const rows = new Map<string, [number, string][]>();
  volumes.forEach(({ sections }, booklet) => {
    for (const { page, anchor, lines } of sections) {
      const key = `${page}#${anchor}`;
      const row = rows.get(key) ?? [];
      row.push([booklet, lines.join('\n')]);
      rows.set(key, row);
    }
  });
  return rows;
}

/** Notes in which sections of a row each gram occurs. */
function readRow(row: Row, first: number, grams: Map<string, number[]>): void {
  const known = new Map<string, ReadonlySet<string>>();
  for (const [booklet, text] of row) {
    const found = known.get(text) ?? gramsOf(fold(text));
    known.set(text, found);
    for (const gram of found) {
      const runs = grams.get(gram) ?? [];
      append(runs, first + booklet);
      grams.set(gram, runs);
    }
  }
}

function volumeLists(volumes: readonly Volume[]): Pick<Directory, 'units' | 'booklets'> {
  const names = new Map(volumes.map(({ slug, name }) => [slug, name]));
  const slugs = [...names.keys()];
  const places = new Map(slugs.map((slug, place) => [slug, place]));
  const groups: [year: number, units: number[]][] = [];
  let last = Infinity;
  for (const { slug, year } of volumes) {
    const place = places.get(slug) ?? 0;
    if (groups.at(-1)?.[0] !== year || place <= last) groups.push([year, []]);
    append(groups.at(-1)?.[1] ?? [], place);
    last = place;
  }
  return { units: [...names], booklets: groups.map(([year, units]) => [year, encodeRuns(units)]) };
}

function distances(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

function file(path: string, content: object): IndexFile {
  return { path, text: JSON.stringify(content) };
}

function versionOf(files: readonly IndexFile[]): string {
  const hash = createHash('sha256');
  for (const { text } of files) hash.update(text);
  return hash.digest('hex').slice(0, 12);
}
