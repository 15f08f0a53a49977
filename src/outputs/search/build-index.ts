import { createHash } from 'node:crypto';
import { togetherOf, type SearchWords } from '../../accounts/schema/search-words.ts';
import { fold } from '../../search/fold.ts';
import { gramsOf } from '../../search/grams.ts';
import {
  DIRECTORY,
  gramPath,
  SYLLABLES,
  textPath,
  wordsIn,
  WORDS,
  type Directory,
} from '../../search/index-files.ts';
import { append, encodeRuns } from '../../search/runs.ts';
import { packGrams, type Occurrences } from './pack-grams.ts';
import { TextPacking } from './pack-texts.ts';
import type { Section } from './sections.ts';
import { syllablesOf } from './syllables.ts';
import { wordsFile, type NumberedTitle } from './words-file.ts';

const NO_WORDS = togetherOf([]);

/** Anchors of forms and tables. */
const SHEET = /#(?:form|table)-/;

/** A booklet as the search index knows it. */
export interface Volume {
  readonly slug: string;
  /** The unit's name. */
  readonly name: string;
  /** By what else the unit is called. */
  readonly otherNames?: readonly string[];
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
 * @param words what the public calls things
 */
export function buildIndex(volumes: readonly Volume[], words: SearchWords = NO_WORDS): readonly IndexFile[] {
  const rows = rowsOf(volumes);
  const grams = new Map<string, Occurrences>();
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
  const lists = volumeLists(volumes);
  files.push(...wordFiles(volumes, words, rows, lists.units));
  const contents = {
    ...lists,
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

/** Notes in which sections of a row each gram occurs, and in which titles. */
function readRow(row: Row, first: number, grams: Map<string, Occurrences>): void {
  const known = new Map<string, Grams>();
  for (const [booklet, text] of row) {
    const found = known.get(text) ?? gramsOfText(text);
    known.set(text, found);
    for (const gram of found.all) {
      const occurrences = grams.get(gram) ?? { all: [], titled: [] };
      append(occurrences.all, first + booklet);
      if (found.titled.has(gram)) append(occurrences.titled, first + booklet);
      grams.set(gram, occurrences);
    }
  }
}

interface Grams {
  readonly all: ReadonlySet<string>;
  readonly titled: ReadonlySet<string>;
}

function gramsOfText(text: string): Grams {
  const title = titleOf(text);
  return { all: gramsOf(fold(text)), titled: title === undefined ? new Set() : gramsOf(fold(title)) };
}

/** The title of a text that says something below it: a heading of headings answers nothing. */
function titleOf(text: string): string | undefined {
  const end = text.indexOf('\n');
  return end < 0 ? undefined : text.slice(0, end);
}

/** The files with what the public says, and how it is typed in Latin letters. */
function wordFiles(
  volumes: readonly Volume[],
  words: SearchWords,
  rows: ReadonlyMap<string, Row>,
  units: Directory['units'],
): readonly IndexFile[] {
  const titles = [...rows].flatMap(([key, row], index) =>
    SHEET.test(key)
      ? []
      : row.flatMap(([booklet, text]): NumberedTitle[] => {
          const title = titleOf(text);
          const section = index * volumes.length + booklet;
          return title === undefined ? [] : [{ section, booklet, title: fold(title) }];
        }),
  );
  const called = new Map(volumes.map(({ slug, name, otherNames = [] }) => [`${slug}\t${name}`, otherNames]));
  const names = new Map(
    units.flatMap((unit, place) => {
      const others = called.get(unit.join('\t')) ?? [];
      return others.length === 0 ? [] : [[place, others] as const];
    }),
  );
  const file = wordsFile(words, titles, names);
  const spoken = [
    ...file.topics.flatMap(([, ...groups]) => groups.flatMap(wordsIn)),
    ...units.map(([, name]) => name),
    ...[...names.values()].flat(),
  ];
  return [
    { path: WORDS, text: JSON.stringify(file) },
    { path: SYLLABLES, text: JSON.stringify(syllablesOf(spoken)) },
  ];
}

function volumeLists(volumes: readonly Volume[]): Pick<Directory, 'units' | 'booklets'> {
  const names = new Map(volumes.map(({ slug, name }) => [`${slug}\t${name}`, [slug, name] as const]));
  const places = new Map([...names.keys()].map((key, place) => [key, place]));
  const groups: [year: number, units: number[]][] = [];
  let last = Infinity;
  for (const { slug, name, year } of volumes) {
    const place = places.get(`${slug}\t${name}`) ?? 0;
    if (groups.at(-1)?.[0] !== year || place <= last) groups.push([year, []]);
    append(groups.at(-1)?.[1] ?? [], place);
    last = place;
  }
  return { units: [...names.values()], booklets: groups.map(([year, units]) => [year, encodeRuns(units)]) };
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
